import type { DomainEvent } from '../../../kit/events.ts'
import type { Prisma } from './prisma/client.ts'
import type { Tx } from './transaction.ts'

/** Writes facts in the transaction that makes them true; the relay carries them on in this order. */
export async function appendToOutbox(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.outboxEvent.createMany({
    data: events.map((event) => ({ event: event as unknown as Prisma.InputJsonValue })),
  })
}

/** Notes that an event is being handled; false when it has been already. */
export async function enterInbox(tx: Tx, eventId: string): Promise<boolean> {
  const { count } = await tx.inboxEvent.createMany({ data: [{ eventId }], skipDuplicates: true })
  return count === 1
}
