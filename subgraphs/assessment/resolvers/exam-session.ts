import type { Session } from '../active-sessions.ts'
import type { Context } from '../context.ts'
import { itemOfSession } from '../domain/form.ts'
import type { SessionState } from '../domain/session.ts'
import type { ExamSessionResolvers } from '../generated.ts'
import { itemModel, type SectionModel } from './models.ts'

export const ExamSession: ExamSessionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.session.load(id),
  student: ({ studentId }) => ({ id: studentId }),
  exam: ({ examId }) => ({ id: examId }),
  title: async ({ formId }, _args, { store, locale }) => (await store.forms.get(formId)).title[locale],
  room: ({ roomId, tutorId }, _args, { loaders, viewer }) => {
    const shown = viewer?.userId === tutorId || viewer?.roles.includes('ADMIN')
    return roomId !== null && shown ? loaders.room.load(roomId) : null
  },
  remainingSeconds: ({ deadlineAt }, _args, { now }) => remainingSeconds(deadlineAt, now()),
  currentSection: async (session, _args, context) => {
    const state = await context.loaders.state(session)
    return state.openSection === null ? null : sectionModel(session, state, state.openSection, context)
  },
  sections: async (session, _args, context) => {
    const state = await context.loaders.state(session)
    return Promise.all(state.sections.map((_section, index) => sectionModel(session, state, index, context)))
  },
  item: async (session, { id }, { store, loaders }) => {
    const form = await store.forms.get(session.formId)
    const item = itemOfSession(form, session.id, id)
    const state = await loaders.state(session)
    return item && item.section === state.openSection ? itemModel(form, state, item) : null
  },
  answeredCount: async (session, _args, { loaders }) =>
    session.answeredCount ?? (await loaders.state(session)).answeredCount,
  itemCount: async ({ formId }, _args, { store }) => (await store.forms.get(formId)).items.length,
  sequence: async (session, _args, { loaders }) => (await loaders.state(session)).sequence,
  lastClientSequence: async (session, _args, { loaders }) =>
    (await loaders.state(session)).lastClientSequence,
  report: async (session, _args, { loaders }) => {
    if (session.status !== 'FINISHED') return null
    const row = await loaders.report.load(session.id)
    return row && { ...row, session }
  },
  review: async (session, _args, { store, loaders, viewer }) => {
    if (session.status !== 'FINISHED') return null
    const { studentId, examId } = session
    // The keys of last time are the keys of this time.
    if (viewer?.userId === studentId && (await loaders.examsBeingSat.load(studentId)).includes(examId))
      return null
    const [form, state] = await Promise.all([store.forms.get(session.formId), loaders.state(session)])
    return form.items.map((item) => itemModel(form, state, item))
  },
}

/** The whole seconds until a deadline, 0 when it is over or when there is none. */
export function remainingSeconds(deadlineAt: Date | null, now: Date): number {
  return deadlineAt === null ? 0 : Math.max(0, Math.ceil((deadlineAt.getTime() - now.getTime()) / 1000))
}

async function sectionModel(
  session: Session,
  state: SessionState,
  index: number,
  { store }: Context,
): Promise<SectionModel> {
  return { sessionId: session.id, form: await store.forms.get(session.formId), state, index }
}
