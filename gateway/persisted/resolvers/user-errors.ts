import type { Locale } from '../../../kit/identity.ts'
import { say } from '../messages.ts'

export function noSuchClient(field: string, locale: Locale) {
  const message = say('CLIENT_NOT_FOUND', locale)
  return { __typename: 'NotFound' as const, code: 'NOT_FOUND', message, field }
}
