import { normaliseEmail } from '../domain/email.ts'
import { retryAt } from '../domain/sign-in-attempts.ts'
import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { verifyPassword } from '../passwords.ts'
import { newRefreshToken } from '../session-tokens.ts'
import { authSession } from './auth-session.ts'

/** Takes the same steps whether or not the address has an account, so that neither words nor time tell. */
export const signIn: MutationResolvers['signIn'] = async (_parent, { input }, context) => {
  const { store, locale, occasion } = context
  const refuse = () => ({
    session: null,
    errors: [
      {
        __typename: 'InvalidCredentials' as const,
        code: 'INVALID_CREDENTIALS',
        message: say('INVALID_CREDENTIALS', locale),
        field: null,
      },
    ],
  })
  const email = normaliseEmail(input.email)
  if (email === null) return refuse()

  const wait = retryAt(await store.countSignInAttempt(email, occasion.now))
  if (wait) {
    const code = 'RATE_LIMITED'
    return {
      session: null,
      errors: [
        { __typename: 'TooManySignInAttempts', code, message: say(code, locale), field: null, retryAt: wait },
      ],
    }
  }

  const found = await store.findCredentials(email)
  if (!(await verifyPassword(found?.passwordHash, input.password)) || !found) return refuse()
  const { token, hash } = newRefreshToken()
  const opened = await store.openSession({ user: found.user, tokenHash: hash, now: occasion.now })
  return { session: await authSession(opened, token, context), errors: [] }
}
