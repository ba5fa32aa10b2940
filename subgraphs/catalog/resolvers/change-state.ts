import type { Context } from '../context.ts'
import type { QuestionStep } from '../store/change-question-state.ts'
import { noQuestion, wrongQuestionState } from './user-errors.ts'

/** Takes a question a step further: to review, into use, or out of use. */
export async function changeState(questionId: string, step: QuestionStep, context: Context) {
  const { store, occasion, locale } = context
  const question = await store.changeQuestionState(questionId, step, occasion)
  if (question === null) return { question: null, errors: [noQuestion(locale)] }
  if (typeof question === 'string') return { question: null, errors: [wrongQuestionState(question, locale)] }
  return { question, errors: [] }
}
