import { type ExamState, type Shortage, shortages } from '../domain/exam.ts'
import { examPublished, type Occasion } from '../events.ts'
import { appendToOutbox } from './outbox.ts'
import type { Exam, ExamSection } from './prisma/client.ts'
import { contentInclude, questionContent } from './question-content.ts'
import { lockExam, type Tx } from './transaction.ts'

/**
 * Publishes a draft exam whose sections are full of published questions, and says so with all of its content.
 * Gives what is short, or the state that does not allow it; null when there is no such exam.
 */
export async function publishExam(
  tx: Tx,
  id: string,
  occasion: Occasion,
): Promise<Exam | { shortages: Shortage[] } | { state: ExamState } | null> {
  const exam = await lockExam(tx, id)
  if (!exam) return null
  if (exam.state !== 'DRAFT') return { state: exam.state }
  const items = await readItems(tx, exam.sections)
  const short = shortages(
    exam.sections.map((section) => ({
      ...section,
      published: itemsOf(section, items).filter(
        ({ questionVersion }) => questionVersion.state === 'PUBLISHED',
      ).length,
    })),
  )
  if (short.length > 0) return { shortages: short }

  const published = await tx.exam.update({
    where: { id },
    data: { state: 'PUBLISHED', publishedAt: occasion.now },
  })
  const event = examPublished(
    {
      exam: {
        examId: id,
        code: exam.code,
        title: { id: exam.titleId, en: exam.titleEn },
        format: exam.format,
        publishedAt: occasion.now.toISOString(),
        sections: exam.sections.map((section) => ({
          sectionId: section.id,
          code: section.code,
          title: { id: section.titleId, en: section.titleEn },
          position: section.position,
          durationSeconds: section.durationSeconds,
          items: itemsOf(section, items).map((item) => ({
            itemId: item.id,
            position: item.position,
            question: questionContent(item.questionVersion),
          })),
        })),
      },
    },
    occasion,
  )
  await appendToOutbox(tx, [event])
  return published
}

type Items = Awaited<ReturnType<typeof readItems>>

function readItems(tx: Tx, sections: readonly ExamSection[]) {
  return tx.examItem.findMany({
    where: { sectionId: { in: sections.map((section) => section.id) } },
    orderBy: { position: 'asc' },
    include: { questionVersion: { include: contentInclude } },
  })
}

function itemsOf(section: ExamSection, items: Items): Items {
  return items.filter((item) => item.sectionId === section.id)
}
