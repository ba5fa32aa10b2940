import { randomFillSync } from 'node:crypto'

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/

const POOL_BYTES = 4_096
const pool = Buffer.alloc(POOL_BYTES)
let used = POOL_BYTES

/** Random bytes, drawn for many ids at a time: asking for a few costs as much as asking for thousands. */
function randomHex(bytes: number): string {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  used += bytes
  return pool.toString('hex', used - bytes, used)
}

/** The trace id of a W3C `traceparent` header, or a new one when there is none that can be read. */
export function traceIdOf(traceparent: string | undefined): string {
  return traceparent?.match(TRACEPARENT)?.[1] ?? randomHex(16)
}

/** A `traceparent` for the next hop of the trace (W3C Trace Context, level 1). */
export function traceparentOf(traceId: string): string {
  return `00-${traceId}-${randomHex(8)}-01`
}
