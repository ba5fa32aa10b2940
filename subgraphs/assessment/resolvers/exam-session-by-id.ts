import type { QueryResolvers } from '../generated.ts'

export const examSession: QueryResolvers['examSession'] = (_parent, { id }, { loaders }) =>
  loaders.session.load(id)
