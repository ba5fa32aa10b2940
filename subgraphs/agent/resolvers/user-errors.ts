import type { Locale } from '../../../kit/identity.ts'
import { type MessageKey, say } from '../messages.ts'

/** The members of the payloads' error unions, in the reader's language. */
export function invalidInput(key: MessageKey, field: string, locale: Locale) {
  return { __typename: 'InvalidInput' as const, code: 'INVALID_INPUT', message: say(key, locale), field }
}

export function notFound(key: MessageKey, field: string, locale: Locale) {
  return { __typename: 'NotFound' as const, code: 'NOT_FOUND', message: say(key, locale), field }
}

export function wrongState(key: MessageKey, field: string, locale: Locale) {
  return { __typename: 'WrongState' as const, code: key, message: say(key, locale), field }
}

/** Why a decision on a draft had no effect. */
export function notDecided(because: 'NOT_PROPOSED' | 'IN_BANK_ALREADY', locale: Locale) {
  const key = because === 'IN_BANK_ALREADY' ? 'QUESTION_IN_BANK' : 'DRAFT_NOT_PROPOSED'
  return wrongState(key, 'input.draftId', locale)
}
