import type { Locale } from '../../../kit/identity.ts'
import type { InputProblem } from '../domain/profile.ts'
import { say, type MessageKey } from '../messages.ts'

/** The members of the payloads' error unions, in the reader's language. */
export function invalidInput({ field, problem }: { field: string; problem: MessageKey }, locale: Locale) {
  return { __typename: 'InvalidInput' as const, code: 'INVALID_INPUT', message: say(problem, locale), field }
}

export function invalidInputs(problems: readonly InputProblem[], locale: Locale) {
  return problems.map((problem) => invalidInput(problem, locale))
}

export function invalidRefreshToken(locale: Locale) {
  const code = 'INVALID_REFRESH_TOKEN'
  return {
    __typename: 'InvalidRefreshToken' as const,
    code,
    message: say(code, locale),
    field: 'input.refreshToken',
  }
}
