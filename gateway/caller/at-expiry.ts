import type { Caller } from './authenticate.ts'

/** The longest delay that a timer takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Calls back when the caller's access token ends, since what it opened must end with it. Gives what calls it off. */
export function atExpiry({ expiresAt }: Caller, expired: () => void): () => void {
  if (expiresAt === undefined) return () => {}
  const delay = Math.min(Math.max(expiresAt - Date.now(), 0), LONGEST_TIMER_MS)
  const timer = setTimeout(expired, delay)
  return () => clearTimeout(timer)
}
