import { randomUUIDv7 } from 'node:crypto'
import type { Content, Locale } from '../domain/content.ts'
import type { Client } from './client.ts'

/** What follows from a fact for one person: the language they read from now on, something to tell them, or both. */
export type Consequence = { userId: string; locale?: Locale; content?: Content }

/** Somebody whose registration has not arrived yet is told in the language that most people here read. */
const UNKNOWN_LOCALE: Locale = 'id'

/**
 * Keeps the consequence of an event, in one transaction with the note that the event has been handled.
 * @returns the new notification's sequence, or null when none was written: the event is a repeat, has nothing to tell,
 * or is of a kind that the person does not want to see
 */
export function record(
  client: Client,
  { eventId, now, userId, locale, content }: Consequence & { eventId: string; now: Date },
): Promise<{ sequence: number } | null> {
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.inboxEvent.createMany({
      data: { eventId, handledAt: now },
      skipDuplicates: true,
    })
    if (count === 0) return null

    const wanted = content && (await isWanted(transaction, userId, content.kind))
    const { lastSequence: sequence } = await transaction.recipient.upsert({
      where: { userId },
      create: { userId, locale: locale ?? UNKNOWN_LOCALE, lastSequence: wanted ? 1 : 0 },
      update: { ...(locale ? { locale } : {}), lastSequence: { increment: wanted ? 1 : 0 } },
    })
    if (!wanted) return null
    const { kind, data } = content
    await transaction.notification.create({
      data: { id: randomUUIDv7(), userId, sequence, kind, data, createdAt: now },
    })
    return { sequence }
  })
}

async function isWanted(
  transaction: Pick<Client, 'preference'>,
  userId: string,
  kind: Content['kind'],
): Promise<boolean> {
  const preference = await transaction.preference.findUnique({ where: { userId_kind: { userId, kind } } })
  return preference?.inApp ?? true
}
