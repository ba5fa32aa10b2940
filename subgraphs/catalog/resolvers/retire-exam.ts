import type { MutationResolvers } from '../generated.ts'
import { noExam, wrongExamState } from './user-errors.ts'

export const retireExam: MutationResolvers['retireExam'] = async (
  _parent,
  { input },
  { store, occasion, locale },
) => {
  const exam = await store.retireExam(input.examId, occasion)
  if (exam === null) return { exam, errors: [noExam(locale)] }
  if (!('id' in exam)) return { exam: null, errors: [wrongExamState(exam.state, locale)] }
  return { exam, errors: [] }
}
