import type { MutationResolvers } from '../generated.ts'
import { hashRefreshToken, newRefreshToken } from '../session-tokens.ts'
import { authSession } from './auth-session.ts'
import { invalidRefreshToken } from './user-errors.ts'

export const refreshSession: MutationResolvers['refreshSession'] = async (_parent, { input }, context) => {
  const { store, locale, occasion, sessions } = context
  const next = newRefreshToken()
  const opened = await store.rotateRefreshToken({
    tokenHash: hashRefreshToken(input.refreshToken),
    nextHash: next.hash,
    now: occasion.now,
  })
  if (opened && 'revoked' in opened) sessions.tellRevoked(opened.revoked)
  if (!opened || 'revoked' in opened) return { session: null, errors: [invalidRefreshToken(locale)] }
  return { session: await authSession(opened, next.token, context), errors: [] }
}
