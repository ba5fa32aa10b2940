import type { QueryResolvers } from '../generated.ts'

export const skill: QueryResolvers['skill'] = (_parent, { code }, { loaders }) =>
  loaders.skillByCode.load(code)
