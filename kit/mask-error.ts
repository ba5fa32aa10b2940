import { isConnectionFailure } from './connection-failure.ts'
import { internalError, isCoded, messageOf, unavailable } from './errors.ts'
import type { Logger } from './log.ts'

/** What a caller sees of an error: itself when it was made for the caller, and otherwise what is logged here in full. */
export function maskError(error: unknown, path: string, log: Logger): Error {
  if (isCoded(error)) return error
  if (isConnectionFailure(error)) {
    log.warn({ error: messageOf(error), path }, 'A resolver waits: a server that it needs does not answer')
    return unavailable()
  }
  log.error({ err: error, path }, 'A resolver failed')
  return internalError()
}
