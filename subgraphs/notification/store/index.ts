import type { Database } from '../../../kit/database.ts'
import { type Client, createClient } from './client.ts'
import { markAllRead, markRead } from './mark-read.ts'
import { readPreferences, writePreferences } from './preferences.ts'
import { lastSequence, notificationPages, notificationsAfter, unreadCounts } from './read-notifications.ts'
import { record } from './record.ts'

export type { NotificationRow } from './notification-row.ts'
export type { PageRequest } from './read-notifications.ts'
export type { Consequence } from './record.ts'

/** All that notification keeps. The caller keeps the database and closes it after `close`. */
export function createStore(database: Database) {
  const client = createClient(database)
  const on =
    <Args extends unknown[], Result>(operation: (client: Client, ...args: Args) => Result) =>
    (...args: Args): Result =>
      operation(client, ...args)

  return {
    lastSequence: on(lastSequence),
    markAllRead: on(markAllRead),
    markRead: on(markRead),
    notificationPages: on(notificationPages),
    notificationsAfter: on(notificationsAfter),
    readPreferences: on(readPreferences),
    record: on(record),
    unreadCounts: on(unreadCounts),
    writePreferences: on(writePreferences),
    close: () => client.$disconnect(),
  }
}

export type Store = ReturnType<typeof createStore>
