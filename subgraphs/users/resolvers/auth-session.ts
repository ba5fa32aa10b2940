import type { Context } from '../context.ts'
import type { OpenSession } from '../store/index.ts'

/** The session as its owner gets it, with a fresh access token. */
export async function authSession(
  { sessionId, refreshTokenExpiresAt, user }: OpenSession,
  refreshToken: string,
  { accessTokens, occasion }: Context,
) {
  const accessToken = await accessTokens.sign(user, sessionId, occasion.now)
  return {
    accessToken: accessToken.token,
    accessTokenExpiresAt: accessToken.expiresAt,
    refreshToken,
    refreshTokenExpiresAt,
    user: { ...user, justSignedIn: true as const },
  }
}
