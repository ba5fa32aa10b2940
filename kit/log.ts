import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger }

const BUFFERED_BYTES = 4_096
const LONGEST_WAIT_MS = 100

/**
 * A logger of JSON lines: `{ level, time, name, traceId?, msg, … }`.
 * Lines for standard output are written together, within a tenth of a second, and at the end of the process.
 * What could hold a secret is redacted here, once, whatever a caller logs.
 */
export function createLogger(options: {
  name: string
  level: string
  destination?: DestinationStream
}): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
      timestamp: pino.stdTimeFunctions.isoTime,
      base: undefined,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: ['password', 'accessToken', 'refreshToken', 'authorization', '*.password', '*.authorization'],
        censor: '[redacted]',
      },
    },
    options.destination ?? standardOutput(),
  )
}

/** Written by this thread: handing a few lines to another one costs more than writing them. */
function standardOutput(): DestinationStream {
  const output = pino.destination({
    dest: 1,
    sync: true,
    minLength: BUFFERED_BYTES,
    periodicFlush: LONGEST_WAIT_MS,
  })
  process.once('exit', () => output.flushSync())
  return output
}
