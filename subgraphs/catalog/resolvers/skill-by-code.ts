import type { QueryResolvers } from '../generated.ts'

export const skill: QueryResolvers['skill'] = (_root, { code }, { loaders }) => loaders.skillByCode.load(code)
