/** How often it is measured. */
const EVERY_MS = 50
/** A pause now and then is none: a collection of garbage, a plan, a new supergraph. */
const IN_A_ROW = 3

/**
 * How late the event loop is, in milliseconds: how long whatever arrives now waits for its turn. It is the least of the last
 * few measurements, so a single pause does not count and only work that has piled up does (the idea of CoDel, RFC 8289).
 */
export function measureLag() {
  const latest: number[] = Array.from({ length: IN_A_ROW }, () => 0)
  let next = 0
  let due = performance.now() + EVERY_MS
  const timer = setInterval(() => {
    const now = performance.now()
    latest[next++ % IN_A_ROW] = Math.max(0, now - due)
    due = now + EVERY_MS
  }, EVERY_MS)
  timer.unref()
  return {
    now: () => Math.min(...latest),
    stop: () => clearInterval(timer),
  }
}
