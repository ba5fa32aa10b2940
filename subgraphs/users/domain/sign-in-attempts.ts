const ATTEMPT_LIMIT = 5
const ATTEMPT_WINDOW = 5 * 60_000

/** Windows that were opened at or before this moment are over. */
export function windowCutoff(now: Date): Date {
  return new Date(now.getTime() - ATTEMPT_WINDOW)
}

/**
 * When attempts are looked at again, or null when this one may be. `count` includes this one: it is counted before
 * the password is looked at, so that a hundred attempts at once are still five guesses.
 */
export function retryAt(attempts: { count: number; openedAt: Date }): Date | null {
  return attempts.count > ATTEMPT_LIMIT ? new Date(attempts.openedAt.getTime() + ATTEMPT_WINDOW) : null
}
