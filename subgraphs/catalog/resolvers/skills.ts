import type { QueryResolvers } from '../generated.ts'

export const skills: QueryResolvers['skills'] = (_root, { exam }, { store }) => store.skills(exam ?? null)
