import { type Occasion, questionRetired } from '../events.ts'
import { publishProblem, retireProblem, reviewProblem, type StateProblem } from '../domain/question.ts'
import { appendToOutbox } from './outbox.ts'
import type { Question } from './prisma/client.ts'
import { publishLatest } from './publish-latest.ts'
import { lockQuestion, type Tx } from './transaction.ts'

export type QuestionStep = 'SUBMIT_FOR_REVIEW' | 'PUBLISH' | 'RETIRE'

/** Takes a question a step further; the problem when its state does not allow it, null when there is no question. */
export async function changeQuestionState(
  tx: Tx,
  id: string,
  step: QuestionStep,
  occasion: Occasion,
): Promise<Question | StateProblem | null> {
  const question = await lockQuestion(tx, id)
  if (!question) return null
  const latest = question.latestVersion
  if (step === 'SUBMIT_FOR_REVIEW') {
    const problem = reviewProblem(latest.state)
    if (problem) return problem
    await tx.questionVersion.update({ where: { id: latest.id }, data: { state: 'IN_REVIEW' } })
    if (question.state === 'DRAFT') await tx.question.update({ where: { id }, data: { state: 'IN_REVIEW' } })
  } else if (step === 'PUBLISH') {
    const problem = publishProblem(latest.state)
    if (problem) return problem
    await publishLatest(tx, [id], occasion)
  } else {
    const problem = retireProblem(question.state)
    if (problem) return problem
    await tx.questionVersion.updateMany({ where: { questionId: id }, data: { state: 'RETIRED' } })
    await tx.question.update({ where: { id }, data: { state: 'RETIRED', publishedVersionId: null } })
    if (question.publishedVersionId) await appendToOutbox(tx, [questionRetired({ questionId: id }, occasion)])
  }
  return tx.question.findUniqueOrThrow({ where: { id } })
}
