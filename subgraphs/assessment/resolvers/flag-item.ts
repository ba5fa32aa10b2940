import { itemOfSession } from '../domain/form.ts'
import type { MutationResolvers } from '../generated.ts'
import { notFound, sectionRefusal } from './user-errors.ts'

export const flagItem: MutationResolvers['flagItem'] = async (_parent, { input }, context) => {
  const { sessions, locale, receivedAt } = context
  const refuse = (error: ReturnType<typeof notFound | typeof sectionRefusal>) => ({
    session: null,
    errors: [error],
  })
  const active = await sessions.open(input.sessionId)
  if (!active) return refuse(notFound('SESSION_NOT_FOUND', 'input.sessionId', locale))
  const item = itemOfSession(active.form, input.sessionId, input.itemId)
  if (!item) return refuse(notFound('ITEM_NOT_FOUND', 'input.itemId', locale))

  const command = { type: 'flag', position: item.position, flagged: input.flagged } as const
  const { session, decision } = await sessions.execute(active, command, receivedAt)
  return decision.refusal
    ? refuse(sectionRefusal(decision.refusal, 'input.itemId', locale))
    : { session, errors: [] }
}
