import type { QueryResolvers } from '../generated.ts'
import { findableExam } from '../visibility.ts'

export const examByCode: QueryResolvers['examByCode'] = async (_parent, { code }, { store, viewer }) =>
  findableExam(await store.examByCode(code), viewer)
