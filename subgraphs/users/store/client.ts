import { type Database, prismaAdapter } from '../../../kit/database.ts'
import type { DomainEvent } from '../../../kit/events.ts'
import { PrismaClient, type User } from './prisma/client.ts'

/** A person as everyone but sign-in sees them: the password's hash is read where it is verified, and nowhere else. */
export type UserRow = Omit<User, 'passwordHash'>

export type Client = ReturnType<typeof createClient>
export type Transaction = Omit<Client, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

export function createClient(database: Database) {
  return new PrismaClient({
    adapter: prismaAdapter(database),
    omit: { user: { passwordHash: true } },
  })
}

/** Writes a fact into the transaction that makes it true; the relay publishes it after the commit. */
export async function publish(transaction: Transaction, event: DomainEvent): Promise<void> {
  await transaction.outboxEvent.create({ data: { event: event as object } })
}
