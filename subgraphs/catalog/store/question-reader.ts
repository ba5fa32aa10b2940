import type { Cursor } from '../../../kit/pagination.ts'
import { isUuid } from '../../../kit/uuid.ts'
import { isStorable } from '../../../kit/storable.ts'
import type { ExamFamily, Figure, Irt, QuestionState, ResponseForm } from '../domain/question.ts'
import type {
  Prisma,
  PrismaClient,
  Question,
  QuestionVersion as VersionRow,
  Stimulus,
} from './prisma/client.ts'

export type { Question, Stimulus }

/** A version of a question; `response` has the fields of the form that `type` names. */
export type QuestionVersion = Omit<VersionRow, 'type' | 'response' | 'figure' | 'irt'> & {
  response: ResponseForm
  figure: Figure | null
  irt: Irt | null
}

export type QuestionFilter = {
  state?: QuestionState | null
  exam?: ExamFamily | null
  section?: string | null
  skill?: string | null
  source?: string | null
  externalId?: string | null
}

export function questionReader(prisma: PrismaClient) {
  return {
    questionsByIds: (ids: readonly string[]): Promise<Question[]> =>
      prisma.question.findMany({ where: { id: { in: ids.filter(isUuid) } } }),

    async versionsByIds(ids: readonly string[]): Promise<QuestionVersion[]> {
      const rows = await prisma.questionVersion.findMany({ where: { id: { in: ids.filter(isUuid) } } })
      return rows.map(typed)
    },

    /** All versions of the questions, the newest first. */
    async versionsOfQuestions(questionIds: readonly string[]): Promise<QuestionVersion[]> {
      const rows = await prisma.questionVersion.findMany({
        where: { questionId: { in: [...questionIds] } },
        orderBy: { version: 'desc' },
      })
      return rows.map(typed)
    },

    /** The ids of published questions by their names at their source. */
    async questionIds(externalIds: readonly string[]): Promise<Map<string, string>> {
      const rows = await prisma.question.findMany({
        where: { externalId: { in: [...externalIds] }, state: 'PUBLISHED' },
        select: { id: true, externalId: true },
      })
      return new Map(rows.map(({ id, externalId }) => [externalId ?? '', id]))
    },

    stimuliByIds: (ids: readonly string[]): Promise<Stimulus[]> =>
      prisma.stimulus.findMany({ where: { id: { in: ids.filter(isUuid) } } }),

    /** A page of the bank and one row more where more follow, in the order in which questions were added. */
    questions(filter: QuestionFilter, first: number, after: Cursor | undefined): Promise<Question[]> {
      const texts = [filter.section, filter.skill, filter.source, filter.externalId]
      if (!texts.every((text) => text == null || isStorable(text))) return Promise.resolve([])
      return prisma.question.findMany({
        where: { AND: [matching(filter), following(after)] },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: first + 1,
      })
    },
  }
}

/** The JSON columns hold what was read by the domain before it was written. */
function typed({ type, response, figure, irt, ...row }: VersionRow): QuestionVersion {
  return {
    ...row,
    response: { type, ...(response as object) } as ResponseForm,
    figure: figure as Figure | null,
    irt: irt as Irt | null,
  }
}

function matching({
  state,
  exam,
  section,
  skill,
  source,
  externalId,
}: QuestionFilter): Prisma.QuestionWhereInput {
  return {
    ...(state ? { state } : {}),
    ...(source == null ? {} : { source }),
    ...(externalId == null ? {} : { externalId }),
    latestVersion: {
      ...(exam ? { exam } : {}),
      ...(section == null ? {} : { section }),
      ...(skill == null ? {} : { skill: { OR: [{ code: skill }, { code: { startsWith: `${skill}.` } }] } }),
    },
  }
}

function following(after: Cursor | undefined): Prisma.QuestionWhereInput {
  if (!after) return {}
  const createdAt = new Date(after.key)
  return { OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: after.id } }] }
}
