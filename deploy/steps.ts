import { stdout } from 'node:process'
import { styleText } from 'node:util'

/** Runs one part of a longer work under a name that people see. What it resolves to may add a `note`. */
export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** For those who want no words, such as tests. */
export const silently: Step = (_name, work) => work()

/**
 * Shows steps as they happen. On a terminal a line appears when a step begins and is completed when it ends; steps that
 * run at the same time keep their own lines. Elsewhere each step is one plain line when it has ended.
 */
export function showSteps(): Step {
  let lines = 0
  return async (name, work) => {
    const line = lines++
    const began = performance.now()
    const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(7)
    if (stdout.isTTY) stdout.write(`  ${styleText('yellow', '…')} ${name}\n`)
    const finish = (mark: string, took: string) => {
      if (!stdout.isTTY) return void stdout.write(`${mark} ${name.padEnd(44)}${took}\n`)
      const up = lines - line
      stdout.write(`\x1b[${up}A\r\x1b[2K  ${mark} ${name.padEnd(44)}${styleText('dim', took)}\x1b[${up}B\r`)
    }
    try {
      const result = await work()
      finish(styleText('green', '✔'), seconds())
      return result
    } catch (error) {
      finish(styleText('red', '✘'), seconds())
      throw error
    }
  }
}
