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
  { draftId, source, content }: { draftId: string; source: string | null; content: QuestionContent | null },
  occasion: Occasion,
): Promise<void> {
  if (!(await enterInbox(tx, eventId)) || content === null) return
  if ((await tx.question.count({ where: { draftId } })) > 0) return
  await createQuestion(tx, content, occasion, { source, draftId })
}
