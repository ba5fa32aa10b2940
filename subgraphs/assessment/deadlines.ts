import { messageOf } from '../../kit/errors.ts'
import type { Logger } from '../../kit/log.ts'
import type { ActiveSessions } from './active-sessions.ts'
import type { Store } from './store/index.ts'

const BATCH = 200
/** How long at most until the clock looks again, in milliseconds: others start sessions and die meanwhile. */
const LOOK_EVERY = 1_000
/**
 * How long after a deadline the clock closes a section, in milliseconds. The section ends at its deadline all the same; but
 * an answer that had arrived in time may still be on its way into the log, in this process or in another.
 */
const SETTLING = 200

export type Deadlines = {
  /** Ends everything whose time is over, once; for tests, which set the clock themselves. */
  check(): Promise<void>
  stop(): Promise<void>
}

/**
 * Enforces the sections' deadlines, without anyone's asking. All that it knows is in the database, so it works on after
 * a restart, and any number of processes share the work. It looks each second, and at the next deadline that it saw.
 */
export function startDeadlines(options: {
  store: Store
  sessions: ActiveSessions
  now(): Date
  log: Logger
}): Deadlines {
  const { store, sessions, now, log } = options
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  async function check(): Promise<void> {
    for (let full = true; full && !stopped;) {
      const moment = now()
      const until = new Date(moment.getTime() - SETTLING)
      const due = await store.claimDueSessions({ until, now: moment, limit: BATCH })
      const results = await Promise.allSettled(due.map((id) => sessions.settle(id, until)))
      for (const result of results) {
        if (result.status === 'rejected')
          log.error({ err: result.reason }, 'A deadline could not be enforced')
      }
      full = due.length === BATCH
    }
  }

  async function untilNext(): Promise<number> {
    const moment = now()
    const next = await store.nextDeadline(new Date(moment.getTime() - SETTLING))
    const wait = next ? next.getTime() + SETTLING - moment.getTime() : LOOK_EVERY
    return Math.min(Math.max(wait, 1), LOOK_EVERY)
  }

  async function look(): Promise<void> {
    let wait = LOOK_EVERY
    try {
      await check()
      wait = await untilNext()
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'Deadlines wait: the database does not answer')
    }
    if (!stopped) timer = setTimeout(begin, wait)
  }

  function begin(): void {
    running = look()
  }

  begin()
  return {
    check,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
