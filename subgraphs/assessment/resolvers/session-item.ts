import { type Question, sessionItemId } from '../domain/form.ts'
import type { ItemResponseResolvers, SessionItemResolvers } from '../generated.ts'
import type { ItemModel } from './models.ts'

/**
 * What a student sees of a question, during the exam and after it. Each part is copied out by name: a question holds its
 * key, and nothing of it may come along.
 */
export const presented = {
  id: ({ sessionId, item }: ItemModel) => sessionItemId(sessionId, item.position),
  number: ({ item }: ItemModel) => item.number,
  type: ({ item }: ItemModel) => item.question.type,
  language: ({ item }: ItemModel) => item.question.language,
  stimulus: ({ item }: ItemModel) => {
    const { stimulus } = item.question
    return (
      stimulus && { id: stimulus.id, title: stimulus.title, text: stimulus.text, source: stimulus.source }
    )
  },
  stem: ({ item }: ItemModel) => item.question.stem,
  figure: ({ item }: ItemModel) => {
    const { figure } = item.question
    return figure && { url: figure.url, alt: figure.alt }
  },
  options: ({ item: { question } }: ItemModel) =>
    question.type === 'MULTIPLE_CHOICE' ? withoutKeys(question.options) : [],
  statements: ({ item: { question } }: ItemModel) =>
    question.type === 'TRUE_FALSE' ? withoutKeys(question.statements) : [],
  unit: ({ item: { question } }: ItemModel) => unitOf(question),
  response: ({ state }: ItemModel) => state.response,
  flagged: ({ state }: ItemModel) => state.flagged,
}

export const SessionItem: SessionItemResolvers = presented

export const ItemResponse: ItemResponseResolvers = {
  choice: (response) => ('choice' in response ? response.choice : null),
  statements: (response) => ('statements' in response ? [...response.statements] : null),
  text: (response) => ('text' in response ? response.text : null),
}

function withoutKeys(choices: readonly { id: string; text: string }[]): { id: string; text: string }[] {
  return choices.map(({ id, text }) => ({ id, text }))
}

function unitOf(question: Question): string | null {
  return question.type === 'SHORT_ANSWER' ? question.answer.unit : null
}
