import type { Locale } from '../../../kit/identity.ts'
import type { Refusal, SectionRefusal } from '../domain/decide.ts'
import { type MessageKey, say, sayMoment } from '../messages.ts'

export type UserErrorModel<Name extends string> = {
  __typename: Name
  code: string
  message: string
  field: string | null
}

export function notFound(key: MessageKey, field: string, locale: Locale): UserErrorModel<'NotFound'> {
  return { __typename: 'NotFound', code: 'NOT_FOUND', message: say(key, locale), field }
}

export function invalidInput(
  key: MessageKey,
  field: string,
  locale: Locale,
  values?: Record<string, string | number>,
): UserErrorModel<'InvalidInput'> {
  return { __typename: 'InvalidInput', code: 'INVALID_INPUT', message: say(key, locale, values), field }
}

export function wrongState(
  key: MessageKey,
  field: string,
  locale: Locale,
  values?: Record<string, string | number>,
): UserErrorModel<'WrongState'> {
  return { __typename: 'WrongState', code: key, message: say(key, locale, values), field }
}

/** What a student is told of a section that is closed or not open yet. `field` names the item or section in the input. */
export function sectionRefusal(
  refusal: SectionRefusal,
  field: string,
  locale: Locale,
): UserErrorModel<'WrongState'> {
  const { code } = refusal.section
  if (refusal.code === 'SECTION_LOCKED') return wrongState('SECTION_LOCKED', field, locale, { code })
  const submitted = sayMoment(refusal.submittedAt, locale)
  const deadline = sayMoment(refusal.deadlineAt, locale)
  return wrongState('SECTION_CLOSED', field, locale, { code, submitted, deadline })
}

/** What a student is told of an answer that was not stored. */
export function answerRefusal(
  refusal: Refusal,
  locale: Locale,
): UserErrorModel<'WrongState'> | UserErrorModel<'InvalidInput'> {
  switch (refusal.code) {
    case 'SECTION_CLOSED':
    case 'SECTION_LOCKED':
      return sectionRefusal(refusal, 'input.itemId', locale)
    case 'CLIENT_SEQUENCE_REUSED':
      return wrongState(refusal.code, 'input.clientSequence', locale, { number: refusal.clientSequence })
    case 'INVALID_CLIENT_SEQUENCE':
      return invalidInput(refusal.code, 'input.clientSequence', locale)
    case 'INVALID_TIME_SPENT':
      return invalidInput(refusal.code, 'input.timeSpentMs', locale)
    case 'INVALID_RESPONSE': {
      const { reason, field } = refusal.problem
      return invalidInput(reason, `input.response.${field}`, locale, { form: field })
    }
  }
}
