import { spawn } from 'node:child_process'
import { closeSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openLogFile } from './open-log.ts'
import { StartError } from './start-error.ts'

const root = join(import.meta.dirname, '..')
const READY_WITHIN_MS = 60_000
const STOPPED_WITHIN_MS = 20_000

export type Service = {
  /** Resolves, with what it said last, when the process has ended. */
  ended: Promise<string>
  stop(): Promise<void>
}

/**
 * Starts one process of the system, its output in `<home>/logs/<name>.log`, and waits until it says that it is ready.
 * @param options.program its file, from the root of the project
 * @param options.url where it serves; `/readyz` is asked of the same host
 * @throws {StartError} when it ends, or is not ready within a minute
 */
export async function startService(options: {
  name: string
  /** Node's own. */
  flags?: readonly string[]
  program: string
  url: string
  env: Record<string, string | undefined>
  home: string
}): Promise<Service> {
  const { name, flags = [], program, url, env, home } = options
  const { file, descriptor } = openLogFile(home, name)
  const endWithParent = join(import.meta.dirname, 'end-with-parent.ts')
  const child = spawn(process.execPath, [...flags, '--import', endWithParent, program], {
    cwd: root,
    env,
    // A group of its own: Ctrl-C in a terminal reaches a whole group, and these are to stop in order.
    detached: true,
    stdio: ['ignore', descriptor, 'pipe', 'ipc'],
  })
  let saidLast = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    writeSync(descriptor, chunk)
    saidLast = chunk.toString().trim() || saidLast
  })
  let running = true
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', () => resolve(saidLast))
  }).finally(() => {
    running = false
    closeSync(descriptor)
  })

  const stop = async () => {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
    await ended
    clearTimeout(timer)
  }

  const readyz = new URL('/readyz', url)
  const until = Date.now() + READY_WITHIN_MS
  let answer = 'nothing answers'
  while (running && Date.now() < until) {
    const response = await fetch(readyz, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
    if (response?.ok) return { ended, stop }
    answer = (await response?.text()) ?? answer
    await delay(50)
  }
  if (!running) throw new StartError(`${name} does not start: ${await ended} (more in ${file})`)
  await stop()
  throw new StartError(`${name} is not ready after ${READY_WITHIN_MS / 1000} s: ${answer} (more in ${file})`)
}
