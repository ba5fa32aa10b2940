import type { MutationResolvers } from '../generated.ts'
import { changedExam } from './changed-exam.ts'

export const fillExam: MutationResolvers['fillExam'] = async (_parent, { input }, { store, locale }) =>
  changedExam(await store.fillExam(input.examId, input.preferSource ?? null), locale)
