import { randomBytes } from 'node:crypto'

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/

/** The trace id of a W3C `traceparent` header, or a new one when there is none that can be read. */
export function traceIdOf(traceparent: string | undefined): string {
  return traceparent?.match(TRACEPARENT)?.[1] ?? randomBytes(16).toString('hex')
}

/** A `traceparent` for the next hop of the trace (W3C Trace Context, level 1). */
export function traceparentOf(traceId: string): string {
  return `00-${traceId}-${randomBytes(8).toString('hex')}-01`
}
