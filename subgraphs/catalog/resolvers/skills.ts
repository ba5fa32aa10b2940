import type { QueryResolvers } from '../generated.ts'

export const skills: QueryResolvers['skills'] = (_parent, { exam }, { store }) => store.skills(exam ?? null)
