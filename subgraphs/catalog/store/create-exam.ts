import { randomUUIDv7 } from 'node:crypto'
import { isUuid } from '../../../kit/uuid.ts'
import type { ExamPlan } from '../domain/exam.ts'
import type { ExamIssue } from '../domain/exam-issues.ts'
import type { Occasion } from '../events.ts'
import type { Exam } from './prisma/client.ts'
import { takeTurn, type Tx } from './transaction.ts'

/** Stores an exam as a draft, with the questions that its plan names. */
export async function createExam(
  tx: Tx,
  plan: ExamPlan,
  { authorId, now }: Occasion,
): Promise<{ exam: Exam } | { issues: ExamIssue[] }> {
  await takeTurn(tx, 'create-exam')
  if ((await tx.exam.count({ where: { code: plan.code } })) > 0) {
    return { issues: [{ field: 'code', code: 'CODE_TAKEN' }] }
  }
  const published = await publishedVersions(
    tx,
    plan.sections.flatMap((section) => section.questionIds ?? []),
  )
  const issues = plan.sections.flatMap(({ questionIds }, index): ExamIssue[] =>
    questionIds?.some((id) => !published.has(id))
      ? [{ field: `sections[${index}].questionIds`, code: 'QUESTION_NOT_PUBLISHED' }]
      : [],
  )
  if (issues.length > 0) return { issues }

  const { code, title, format } = plan
  const exam = await tx.exam.create({
    data: {
      id: randomUUIDv7(),
      code,
      titleId: title.id,
      titleEn: title.en,
      format,
      state: 'DRAFT',
      authorId,
      createdAt: now,
    },
  })
  const sections = plan.sections.map((section, index) => ({
    id: randomUUIDv7(),
    examId: exam.id,
    position: index + 1,
    code: section.code,
    titleId: section.title.id,
    titleEn: section.title.en,
    durationSeconds: section.durationSeconds,
    questionCount: section.questionCount,
    bankSection: section.bankSection,
  }))
  await tx.examSection.createMany({ data: sections })
  await tx.examItem.createMany({
    data: sections.flatMap((section, index) =>
      (plan.sections[index]?.questionIds ?? []).map((questionId, place) => ({
        id: randomUUIDv7(),
        sectionId: section.id,
        position: place + 1,
        questionVersionId: published.get(questionId) ?? '',
      })),
    ),
  })
  return { exam }
}

/** The published version of each question that has one. */
async function publishedVersions(tx: Tx, questionIds: readonly string[]): Promise<Map<string, string>> {
  const questions = await tx.question.findMany({
    where: { id: { in: questionIds.filter(isUuid) } },
    select: { id: true, publishedVersionId: true },
  })
  return new Map(
    questions.flatMap(({ id, publishedVersionId }) => (publishedVersionId ? [[id, publishedVersionId]] : [])),
  )
}
