import type { MutationResolvers } from '../generated.ts'
import { notFound, sectionRefusal } from './user-errors.ts'

export const submitSection: MutationResolvers['submitSection'] = async (_parent, { input }, context) => {
  const { sessions, locale, receivedAt } = context
  const refuse = (error: ReturnType<typeof notFound | typeof sectionRefusal>) => ({
    session: null,
    errors: [error],
  })
  const active = await sessions.open(input.sessionId)
  if (!active) return refuse(notFound('SESSION_NOT_FOUND', 'input.sessionId', locale))
  const section = active.form.sections.findIndex(({ sectionId }) => sectionId === input.sectionId)
  if (section === -1) return refuse(notFound('SECTION_NOT_FOUND', 'input.sectionId', locale))

  const { session, decision } = await sessions.execute(active, { type: 'submitSection', section }, receivedAt)
  return decision.refusal
    ? refuse(sectionRefusal(decision.refusal, 'input.sectionId', locale))
    : { session, errors: [] }
}
