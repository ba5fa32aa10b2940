import { createHash, randomBytes } from 'node:crypto'
import { importPKCS8, SignJWT } from 'jose'
import { ACCESS_TOKEN, type Locale, type Role } from '../../kit/identity.ts'
import { accessTokenExpiry } from './domain/session.ts'

/** A refresh token as the client gets it, and as the database keeps it. */
export type RefreshSecret = { token: string; hash: Uint8Array<ArrayBuffer> }

/** A new refresh token: 256 random bits, opaque to everyone. */
export function newRefreshToken(): RefreshSecret {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashRefreshToken(token) }
}

/** SHA-256 is enough for a secret of 256 random bits: there is nothing to guess. */
export function hashRefreshToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}

/**
 * Signs access tokens: EdDSA JWTs that the gateway verifies with the public key, without asking anyone.
 * @param privateKeyPem an Ed25519 key in PKCS #8
 */
export async function createAccessTokenSigner(privateKeyPem: string) {
  const key = await importPKCS8(privateKeyPem, 'EdDSA')
  return {
    async sign(
      user: { id: string; roles: Role[]; locale: Locale },
      sessionId: string,
      now: Date,
    ): Promise<{ token: string; expiresAt: Date }> {
      const expiresAt = accessTokenExpiry(now)
      const token = await new SignJWT({ roles: user.roles, locale: user.locale, sid: sessionId })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
        .setSubject(user.id)
        .setIssuer(ACCESS_TOKEN.issuer)
        .setAudience(ACCESS_TOKEN.audience)
        .setIssuedAt(now)
        .setExpirationTime(expiresAt)
        .sign(key)
      return { token, expiresAt }
    },
  }
}

export type AccessTokenSigner = Awaited<ReturnType<typeof createAccessTokenSigner>>
