import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger }

/**
 * A logger of JSON lines: `{ level, time, name, traceId?, msg, … }`.
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
    options.destination ?? pino.destination(1),
  )
}
