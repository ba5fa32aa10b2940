import type { UserResolvers } from '../generated.ts'
import type { UserRow } from '../store/index.ts'

/** A person, and whether this operation has just signed them in: until then the request has no viewer. */
export type UserSource = UserRow & { justSignedIn?: true }

export const User: UserResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.users.load(id),
}
