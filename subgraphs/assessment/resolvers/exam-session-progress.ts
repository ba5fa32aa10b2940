import { coded } from '../../../kit/errors.ts'
import { sessionItemId } from '../domain/form.ts'
import { mapEach } from '../../../kit/follow-log.ts'
import type { ExamSessionProgressResolvers, SubscriptionResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { sessionProgress } from '../progress.ts'
import { remainingSeconds } from './exam-session.ts'

export const examSessionProgress: SubscriptionResolvers['examSessionProgress'] = {
  subscribe: async (_parent, { sessionId, afterSequence }, context) => {
    const active = await context.sessions.open(sessionId)
    if (!active) throw coded('NOT_FOUND', say('SESSION_NOT_FOUND', context.locale))
    const changes = await sessionProgress(context, active, afterSequence ?? null)
    return mapEach(changes, { map: (progress) => ({ examSessionProgress: progress }) })
  },
}

export const ExamSessionProgress: ExamSessionProgressResolvers = {
  itemId: ({ session, position }) => (position === null ? null : sessionItemId(session.id, position)),
  status: ({ session }) => session.status,
  currentSection: async ({ session }, _args, { store, loaders }) => {
    const { openSection } = await loaders.state(session)
    const form = await store.forms.get(session.formId)
    const section = openSection === null ? undefined : form.sections[openSection]
    return section ? { id: section.sectionId } : null
  },
  deadlineAt: ({ session }) => session.deadlineAt,
  remainingSeconds: ({ session }, _args, { now }) => remainingSeconds(session.deadlineAt, now()),
  answeredCount: async ({ session }, _args, { loaders }) => (await loaders.state(session)).answeredCount,
  itemCount: async ({ session }, _args, { store }) => (await store.forms.get(session.formId)).items.length,
}
