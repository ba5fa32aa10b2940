import type { Question } from './form.ts'

/** What a student answered, in the form that the question's type wants. */
export type Response =
  { choice: string } | { statements: readonly { id: string; value: boolean }[] } | { text: string }

/** An answer as a client may send it: anything may be missing or too much. */
export type ResponseInput = {
  choice?: string | null
  statements?: readonly { id: string; value: boolean }[] | null
  text?: string | null
}

const RESPONSE_TEXT_LIMIT = 64

/** Why a response does not fit its question, and the field at fault, as a path inside the response. */
export type ResponseProblem = {
  reason:
    | 'WRONG_FORM'
    | 'UNKNOWN_OPTION'
    | 'UNKNOWN_STATEMENT'
    | 'REPEATED_STATEMENT'
    | 'NO_STATEMENTS'
    | 'EMPTY_TEXT'
    | 'TEXT_TOO_LONG'
    | 'TEXT_UNREADABLE'
  field: string
}

/**
 * Accepts only what can be an answer to this question: the one right form, with options and statements that it has.
 * Statements come out in the question's order and text without space around it, so that equal answers are equal.
 */
export function parseResponse(question: Question, input: ResponseInput): Response | ResponseProblem {
  const wanted = { MULTIPLE_CHOICE: 'choice', TRUE_FALSE: 'statements', SHORT_ANSWER: 'text' } as const
  const form = wanted[question.type]
  for (const field of ['choice', 'statements', 'text'] as const) {
    if ((input[field] != null) !== (field === form)) return { reason: 'WRONG_FORM', field: form }
  }
  switch (question.type) {
    case 'MULTIPLE_CHOICE': {
      const choice = input.choice ?? ''
      if (!question.options.some(({ id }) => id === choice))
        return { reason: 'UNKNOWN_OPTION', field: 'choice' }
      return { choice }
    }
    case 'TRUE_FALSE':
      return parseStatements(question.statements, input.statements ?? [])
    case 'SHORT_ANSWER': {
      const text = (input.text ?? '').trim()
      if (text === '') return { reason: 'EMPTY_TEXT', field: 'text' }
      if (text.length > RESPONSE_TEXT_LIMIT) return { reason: 'TEXT_TOO_LONG', field: 'text' }
      // What no keyboard types: control characters and halves of characters, which PostgreSQL could not store either.
      if (/\p{Cc}/u.test(text) || !text.isWellFormed()) return { reason: 'TEXT_UNREADABLE', field: 'text' }
      return { text }
    }
  }
}

export function isProblem(parsed: Response | ResponseProblem): parsed is ResponseProblem {
  return 'reason' in parsed
}

/** Whether two responses, as `parseResponse` gives them, are one answer; null is none. */
export function sameResponse(one: Response | null, other: Response | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function parseStatements(
  asked: readonly { id: string }[],
  judged: readonly { id: string; value: boolean }[],
): Response | ResponseProblem {
  if (judged.length === 0) return { reason: 'NO_STATEMENTS', field: 'statements' }
  const values = new Map<string, boolean>()
  for (const [index, { id, value }] of judged.entries()) {
    if (!asked.some((statement) => statement.id === id))
      return { reason: 'UNKNOWN_STATEMENT', field: `statements.${index}.id` }
    if (values.has(id)) return { reason: 'REPEATED_STATEMENT', field: `statements.${index}.id` }
    values.set(id, value)
  }
  const statements = asked.flatMap(({ id }) => {
    const value = values.get(id)
    return value === undefined ? [] : [{ id, value }]
  })
  return { statements }
}
