import type { Cursor } from '../../../kit/pagination.ts'
import { isUuid } from '../../../kit/uuid.ts'
import { isStorable } from '../../../kit/storable.ts'
import type { ExamState } from '../domain/exam.ts'
import type { Exam, ExamItem, ExamSection, Prisma, PrismaClient } from './prisma/client.ts'

export type { Exam, ExamItem, ExamSection }

export function examReader(prisma: PrismaClient) {
  return {
    examsByIds: (ids: readonly string[]): Promise<Exam[]> =>
      prisma.exam.findMany({ where: { id: { in: ids.filter(isUuid) } } }),

    examByCode: (code: string): Promise<Exam | null> =>
      isStorable(code) ? prisma.exam.findUnique({ where: { code } }) : Promise.resolve(null),

    sectionsByIds: (ids: readonly string[]): Promise<ExamSection[]> =>
      prisma.examSection.findMany({ where: { id: { in: ids.filter(isUuid) } } }),

    /** The sections of the exams, each exam's in order. */
    sectionsOfExams: (examIds: readonly string[]): Promise<ExamSection[]> =>
      prisma.examSection.findMany({ where: { examId: { in: [...examIds] } }, orderBy: { position: 'asc' } }),

    /** The items of the sections, each section's in order. */
    itemsOfSections: (sectionIds: readonly string[]): Promise<ExamItem[]> =>
      prisma.examItem.findMany({
        where: { sectionId: { in: [...sectionIds] } },
        orderBy: { position: 'asc' },
      }),

    /** A page of exams and one row more where more follow, the newest first. */
    exams: (state: ExamState | null, first: number, after: Cursor | undefined): Promise<Exam[]> =>
      prisma.exam.findMany({
        where: { AND: [state ? { state } : {}, following(after)] },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: first + 1,
      }),
  }
}

function following(after: Cursor | undefined): Prisma.ExamWhereInput {
  if (!after) return {}
  const createdAt = new Date(after.key)
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: after.id } }] }
}
