import { unauthenticated } from '../../../kit/errors.ts'
import { completePreferences } from '../domain/preferences.ts'
import type { QueryResolvers } from '../generated.ts'

export const notificationPreferences: QueryResolvers['notificationPreferences'] = async (
  _parent,
  _args,
  { viewer, store },
) => {
  if (!viewer) throw unauthenticated()
  return completePreferences(await store.readPreferences(viewer.userId))
}
