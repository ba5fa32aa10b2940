import { unauthenticated } from '../../../kit/errors.ts'
import { parseProfileChange } from '../domain/profile.ts'
import type { MutationResolvers } from '../generated.ts'
import { invalidInputs } from './user-errors.ts'

export const updateProfile: MutationResolvers['updateProfile'] = async (_parent, { input }, context) => {
  const { store, viewer, locale, occasion } = context
  if (!viewer) throw unauthenticated()
  const parsed = parseProfileChange(input)
  if (parsed.problems) return { user: null, errors: invalidInputs(parsed.problems, locale) }
  const user = await store.updateProfile({ userId: viewer.userId, ...parsed.value }, occasion)
  return { user, errors: [] }
}
