import type { MutationResolvers } from '../generated.ts'
import { hashRefreshToken } from '../session-tokens.ts'
import { invalidRefreshToken } from './user-errors.ts'

export const signOut: MutationResolvers['signOut'] = async (_parent, { input }, context) => {
  const { store, locale, occasion } = context
  const known = await store.revokeSession({
    tokenHash: hashRefreshToken(input.refreshToken),
    now: occasion.now,
  })
  return known ? { signedOut: true, errors: [] } : { signedOut: null, errors: [invalidRefreshToken(locale)] }
}
