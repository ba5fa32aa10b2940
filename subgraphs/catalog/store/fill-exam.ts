import { randomUUIDv7 } from 'node:crypto'
import { assembleExam, type Candidate } from '../domain/assemble-exam.ts'
import type { ExamState, Shortage } from '../domain/exam.ts'
import type { Exam } from './prisma/client.ts'
import { lockExam, type Tx } from './transaction.ts'

/**
 * Fills the sections of a draft exam that draw from the bank. Gives the shortages, and changes nothing, when a section
 * cannot be filled; the state when the exam is no draft; null when there is no such exam.
 */
export async function fillExam(
  tx: Tx,
  id: string,
  preferSource: string | null,
): Promise<Exam | { shortages: Shortage[] } | { state: ExamState } | null> {
  const exam = await lockExam(tx, id)
  if (!exam) return null
  if (exam.state !== 'DRAFT') return { state: exam.state }
  const drawing = exam.sections.filter((section) => section.bankSection !== null)
  const chosenByHand = await tx.questionVersion.findMany({
    where: { items: { some: { section: { examId: id, bankSection: null } } } },
    select: { questionId: true },
  })
  const candidates = await publishedCandidates(tx, [
    ...new Set(drawing.map((section) => section.bankSection ?? '')),
  ])
  const assembled = assembleExam(drawing, candidates, {
    preferSource,
    taken: chosenByHand.map((version) => version.questionId),
  })
  if ('shortages' in assembled) return assembled

  await tx.examItem.deleteMany({ where: { sectionId: { in: drawing.map((section) => section.id) } } })
  await tx.examItem.createMany({
    data: drawing.flatMap((section, index) =>
      (assembled.chosen[index] ?? []).map((questionVersionId, place) => ({
        id: randomUUIDv7(),
        sectionId: section.id,
        position: place + 1,
        questionVersionId,
      })),
    ),
  })
  return exam
}

/** The published questions of the bank's sections, in an order that is the same on every system. */
function publishedCandidates(tx: Tx, bankSections: string[]): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    SELECT questions.id AS "questionId", versions.id AS "versionId", versions.section AS "bankSection",
      versions.stimulus_id AS "stimulusId", questions.source
    FROM questions
    JOIN question_versions versions ON versions.id = questions.published_version_id
    WHERE versions.section = ANY(${bankSections}::text[])
    ORDER BY questions.source COLLATE "C", questions.external_id COLLATE "C", questions.created_at, questions.id`
}
