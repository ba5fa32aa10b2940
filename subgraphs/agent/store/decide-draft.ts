import { randomUUIDv7 } from 'node:crypto'
import { draftAccepted, type DraftedQuestion } from '../events.ts'
import { type Client, type DraftRow, draftRow, isTaken, publish } from './client.ts'
import { type Embedded, keepIndexedText } from './indexed-text.ts'

export type Occasion = { viewerId: string; now: Date; traceparent: string }

/** The draft after a decision, or why it stands as before. */
export type Decision = { draft: DraftRow } | { draft: null; because: 'NOT_PROPOSED' | 'IN_BANK_ALREADY' }

/** Accepts a proposed draft, makes it searchable, and tells the catalog. */
export async function acceptDraft(
  client: Client,
  { draftId, question, text }: { draftId: string; question: DraftedQuestion; text: Embedded },
  { viewerId, now, traceparent }: Occasion,
): Promise<Decision> {
  try {
    return await client.$transaction(async (transaction) => {
      const rows = await transaction.draft.updateManyAndReturn({
        where: { id: draftId, status: 'PROPOSED' },
        data: { status: 'ACCEPTED', decidedAt: now, decidedById: viewerId },
      })
      if (!rows[0]) return { draft: null, because: 'NOT_PROPOSED' as const }
      await keepIndexedText(transaction, { ...text, id: draftId, kind: 'DRAFT', version: 1 })
      await publish(
        transaction,
        draftAccepted({
          draftId,
          authorId: viewerId,
          question,
          eventId: randomUUIDv7(),
          time: now,
          traceparent,
        }),
      )
      return { draft: draftRow(rows[0]) }
    })
  } catch (error) {
    if (isTaken(error)) return { draft: null, because: 'IN_BANK_ALREADY' }
    throw error
  }
}

/** Turns a draft down that nobody has decided on; also one that a gate refused. */
export async function rejectDraft(
  client: Client,
  { draftId, reason }: { draftId: string; reason: string },
  { viewerId, now }: Occasion,
): Promise<Decision> {
  const rows = await client.draft.updateManyAndReturn({
    where: { id: draftId, status: { in: ['PROPOSED', 'FAILED'] } },
    data: { status: 'REJECTED', decidedAt: now, decidedById: viewerId, rejectionReason: reason },
  })
  return rows[0] ? { draft: draftRow(rows[0]) } : { draft: null, because: 'NOT_PROPOSED' }
}
