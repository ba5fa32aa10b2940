import { stderr, stdout } from 'node:process'
import { styleText } from 'node:util'
import { type Config, readConfig } from '../kit/config.ts'
import { explainFailure } from './explain-failure.ts'
import { showSteps, type Step } from './steps.ts'
import type { System } from './system.ts'
import { untilInterrupted } from './until-interrupted.ts'
import { welcome } from './welcome.ts'

/** What has not stopped by then never will; the guards of what was started end it. */
const STOPPED_WITHIN_MS = 45_000

/** Starts a system as a person sees it: step by step, then what there is to try, until Ctrl-C. */
export async function run(
  title: string,
  start: (options: { config: Config; step: Step }) => Promise<System>,
): Promise<void> {
  const interrupted = untilInterrupted()
  // Warnings of Node.js, which its own listener would print between the steps, are in the log.
  process.removeAllListeners('warning')
  try {
    const config = readConfig()
    stdout.write(`\n  ${styleText('bold', 'Simpul')}  ${styleText('dim', title)}\n\n`)
    const system = await start({ config, step: showSteps() })
    stdout.write(welcome({ config, system, seconds: performance.now() / 1000 }))

    const reason = await Promise.race([interrupted, system.lost])
    if (reason !== undefined) {
      stderr.write(`${styleText('red', '✘')} ${reason} Stopping; the log is ${system.logFile}.\n`)
      process.exitCode = 1
    }
    stdout.write('\n  Stopping …')
    setTimeout(() => process.exit(1), STOPPED_WITHIN_MS)
    await system.stop().then(
      () => stdout.write(' everything has stopped; the data stays.\n'),
      () => stdout.write(` everything has stopped, not all of it in order; the log is ${system.logFile}.\n`),
    )
  } catch (error) {
    for (const line of explainFailure(error)) stderr.write(`${styleText('red', '✘')} ${line}\n`)
    process.exitCode = 1
  }
  // Whatever a dependency has left open must not hold the terminal.
  process.exit()
}
