import { unauthenticated } from '../../../kit/errors.ts'
import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'

export const markAllNotificationsRead: MutationResolvers['markAllNotificationsRead'] = async (
  _parent,
  { input },
  { viewer, store, locale, now },
) => {
  if (!viewer) throw unauthenticated()
  const upToSequence = input.upToSequence ?? undefined
  if (upToSequence !== undefined && upToSequence < 0) {
    const message = say('SEQUENCE_NEGATIVE', locale)
    return {
      markedCount: null,
      recipient: null,
      errors: [{ __typename: 'InvalidInput', code: 'INVALID_INPUT', message, field: 'input.upToSequence' }],
    }
  }
  const markedCount = await store.markAllRead({ userId: viewer.userId, upToSequence, now: now() })
  return { markedCount, recipient: { id: viewer.userId }, errors: [] }
}
