import type { MutationResolvers } from '../generated.ts'
import { hashRefreshToken } from '../session-tokens.ts'
import { invalidRefreshToken } from './user-errors.ts'

export const signOut: MutationResolvers['signOut'] = async (_parent, { input }, context) => {
  const { store, locale, occasion, sessions } = context
  const sessionId = await store.revokeSession({
    tokenHash: hashRefreshToken(input.refreshToken),
    now: occasion.now,
  })
  if (sessionId !== null) sessions.tellRevoked(sessionId)
  return sessionId !== null
    ? { signedOut: true, errors: [] }
    : { signedOut: null, errors: [invalidRefreshToken(locale)] }
}
