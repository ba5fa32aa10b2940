import type { Fanout } from '../../kit/fanout.ts'
import { type Tick, followLog } from '../../kit/follow-log.ts'
import type { NotificationRow, Store } from './store/index.ts'

const PAGE = 100
/** Everyone with the app open listens: a lost tick may cost a minute, a look costs the database every time. */
const LOOK_EVERY_MS = 60_000

const channelOf = (userId: string) => `notification:${userId}`

/** Tells a person's listeners that their notifications now reach up to `sequence`. */
export function announce(fanout: Fanout, userId: string, sequence: number): void {
  fanout.publish(channelOf(userId), { sequence } satisfies Tick<NotificationRow>)
}

/** A person's notifications after the number `after`, then new ones as they are written, in order and each once. */
export function followNotifications(options: {
  userId: string
  after: number
  store: Pick<Store, 'notificationsAfter'>
  fanout: Fanout
}): AsyncIterableIterator<NotificationRow> {
  const { userId, after, store, fanout } = options
  return followLog({
    fanout,
    channel: channelOf(userId),
    after,
    pageSize: PAGE,
    lookEvery: LOOK_EVERY_MS,
    read: (sequence) => store.notificationsAfter({ userId, sequence, limit: PAGE }),
  })
}
