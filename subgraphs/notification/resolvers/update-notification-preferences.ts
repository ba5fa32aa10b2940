import { unauthenticated } from '../../../kit/errors.ts'
import { completePreferences, repeatedKind } from '../domain/preferences.ts'
import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'

export const updateNotificationPreferences: MutationResolvers['updateNotificationPreferences'] = async (
  _parent,
  { input },
  { viewer, store, locale },
) => {
  if (!viewer) throw unauthenticated()
  if (repeatedKind(input.preferences)) {
    const message = say('KIND_REPEATED', locale)
    return {
      preferences: null,
      errors: [{ __typename: 'InvalidInput', code: 'INVALID_INPUT', message, field: 'input.preferences' }],
    }
  }
  await store.writePreferences(viewer.userId, input.preferences)
  return { preferences: completePreferences(await store.readPreferences(viewer.userId)), errors: [] }
}
