import type { MutationResolvers } from '../generated.ts'
import { changedExam } from './changed-exam.ts'

export const publishExam: MutationResolvers['publishExam'] = async (
  _parent,
  { input },
  { store, occasion, locale },
) => changedExam(await store.publishExam(input.examId, occasion), locale)
