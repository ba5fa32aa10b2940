import { createHmac } from 'node:crypto'
import { errors, jwtVerify } from 'jose'
import { unauthenticated } from './errors.ts'
import { createLru } from './lru.ts'

export const ROLES = ['STUDENT', 'TUTOR', 'AUTHOR', 'ADMIN'] as const
export type Role = (typeof ROLES)[number]
export type Locale = 'id' | 'en'

/** Who is calling, as the gateway has established it. */
export type Viewer = { userId: string; roles: Role[]; locale: Locale; sessionId: string }

/** Who signs access tokens, and for whom: users writes both, the gateway insists on both. */
export const ACCESS_TOKEN = { issuer: 'simpul', audience: 'simpul-api' } as const

/**
 * The channel of the fan-out on which users says `{ sessionId }` when a session ends while access tokens of it may still be
 * valid, and the gateway listens.
 */
export const SESSIONS_REVOKED = 'sessions-revoked'

/** The header in which the gateway tells a subgraph, signed, who is calling. A client's own is never passed on. */
export const IDENTITY_HEADER = 'x-simpul-identity'

const AUDIENCE = 'subgraph'
const LIFETIME_SECONDS = 60
const REUSE_SECONDS = 30
const CACHED_IDENTITIES = 10_000
const JWT_HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url')

/**
 * Signs identities for the hop from gateway to subgraph; one signature serves a viewer for 30 of its 60 seconds.
 * At once, and not by WebCrypto, which hands each signature to another thread and so costs many times as much.
 */
export function createIdentitySigner(secret: string) {
  const key = new TextEncoder().encode(secret)
  const signed = createLru<{ token: string; until: number }>({ entries: CACHED_IDENTITIES })
  return {
    sign(viewer: Viewer | null): string {
      const id = JSON.stringify(viewer)
      const now = Date.now()
      const known = signed.get(id)
      if (known && known.until > now) return known.token
      const token = signJwt({ viewer, aud: AUDIENCE, ...lifetime(now) }, key)
      signed.set(id, { token, until: now + REUSE_SECONDS * 1000 })
      return token
    },
  }
}

/** A JWT signed with HMAC-SHA-256 (RFC 7515, section 7.1; RFC 7518, section 3.2). */
function signJwt(claims: object, key: Uint8Array): string {
  const text = `${JWT_HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

function lifetime(now: number): { iat: number; exp: number } {
  const iat = Math.floor(now / 1000)
  return { iat, exp: iat + LIFETIME_SECONDS }
}

/**
 * Verifies what the gateway signed.
 * Gives the viewer, or null for a caller that has not signed in.
 * @throws UNAUTHENTICATED when the identity is missing, forged or expired: then the caller is not the gateway.
 */
export function createIdentityVerifier(secret: string): VerifyIdentity {
  const key = new TextEncoder().encode(secret)
  const verified = createLru<{ viewer: Viewer | null; until: number }>({ entries: CACHED_IDENTITIES })
  return async (token) => {
    if (!token)
      throw unauthenticated('This subgraph answers the gateway alone: the signed identity is missing.')
    const known = verified.get(token)
    if (known && known.until > Date.now()) return known.viewer
    try {
      const { payload } = await jwtVerify<{ viewer: Viewer | null }>(token, key, {
        audience: AUDIENCE,
        algorithms: ['HS256'],
        requiredClaims: ['exp', 'viewer'],
      })
      verified.set(token, { viewer: payload.viewer, until: (payload.exp ?? 0) * 1000 })
      return payload.viewer
    } catch (error) {
      if (error instanceof errors.JOSEError) {
        throw unauthenticated('This subgraph answers the gateway alone: the signed identity is not valid.')
      }
      throw error
    }
  }
}

export type VerifyIdentity = (token: string | undefined) => Promise<Viewer | null>
