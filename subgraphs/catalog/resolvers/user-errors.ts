import type { Locale } from '../../../kit/identity.ts'
import type { ExamIssue } from '../domain/exam-issues.ts'
import { examIssueMessage } from '../domain/exam-issues.ts'
import type { ExamState, Shortage } from '../domain/exam.ts'
import { type Issue, issueMessage } from '../domain/issues.ts'
import type { StateProblem } from '../domain/question.ts'
import { type MessageKey, say, sayShortage } from '../messages.ts'

/** The failures that a person can cause, as the schema shows them, in the reader's language. */

export function invalidInput(field: string, message: string) {
  return { __typename: 'InvalidInput' as const, code: 'INVALID_INPUT', field, message }
}

/** What is wrong with a question that came as `input.question`. */
export function invalidQuestion(issues: readonly Issue[], locale: Locale) {
  return issues.map((issue) =>
    invalidInput(`input.question.${issue.field}`, `${issue.field}: ${issueMessage(issue, locale)}`),
  )
}

/** The question names a stimulus that is not stored. */
export function unknownStimulus({ stimulusId }: { stimulusId?: string | null }, locale: Locale) {
  return invalidInput(
    'input.question.stimulusId',
    issueMessage({ code: 'UNKNOWN_STIMULUS', value: stimulusId ?? '' }, locale),
  )
}

export function invalidExam(issues: readonly ExamIssue[], locale: Locale) {
  return issues.map(({ field, code }) => invalidInput(`input.${field}`, examIssueMessage(code, locale)))
}

export function noQuestion(locale: Locale) {
  return notFound('NO_QUESTION', 'input.questionId', locale)
}

export function noExam(locale: Locale) {
  return notFound('NO_EXAM', 'input.examId', locale)
}

export function wrongQuestionState(problem: StateProblem, locale: Locale) {
  return wrongState(problem, 'input.questionId', locale)
}

export function wrongExamState(state: ExamState, locale: Locale) {
  return wrongState(state === 'RETIRED' ? 'EXAM_RETIRED' : 'EXAM_NOT_DRAFT', 'input.examId', locale)
}

export function insufficientQuestions(shortages: readonly Shortage[], locale: Locale) {
  return shortages.map((shortage) => ({
    __typename: 'InsufficientQuestions' as const,
    code: 'INSUFFICIENT_QUESTIONS',
    field: 'input.examId',
    message: sayShortage(shortage, locale),
    ...shortage,
  }))
}

function notFound(key: MessageKey, field: string, locale: Locale) {
  return { __typename: 'NotFound' as const, code: 'NOT_FOUND', field, message: say(key, locale) }
}

function wrongState(code: MessageKey, field: string, locale: Locale) {
  return { __typename: 'WrongState' as const, code, field, message: say(code, locale) }
}
