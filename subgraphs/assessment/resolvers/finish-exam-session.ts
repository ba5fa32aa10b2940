import type { MutationResolvers } from '../generated.ts'
import { notFound } from './user-errors.ts'

export const finishExamSession: MutationResolvers['finishExamSession'] = async (
  _parent,
  { input },
  { sessions, locale, receivedAt },
) => {
  const active = await sessions.open(input.sessionId)
  if (!active) return { session: null, errors: [notFound('SESSION_NOT_FOUND', 'input.sessionId', locale)] }
  const { session } = await sessions.execute(active, { type: 'finish' }, receivedAt)
  return { session, errors: [] }
}
