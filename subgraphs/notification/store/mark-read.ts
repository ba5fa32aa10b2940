import type { Client } from './client.ts'
import { COLUMNS, type NotificationRow, type RawRow, readRow } from './notification-row.ts'

/** Marks one notification of this person as read, unless it is already. Null when the person has none with this id. */
export async function markRead(
  client: Client,
  { userId, id, now }: { userId: string; id: string; now: Date },
): Promise<NotificationRow | null> {
  const [row] = await client.$queryRaw<RawRow[]>`
    UPDATE notification n SET read_at = coalesce(n.read_at, ${now}) FROM recipient r
    WHERE n.id = ${id}::uuid AND n.user_id = ${userId}::uuid AND r.user_id = n.user_id
    RETURNING ${COLUMNS}`
  return row ? readRow(row) : null
}

/** Marks a person's notifications up to a sequence as read, or all of them. Gives how many were unread. */
export async function markAllRead(
  client: Client,
  { userId, upToSequence, now }: { userId: string; upToSequence?: number; now: Date },
): Promise<number> {
  const { count } = await client.notification.updateMany({
    where: {
      userId,
      readAt: null,
      ...(upToSequence === undefined ? {} : { sequence: { lte: upToSequence } }),
    },
    data: { readAt: now },
  })
  return count
}
