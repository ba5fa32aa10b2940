import { unauthenticated } from '../../../kit/errors.ts'
import { isUuid } from '../../../kit/uuid.ts'
import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'

export const markNotificationRead: MutationResolvers['markNotificationRead'] = async (
  _parent,
  { input: { id } },
  { viewer, store, locale, now },
) => {
  if (!viewer) throw unauthenticated()
  const notification = isUuid(id) ? await store.markRead({ userId: viewer.userId, id, now: now() }) : null
  if (notification) return { notification, errors: [] }
  const message = say('NOTIFICATION_NOT_FOUND', locale)
  return {
    notification: null,
    errors: [{ __typename: 'NotFound', code: 'NOT_FOUND', message, field: 'input.id' }],
  }
}
