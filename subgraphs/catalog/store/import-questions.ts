import { publishProblem } from '../domain/question.ts'
import type { ImportRow } from '../domain/question-file.ts'
import { type Occasion, questionCreated } from '../events.ts'
import { type Standing, addVersions, hashOf } from './add-versions.ts'
import { appendToOutbox } from './outbox.ts'
import { publishLatest } from './publish-latest.ts'
import { lockQuestions, takeTurn, type Tx } from './transaction.ts'

export type ImportCounts = { created: number; updated: number; unchanged: number; published: number }

/**
 * Stores the rows of a file: new questions, new versions of those whose content has changed, and nothing for the rest.
 * A question is known again by its source and its id there.
 */
export async function importQuestions(
  tx: Tx,
  rows: readonly ImportRow[],
  publish: boolean,
  occasion: Occasion,
): Promise<ImportCounts> {
  await takeTurn(tx, 'import-questions')
  const standing = await findStanding(tx, rows)
  const additions = rows.flatMap((row) => {
    const question = standing.get(nameOf(row)) ?? null
    if (question?.latestVersion.contentHash === hashOf(row.content)) return []
    const { source, externalId, content } = row
    return [{ content, standing: question, identity: { source, externalId, draftId: null } }]
  })
  const written = await addVersions(tx, additions, occasion)
  const created = written.filter((_question, index) => !additions[index]?.standing)
  await appendToOutbox(
    tx,
    created.map(({ questionId }) =>
      questionCreated({ questionId, draftId: null, authorId: occasion.authorId }, occasion),
    ),
  )
  const changed = new Set(written.map(({ questionId }) => questionId))
  const waiting = [...standing.values()].filter(
    ({ id, latestVersion }) => !changed.has(id) && publishProblem(latestVersion.state) === null,
  )
  const toPublish = publish ? [...changed, ...waiting.map(({ id }) => id)] : []
  await publishLatest(tx, toPublish, occasion)
  return {
    created: created.length,
    updated: written.length - created.length,
    unchanged: rows.length - written.length,
    published: toPublish.length,
  }
}

async function findStanding(tx: Tx, rows: readonly ImportRow[]): Promise<Map<string, Standing>> {
  const bySource = Map.groupBy(rows, (row) => row.source)
  const ids = await tx.question.findMany({
    where: {
      OR: [...bySource].map(([source, ofSource]) => ({
        source,
        externalId: { in: ofSource.map((row) => row.externalId) },
      })),
    },
    select: { id: true },
  })
  const standing = ids.map(({ id }) => id)
  await lockQuestions(tx, standing)
  const questions = await tx.question.findMany({
    where: { id: { in: standing } },
    include: { latestVersion: true },
  })
  return new Map(questions.map((question) => [nameOf(question), question]))
}

function nameOf({ source, externalId }: { source: string | null; externalId: string | null }): string {
  return JSON.stringify([source, externalId])
}
