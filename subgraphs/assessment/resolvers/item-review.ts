import type { FormSection, Question } from '../domain/form.ts'
import type { Response } from '../domain/response.ts'
import { scoreItem } from '../domain/score-report.ts'
import type { ItemReviewResolvers } from '../generated.ts'
import type { ItemModel } from './models.ts'
import { presented } from './session-item.ts'

/** Reached only through a session that has ended. */
export const ItemReview: ItemReviewResolvers = {
  ...presented,
  section: (model) => ({ id: sectionOf(model).sectionId }),
  sectionCode: (model) => sectionOf(model).code,
  question: ({ item }) => ({ id: item.question.questionId }),
  skill: ({ item }) => ({ id: item.question.skill.id }),
  key: ({ item }) => keyOf(item.question),
  tolerance: ({ item: { question } }) =>
    question.type === 'SHORT_ANSWER' ? question.answer.tolerance : null,
  misconception: ({ item: { question }, state: { response } }) => {
    if (question.type !== 'MULTIPLE_CHOICE' || !response || !('choice' in response)) return null
    if (response.choice === question.key) return null
    return question.options.find(({ id }) => id === response.choice)?.misconception ?? null
  },
  explanation: ({ item }) => item.question.explanation,
  correct: ({ item, state }) => scoreItem(item.question, state.response) === 1,
  points: ({ item, state }) => scoreItem(item.question, state.response),
  timeSpentMs: ({ state }) => state.timeSpentMs,
}

function keyOf(question: Question): Response {
  switch (question.type) {
    case 'MULTIPLE_CHOICE':
      return { choice: question.key }
    case 'TRUE_FALSE':
      return { statements: question.statements.map(({ id, key }) => ({ id, value: key })) }
    case 'SHORT_ANSWER':
      return { text: question.answer.value }
  }
}

function sectionOf({ form, item }: ItemModel): FormSection {
  const section = form.sections[item.section]
  if (!section) throw new Error(`Form ${form.formId} has no section ${item.section}`)
  return section
}
