/** SQLSTATE classes of a server that is gone, restarting or full, the system's own codes, and Prisma's. */
const CODES =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08|53|57P0|P1001|P1002|P1008|P1017|P2024)/
/** Prisma's adapter names these itself. */
const KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
/** What `pg` and Prisma throw without a code. */
const WORDS =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect|Unable to start a transaction in the given time/

type Failure = {
  code?: unknown
  originalCode?: unknown
  kind?: unknown
  message?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

/**
 * Whether something failed because the database or another server could not be reached: a failure of the way, not of what
 * was asked. Asking again may succeed, so that it is never a reason to give up for good. Looks into what wraps it: Prisma
 * gives a restarting server as P2039 or P2010 with the server's own code inside.
 */
export function isConnectionFailure(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, originalCode, kind, message, cause, meta } = error as Failure
  return (
    [code, originalCode].some((one) => typeof one === 'string' && CODES.test(one)) ||
    (typeof kind === 'string' && KINDS.includes(kind)) ||
    (typeof message === 'string' && WORDS.test(message)) ||
    isConnectionFailure(cause) ||
    isConnectionFailure(meta?.driverAdapterError)
  )
}
