import type { Client, Transaction } from './client.ts'
import { type Embedded, keepIndexedText, removeIndexedTexts } from './indexed-text.ts'

/** Links a draft to the question that the catalog made of it. */
export function linkQuestion(
  client: Client,
  eventId: string,
  { draftId, questionId }: { draftId: string; questionId: string },
): Promise<void> {
  return once(client, eventId, async (transaction) => {
    await transaction.draft.updateMany({ where: { id: draftId }, data: { questionId } })
  })
}

/** Makes a published question searchable, in place of the draft that it was made from. */
export function indexQuestion(
  client: Client,
  eventId: string,
  question: Embedded & { questionId: string; version: number },
): Promise<void> {
  return once(client, eventId, async (transaction) => {
    const { questionId: id, ...text } = question
    const drafts = await transaction.draft.findMany({ where: { questionId: id }, select: { id: true } })
    await removeIndexedTexts(
      transaction,
      drafts.map((draft) => draft.id),
    )
    await keepIndexedText(transaction, { ...text, id, kind: 'QUESTION' })
  })
}

/** Takes a retired question out of what can be searched. */
export function removeQuestion(client: Client, eventId: string, questionId: string): Promise<void> {
  return once(client, eventId, (transaction) => removeIndexedTexts(transaction, [questionId]))
}

/** Has the event's effects once, however often it is delivered: its id is kept in the same transaction. */
async function once(
  client: Client,
  eventId: string,
  effects: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  await client.$transaction(async (transaction) => {
    const { count } = await transaction.inboxEvent.createMany({ data: [{ eventId }], skipDuplicates: true })
    if (count > 0) await effects(transaction)
  })
}
