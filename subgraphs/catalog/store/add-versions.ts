import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Occasion } from '../events.ts'
import { canonicalText, type QuestionContent, type StimulusContent } from '../domain/question.ts'
import { Prisma } from './prisma/client.ts'
import type { Question, QuestionVersion } from './prisma/client.ts'
import type { Tx } from './transaction.ts'

/** A question as it stands before it gets another version. */
export type Standing = Question & { latestVersion: QuestionVersion }

/** New content: for a new question, or for one that stands. */
export type Addition = {
  content: QuestionContent
  standing: Standing | null
  identity: { source: string | null; externalId: string | null; draftId: string | null }
}

type Written = { questionId: string; versionId: string }

/**
 * Gives each question its content as a new draft version, in the order of the additions, with a number of statements
 * that does not depend on how many they are. A draft that is replaced is retired; what is published stays.
 */
export async function addVersions(
  tx: Tx,
  additions: readonly Addition[],
  { authorId, now }: Occasion,
): Promise<Written[]> {
  const skills = await skillIds(tx)
  const stimuli = await storeStimuli(tx, additions, now)
  // Ids of one millisecond are in no order of their own; sorted, they list a file's questions as the file does.
  const newIds = additions.map(() => randomUUIDv7()).sort()
  const versions = additions.map(({ content, standing }, index) => ({
    id: randomUUIDv7(),
    questionId: standing?.id ?? newIds[index] ?? randomUUIDv7(),
    version: (standing?.latestVersion.version ?? 0) + 1,
    state: 'DRAFT' as const,
    exam: content.exam,
    section: content.section,
    skillId: skills.get(content.skill) ?? '',
    language: content.language,
    stimulusId: stimuli.get(content) ?? null,
    type: content.response.type,
    license: content.license,
    stem: content.stem,
    figure: content.figure ?? Prisma.DbNull,
    response: responseJson(content),
    explanation: content.explanation,
    irt: content.irt ?? Prisma.DbNull,
    contentHash: hashOf(content),
    authorId,
    createdAt: now,
  }))
  await tx.question.createMany({
    data: versions.flatMap((version, index) => {
      const { standing = null, identity } = additions[index] ?? {}
      if (standing) return []
      return [
        { id: version.questionId, ...identity, state: 'DRAFT', latestVersionId: version.id, createdAt: now },
      ]
    }),
  })
  await tx.questionVersion.createMany({ data: versions })
  const written = versions.map(({ id, questionId }) => ({ questionId, versionId: id }))
  await replaceLatest(
    tx,
    written.filter((_version, index) => additions[index]?.standing),
  )
  return written
}

/** What two contents have in common exactly when they say the same. */
export function hashOf(content: QuestionContent | StimulusContent): string {
  return createHash('sha256').update(canonicalText(content)).digest('hex')
}

async function skillIds(tx: Tx): Promise<Map<string, string>> {
  const skills = await tx.skill.findMany({ select: { code: true, id: true } })
  return new Map(skills.map(({ code, id }) => [code, id]))
}

/** The id of each content's stimulus; texts that are not stored yet are stored once. */
async function storeStimuli(
  tx: Tx,
  additions: readonly Addition[],
  now: Date,
): Promise<Map<QuestionContent, string>> {
  const externalIds = additions.flatMap(({ content: { stimulus } }) =>
    stimulus && 'text' in stimulus && stimulus.externalId ? [stimulus.externalId] : [],
  )
  const stored = await tx.stimulus.findMany({
    where: { externalId: { in: externalIds } },
    select: { id: true, contentHash: true },
  })
  const ids = new Map(stored.map(({ id, contentHash }) => [contentHash, id]))
  const rows = []
  const result = new Map<QuestionContent, string>()
  for (const { content } of additions) {
    const { stimulus } = content
    if (!stimulus) continue
    if ('storedId' in stimulus) {
      result.set(content, stimulus.storedId)
      continue
    }
    const contentHash = hashOf(stimulus)
    const id = ids.get(contentHash) ?? randomUUIDv7()
    if (!ids.has(contentHash)) rows.push({ id, contentHash, ...stimulus, createdAt: now })
    ids.set(contentHash, id)
    result.set(content, id)
  }
  await tx.stimulus.createMany({ data: rows })
  return result
}

function responseJson({ response }: QuestionContent): Prisma.InputJsonObject {
  const { type: _type, ...fields } = response
  return fields
}

async function replaceLatest(tx: Tx, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  const questionIds = written.map((version) => version.questionId)
  const versionIds = written.map((version) => version.versionId)
  await tx.$executeRaw`
    UPDATE question_versions SET state = 'RETIRED'
    WHERE question_id = ANY(${questionIds}::uuid[]) AND NOT id = ANY(${versionIds}::uuid[])
      AND state IN ('DRAFT', 'IN_REVIEW')`
  await tx.$executeRaw`
    UPDATE questions SET
      latest_version_id = written.version_id,
      state = CASE WHEN published_version_id IS NULL THEN 'DRAFT' ELSE 'PUBLISHED' END::question_state
    FROM unnest(${questionIds}::uuid[], ${versionIds}::uuid[]) AS written(question_id, version_id)
    WHERE questions.id = written.question_id`
}
