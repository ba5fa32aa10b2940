import { randomUUIDv7 } from 'node:crypto'
import { userRegistered } from '../events.ts'
import { type Client, publish, type UserRow } from './client.ts'
import { Prisma } from './prisma/client.ts'

export type NewUser = Pick<UserRow, 'email' | 'name' | 'locale' | 'roles'> & { passwordHash: string }

/** Keeps a new person, and says so. Null when the address has an account already. */
export async function registerUser(
  client: Client,
  user: NewUser,
  { now, traceparent }: { now: Date; traceparent: string },
): Promise<UserRow | null> {
  try {
    return await client.$transaction(async (transaction) => {
      const row = await transaction.user.create({
        data: { ...user, id: randomUUIDv7(), createdAt: now, updatedAt: now },
      })
      await publish(transaction, userRegistered(row, { eventId: randomUUIDv7(), time: now, traceparent }))
      return row
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null
    throw error
  }
}
