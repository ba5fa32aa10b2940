import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export type RunningStart = {
  /** What stands on its standard output and error so far. */
  output(): string
  /** Resolves when it has said that everything runs; rejects with its output when it ends before. */
  up: Promise<void>
  ended: Promise<number | null>
  kill(signal: NodeJS.Signals): void
  pid: number
}

/** Runs a program of deploy/ as its npm script does, with nothing of this process's settings but the given. */
export function runStart(program: string, variables: Record<string, string>): RunningStart {
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const up = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (output.includes('Ctrl-C stops everything')) resolve()
    })
    void ended.then(() => reject(new Error(`It ended:\n${output}`)))
  })
  up.catch(() => {})
  return { output: () => output, up, ended, kill: (signal) => void child.kill(signal), pid: child.pid ?? 0 }
}

/** Answers of the public door. */
export async function ask(
  url: string,
  query: string,
  variables: object = {},
): Promise<Record<string, never>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Record<string, never>
}
