import type { MutationResolvers } from '../generated.ts'
import { readQuestionInput } from './question-row.ts'
import { invalidQuestion, noQuestion, unknownStimulus } from './user-errors.ts'

export const reviseQuestion: MutationResolvers['reviseQuestion'] = async (
  _parent,
  { input },
  { store, occasion, locale },
) => {
  const read = readQuestionInput(input.question)
  if ('issues' in read) return { question: null, errors: invalidQuestion(read.issues, locale) }
  const question = await store.reviseQuestion(input.questionId, read.content, occasion)
  if (question === 'NO_QUESTION') return { question: null, errors: [noQuestion(locale)] }
  if (question === 'NO_STIMULUS') return { question: null, errors: [unknownStimulus(input.question, locale)] }
  return { question, errors: [] }
}
