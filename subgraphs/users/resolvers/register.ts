import { parseRegistration } from '../domain/profile.ts'
import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { hashPassword } from '../passwords.ts'
import { newRefreshToken } from '../session-tokens.ts'
import { authSession } from './auth-session.ts'
import { invalidInputs } from './user-errors.ts'

export const register: MutationResolvers['register'] = async (_parent, { input }, context) => {
  const { store, locale, occasion } = context
  const parsed = parseRegistration(input)
  if (parsed.problems) return { session: null, errors: invalidInputs(parsed.problems, locale) }
  const { password, ...profile } = parsed.value
  const user = await store.registerUser(
    {
      ...profile,
      locale: input.locale ?? locale,
      roles: ['STUDENT'],
      passwordHash: await hashPassword(password),
    },
    occasion,
  )
  if (!user) {
    const code = 'EMAIL_TAKEN'
    return {
      session: null,
      errors: [{ __typename: 'EmailTaken', code, message: say(code, locale), field: 'input.email' }],
    }
  }
  const { token, hash } = newRefreshToken()
  const opened = await store.openSession({ user, tokenHash: hash, now: occasion.now })
  return { session: await authSession(opened, token, context), errors: [] }
}
