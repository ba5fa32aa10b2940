import { randomUUIDv7 } from 'node:crypto'
import { userUpdated } from '../events.ts'
import { type Client, publish, type UserRow } from './client.ts'

/** Changes what is given of a person's name and language, and says so. Throws when there is no such person. */
export function updateProfile(
  client: Client,
  { userId, ...change }: { userId: string; name?: string; locale?: UserRow['locale'] },
  { now, traceparent }: { now: Date; traceparent: string },
): Promise<UserRow> {
  return client.$transaction(async (transaction) => {
    const row = await transaction.user.update({ where: { id: userId }, data: { ...change, updatedAt: now } })
    await publish(transaction, userUpdated(row, { eventId: randomUUIDv7(), time: now, traceparent }))
    return row
  })
}
