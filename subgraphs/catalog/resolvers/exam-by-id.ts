import type { QueryResolvers } from '../generated.ts'
import { findableExam } from '../visibility.ts'

export const exam: QueryResolvers['exam'] = async (_parent, { id }, { loaders, viewer }) =>
  findableExam(await loaders.exam.load(id), viewer)
