import { type Occasion, questionPublished } from '../events.ts'
import { appendToOutbox } from './outbox.ts'
import { contentInclude, questionContent } from './question-content.ts'
import type { Tx } from './transaction.ts'

/** Publishes the latest version of each question, in place of what was published, and says so with its content. */
export async function publishLatest(
  tx: Tx,
  questionIds: readonly string[],
  occasion: Occasion,
): Promise<void> {
  if (questionIds.length === 0) return
  const ids = [...questionIds]
  await tx.$executeRaw`
    UPDATE question_versions SET state = 'RETIRED'
    FROM questions
    WHERE questions.id = ANY(${ids}::uuid[]) AND question_versions.id = questions.published_version_id`
  await tx.$executeRaw`
    UPDATE question_versions SET state = 'PUBLISHED', published_at = ${occasion.now}
    FROM questions
    WHERE questions.id = ANY(${ids}::uuid[]) AND question_versions.id = questions.latest_version_id`
  await tx.$executeRaw`
    UPDATE questions SET state = 'PUBLISHED', published_version_id = latest_version_id
    WHERE id = ANY(${ids}::uuid[])`
  const published = await tx.questionVersion.findMany({
    where: { questionId: { in: ids }, state: 'PUBLISHED' },
    include: contentInclude,
  })
  const byQuestion = new Map(published.map((version) => [version.questionId, version]))
  await appendToOutbox(
    tx,
    ids.flatMap((id) => {
      const version = byQuestion.get(id)
      return version ? [questionPublished({ question: questionContent(version) }, occasion)] : []
    }),
  )
}
