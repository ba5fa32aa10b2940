import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger, type Logger } from '../kit/log.ts'

const KEPT_BYTES = 50_000_000

/** The log of this machine, `<home>/logs/<name>.log`, opened for adding. A start puts a file that has grown large aside. */
export function openLogFile(home: string, name: string): { file: string; descriptor: number } {
  const folder = join(home, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${name}.log`)
  if (existsSync(file) && statSync(file).size > KEPT_BYTES) renameSync(file, `${file}.1`)
  return { file, descriptor: openSync(file, 'a', 0o600) }
}

/** A logger of JSON lines that writes each at once, so that a crash loses none. */
export function openLog(options: {
  home: string
  name: string
  level: string
  stack: AsyncDisposableStack
}): {
  log: Logger
  logFile: string
} {
  const { file, descriptor } = openLogFile(options.home, options.name)
  options.stack.defer(() => closeSync(descriptor))
  const destination = { write: (line: string) => void writeSync(descriptor, line) }
  return { log: createLogger({ name: options.name, level: options.level, destination }), logFile: file }
}
