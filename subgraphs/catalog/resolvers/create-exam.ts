import { planExam } from '../domain/exam.ts'
import type { MutationResolvers } from '../generated.ts'
import { invalidExam } from './user-errors.ts'

export const createExam: MutationResolvers['createExam'] = async (
  _parent,
  { input },
  { store, occasion, locale },
) => {
  const planned = planExam(input)
  if ('issues' in planned) return { exam: null, errors: invalidExam(planned.issues, locale) }
  const created = await store.createExam(planned.plan, occasion)
  if ('issues' in created) return { exam: null, errors: invalidExam(created.issues, locale) }
  return { exam: created.exam, errors: [] }
}
