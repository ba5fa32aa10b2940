import type { Client } from './client.ts'
import { COLUMNS, type NotificationRow, type RawRow, readRow } from './notification-row.ts'

/** A part of one person's list, newest first: at most `limit`, with a sequence below `before`. */
export type PageRequest = { userId: string; limit: number; before?: number; unreadOnly: boolean }

const BEYOND_ALL = 2 ** 31 - 1

/** Any number of pages, of any number of people, in one statement; in the order asked. */
export async function notificationPages(
  client: Client,
  pages: readonly PageRequest[],
): Promise<NotificationRow[][]> {
  const rows = await client.$queryRaw<(RawRow & { page: number })[]>`
    SELECT page.place::int AS page, ${COLUMNS}
    FROM unnest(
      ${pages.map((page) => page.userId)}::uuid[],
      ${pages.map((page) => page.before ?? BEYOND_ALL)}::int[],
      ${pages.map((page) => page.limit)}::int[],
      ${pages.map((page) => page.unreadOnly)}::boolean[]
    ) WITH ORDINALITY AS page (user_id, before, size, unread_only, place)
    JOIN recipient r ON r.user_id = page.user_id
    CROSS JOIN LATERAL (
      SELECT * FROM notification
      WHERE user_id = page.user_id AND sequence < page.before AND NOT (page.unread_only AND read_at IS NOT NULL)
      ORDER BY sequence DESC
      LIMIT page.size
    ) n
    ORDER BY page.place, n.sequence DESC`
  const read = pages.map((): NotificationRow[] => [])
  for (const { page, ...row } of rows) read[page - 1]?.push(readRow(row))
  return read
}

/** How many notifications each of these people has not read; whoever has none is missing. */
export async function unreadCounts(client: Client, userIds: readonly string[]): Promise<Map<string, number>> {
  const groups = await client.notification.groupBy({
    by: 'userId',
    where: { userId: { in: [...userIds] }, readAt: null },
    _count: true,
  })
  return new Map(groups.map((group) => [group.userId, group._count]))
}

/** One person's notifications after a sequence, oldest first. */
export async function notificationsAfter(
  client: Client,
  { userId, sequence, limit }: { userId: string; sequence: number; limit: number },
): Promise<NotificationRow[]> {
  const rows = await client.$queryRaw<RawRow[]>`
    SELECT ${COLUMNS} FROM notification n JOIN recipient r USING (user_id)
    WHERE n.user_id = ${userId}::uuid AND n.sequence > ${sequence} ORDER BY n.sequence LIMIT ${limit}`
  return rows.map(readRow)
}

/** The sequence of a person's newest notification; 0 when there is none. */
export async function lastSequence(client: Client, userId: string): Promise<number> {
  const recipient = await client.recipient.findUnique({ where: { userId } })
  return recipient?.lastSequence ?? 0
}
