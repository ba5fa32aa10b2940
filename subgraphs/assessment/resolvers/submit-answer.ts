import { itemOfSession, sessionItemId } from '../domain/form.ts'
import { acknowledgementOf } from '../domain/session.ts'
import type { MutationResolvers } from '../generated.ts'
import { answerRefusal, notFound } from './user-errors.ts'

export const submitAnswer: MutationResolvers['submitAnswer'] = async (_parent, { input }, context) => {
  const { sessions, locale, receivedAt } = context
  const refuse = (error: ReturnType<typeof notFound | typeof answerRefusal>) => ({
    acknowledgement: null,
    session: null,
    errors: [error],
  })
  const active = await sessions.open(input.sessionId)
  if (!active) return refuse(notFound('SESSION_NOT_FOUND', 'input.sessionId', locale))
  const item = itemOfSession(active.form, input.sessionId, input.itemId)
  if (!item) return refuse(notFound('ITEM_NOT_FOUND', 'input.itemId', locale))

  const { clientSequence, response = null, timeSpentMs = null } = input
  const { position } = item
  const command = { type: 'answer', position, response, clientSequence, timeSpentMs } as const
  const { session, decision } = await sessions.execute(active, command, receivedAt)
  if (decision.refusal) return refuse(answerRefusal(decision.refusal, locale))

  const stored = acknowledgementOf(decision.state, clientSequence)
  if (!stored) throw new Error(`Answer ${clientSequence} of session ${input.sessionId} left no trace`)
  const { sequence, at, superseded } = stored
  const itemId = sessionItemId(session.id, stored.position)
  return {
    acknowledgement: { clientSequence, itemId, sequence, receivedAt: new Date(at), superseded },
    session,
    errors: [],
  }
}
