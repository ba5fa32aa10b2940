import { readQuestionFile } from '../domain/question-file.ts'
import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { invalidInput } from './user-errors.ts'

const MOST_REFUSALS = 1_000
const nothing = { created: 0, updated: 0, unchanged: 0, published: 0 }

export const importQuestions: MutationResolvers['importQuestions'] = async (
  _parent,
  { input: { file: text, strict, publish } },
  { store, occasion, locale },
) => {
  const file = readQuestionFile(text)
  if ('problem' in file)
    return { report: null, errors: [invalidInput('input.file', say(file.problem, locale))] }
  const applied = !strict || file.refusals.length === 0
  const counts = applied ? await store.importQuestions(file.rows, publish, occasion) : nothing
  const refusals = file.refusals.slice(0, MOST_REFUSALS)
  const refusedRows = new Set(file.refusals.map((refusal) => refusal.row)).size
  return { report: { applied, ...counts, refusedRows, refusals }, errors: [] }
}
