const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const ACCESS_TOKEN_LIFETIME = 10 * MINUTE
/** A session ends when it is not refreshed for this long. */
const REFRESH_TOKEN_LIFETIME = 30 * DAY

export function accessTokenExpiry(now: Date): Date {
  return new Date(now.getTime() + ACCESS_TOKEN_LIFETIME)
}

export function refreshTokenExpiry(now: Date): Date {
  return new Date(now.getTime() + REFRESH_TOKEN_LIFETIME)
}

/**
 * What a presented refresh token deserves. A token that was used before is held by two parties, and which of them is
 * the thief cannot be known, so the session ends for both (RFC 9700, 4.14.2). There is no period of grace: a client
 * that sends two refreshes at once loses its session.
 */
export function judgeRefreshToken(
  token: { usedAt: Date | null; expiresAt: Date; session: { revokedAt: Date | null } },
  now: Date,
): 'ROTATE' | 'REVOKE_SESSION' | 'REFUSE' {
  if (token.session.revokedAt) return 'REFUSE'
  if (token.usedAt) return 'REVOKE_SESSION'
  return token.expiresAt > now ? 'ROTATE' : 'REFUSE'
}
