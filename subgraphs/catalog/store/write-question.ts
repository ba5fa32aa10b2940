import { isUuid } from '../../../kit/uuid.ts'
import { type Occasion, questionCreated } from '../events.ts'
import type { QuestionContent } from '../domain/question.ts'
import { type Addition, addVersions } from './add-versions.ts'
import { appendToOutbox } from './outbox.ts'
import type { Question } from './prisma/client.ts'
import { lockQuestion, type Tx } from './transaction.ts'

/** Adds a question as a draft. Gives null when it names a stimulus that is not stored. */
export async function createQuestion(
  tx: Tx,
  content: QuestionContent,
  occasion: Occasion,
  identity: Addition['identity'] = { source: null, externalId: null, draftId: null },
): Promise<Question | null> {
  if (!(await hasItsStimulus(tx, content))) return null
  const [written] = await addVersions(tx, [{ content, standing: null, identity }], occasion)
  const questionId = written?.questionId ?? ''
  await appendToOutbox(tx, [
    questionCreated({ questionId, draftId: identity.draftId, authorId: occasion.authorId }, occasion),
  ])
  return tx.question.findUniqueOrThrow({ where: { id: questionId } })
}

/** Gives a question another draft version. */
export async function reviseQuestion(
  tx: Tx,
  id: string,
  content: QuestionContent,
  occasion: Occasion,
): Promise<Question | 'NO_QUESTION' | 'NO_STIMULUS'> {
  const standing = await lockQuestion(tx, id)
  if (!standing) return 'NO_QUESTION'
  if (!(await hasItsStimulus(tx, content))) return 'NO_STIMULUS'
  await addVersions(tx, [{ content, standing, identity: standing }], occasion)
  return tx.question.findUniqueOrThrow({ where: { id } })
}

async function hasItsStimulus(tx: Tx, { stimulus }: QuestionContent): Promise<boolean> {
  if (!stimulus || !('storedId' in stimulus)) return true
  if (!isUuid(stimulus.storedId)) return false
  return (await tx.stimulus.count({ where: { id: stimulus.storedId } })) === 1
}
