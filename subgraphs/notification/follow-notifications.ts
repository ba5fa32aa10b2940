import { z } from 'zod'
import type { Fanout } from '../../kit/fanout.ts'
import type { NotificationRow, Store } from './store/index.ts'

const PAGE = 100

const channelOf = (userId: string) => `notification:${userId}`
const tick = z.object({ sequence: z.int() })

/** Tells a person's listeners that their notifications now reach up to `sequence`. */
export function announce(fanout: Fanout, userId: string, sequence: number): void {
  fanout.publish(channelOf(userId), { sequence } satisfies z.infer<typeof tick>)
}

/**
 * A person's notifications after `afterSequence` (null: after the newest there is now), then new ones as they are
 * written, in order and each once.
 *
 * A tick says only how far the notifications reach; they themselves are always read from the database, from after the
 * last one given. So a lost or repeated tick loses and repeats nothing. The ticks are heard from before the first
 * reading, so that nothing falls between the two.
 */
export function followNotifications(options: {
  userId: string
  afterSequence: number | null
  store: Pick<Store, 'lastSequence' | 'notificationsAfter'>
  fanout: Fanout
}): AsyncIterableIterator<NotificationRow> {
  const { userId, afterSequence, store, fanout } = options
  const ticks = fanout.subscribe(channelOf(userId))
  const rows = follow()
  let last = 0

  async function* follow() {
    try {
      if (afterSequence === null) last = await store.lastSequence(userId)
      else {
        last = afterSequence
        yield* unseen()
      }
      for await (const message of ticks) {
        if (tick.parse(message).sequence > last) yield* unseen()
      }
    } finally {
      await ticks.return?.()
    }
  }

  async function* unseen() {
    for (;;) {
      const page = await store.notificationsAfter({ userId, sequence: last, limit: PAGE })
      for (const row of page) {
        last = row.sequence
        yield row
      }
      if (page.length < PAGE) return
    }
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => rows.next(),
    // The generator cannot return while it waits for a tick: ending the ticks ends the wait.
    async return() {
      await ticks.return?.()
      return rows.return(undefined)
    },
  }
}
