import { randomUUIDv7 } from 'node:crypto'
import { judgeRefreshToken, refreshTokenExpiry } from '../domain/session.ts'
import type { Client, Transaction, UserRow } from './client.ts'

type Hash = Uint8Array<ArrayBuffer>

export type OpenSession = { sessionId: string; refreshTokenExpiresAt: Date; user: UserRow }

/** Opens a session whose first refresh token has this hash, and forgets the failed attempts before it. */
export async function openSession(
  client: Client,
  { user, tokenHash, now }: { user: UserRow; tokenHash: Hash; now: Date },
): Promise<OpenSession> {
  const sessionId = randomUUIDv7()
  const expiresAt = refreshTokenExpiry(now)
  await client.$transaction([
    client.authSession.create({ data: { id: sessionId, userId: user.id, createdAt: now, expiresAt } }),
    client.refreshToken.create({ data: { hash: tokenHash, sessionId, expiresAt } }),
    client.signInAttempts.deleteMany({ where: { email: user.email } }),
  ])
  return { sessionId, refreshTokenExpiresAt: expiresAt, user }
}

/**
 * Uses up a refresh token and puts another in its place. Null when it does not work; one that was used before ends its
 * session, which is then named. The user is read anew, so that the next access token carries the present roles.
 */
export function rotateRefreshToken(
  client: Client,
  { tokenHash, nextHash, now }: { tokenHash: Hash; nextHash: Hash; now: Date },
): Promise<OpenSession | { revoked: string } | null> {
  return client.$transaction(async (transaction) => {
    const token = await lockToken(transaction, tokenHash)
    if (!token) return null
    const judgement = judgeRefreshToken(token, now)
    if (judgement === 'REVOKE_SESSION') {
      await revoke(transaction, token.sessionId, now)
      return { revoked: token.sessionId }
    }
    if (judgement !== 'ROTATE') return null
    const { sessionId, session } = token
    const expiresAt = refreshTokenExpiry(now)
    await transaction.refreshToken.update({ where: { hash: tokenHash }, data: { usedAt: now } })
    await transaction.refreshToken.create({ data: { hash: nextHash, sessionId, expiresAt } })
    await transaction.authSession.update({ where: { id: sessionId }, data: { expiresAt } })
    return { sessionId, refreshTokenExpiresAt: expiresAt, user: session.user }
  })
}

/** Ends the session that the token, used or not, belongs to, and names it. Null when no session has ever had it. */
export function revokeSession(
  client: Client,
  { tokenHash, now }: { tokenHash: Hash; now: Date },
): Promise<string | null> {
  return client.$transaction(async (transaction) => {
    const token = await lockToken(transaction, tokenHash)
    if (!token) return null
    await revoke(transaction, token.sessionId, now)
    return token.sessionId
  })
}

/** The token with its session. The session stays locked, so that two uses of one token are one after the other. */
async function lockToken(transaction: Transaction, hash: Hash) {
  await transaction.$queryRaw`
    SELECT id FROM auth_session WHERE id = (SELECT session_id FROM refresh_token WHERE hash = ${hash}) FOR UPDATE`
  return transaction.refreshToken.findUnique({
    where: { hash },
    include: { session: { include: { user: true } } },
  })
}

async function revoke(transaction: Transaction, sessionId: string, now: Date): Promise<void> {
  await transaction.authSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now },
  })
}
