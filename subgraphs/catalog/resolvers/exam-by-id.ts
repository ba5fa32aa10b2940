import type { QueryResolvers } from '../generated.ts'
import { findableExam } from '../visibility.ts'

export const exam: QueryResolvers['exam'] = async (_root, { id }, { loaders, viewer }) =>
  findableExam(await loaders.exam.load(id), viewer)
