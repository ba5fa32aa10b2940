import type { QueryResolvers } from '../generated.ts'

export const questionDraft: QueryResolvers['questionDraft'] = (_parent, { id }, { loaders }) =>
  loaders.drafts.load(id)
