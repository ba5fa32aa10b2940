import type { QueryResolvers } from '../generated.ts'

export const me: QueryResolvers['me'] = (_parent, _args, { viewer, loaders }) =>
  viewer && loaders.users.load(viewer.userId)
