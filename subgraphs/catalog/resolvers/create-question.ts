import type { MutationResolvers } from '../generated.ts'
import { readQuestionInput } from './question-row.ts'
import { invalidQuestion, unknownStimulus } from './user-errors.ts'

export const createQuestion: MutationResolvers['createQuestion'] = async (
  _parent,
  { input },
  { store, occasion, locale },
) => {
  const read = readQuestionInput(input.question)
  if ('issues' in read) return { question: null, errors: invalidQuestion(read.issues, locale) }
  const question = await store.createQuestion(read.content, occasion)
  return question ? { question, errors: [] } : { question, errors: [unknownStimulus(input.question, locale)] }
}
