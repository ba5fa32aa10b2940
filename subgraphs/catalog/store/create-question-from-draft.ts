import type { QuestionContent } from '../domain/question.ts'
import type { Occasion } from '../events.ts'
import { enterInbox } from './outbox.ts'
import type { Tx } from './transaction.ts'
import { createQuestion } from './write-question.ts'

/**
 * Adds the question that an author accepted from the agent, once for each draft, however often it is told.
 * A null content notes the event as handled and adds nothing.
 */
export async function createQuestionFromDraft(
  tx: Tx,
  eventId: string,
  identity: { draftId: string; source: string; externalId: string },
  content: QuestionContent | null,
  occasion: Occasion,
): Promise<void> {
  if (!(await enterInbox(tx, eventId)) || content === null) return
  const { draftId, source, externalId } = identity
  if ((await tx.question.count({ where: { OR: [{ draftId }, { source, externalId }] } })) > 0) return
  await createQuestion(tx, content, occasion, identity)
}
