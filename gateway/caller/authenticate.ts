import { errors, importSPKI, jwtVerify } from 'jose'
import { z } from 'zod'
import { ACCESS_TOKEN, ROLES, type Viewer } from '../../kit/identity.ts'
import { createLru } from '../../kit/lru.ts'
import { failure } from '../errors.ts'

/** Who is calling, as far as a request says. */
export type Caller = {
  /** Null for one that has not signed in. */
  viewer: Viewer | null
  /** When the access token ends, in milliseconds since 1970; what lives longer than a request must end with it. */
  expiresAt?: number
  /** The partner client whose API key came with the request: it runs what is registered for it and nothing else. */
  client?: string | undefined
  /** The client's own header, passed on where the gateway does not authenticate. */
  authorization?: string | undefined
  acceptLanguage?: string | undefined
  /** Other headers of the client's that go on to the subgraphs, by their names. */
  forwarded?: Readonly<Record<string, string>> | undefined
  /** What the access token may be used for, by its `scope` claim. */
  scopes?: readonly string[] | undefined
}

export type Authenticate = (request: {
  authorization: string | undefined
  acceptLanguage: string | undefined
  /** The header `x-api-key`. */
  apiKey?: string | undefined
  /** Any other header, by its name in lower case. */
  header?: ((name: string) => string | undefined) | undefined
}) => Promise<Caller>

const KEPT_TOKENS = 10_000

type Verified = { viewer: Viewer; expiresAt: number; scopes: readonly string[] }

const claims = z.object({
  sub: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  locale: z.enum(['id', 'en']),
  sid: z.string(),
  exp: z.number(),
  /** Names with spaces between them (RFC 8693, section 4.2). */
  scope: z.string().optional(),
})

/** No authentication: everyone is anonymous here, and the subgraphs read the client's own header. */
export const passAuthorizationOn: Authenticate = async ({ authorization, acceptLanguage }) => ({
  viewer: null,
  authorization,
  acceptLanguage,
})

/**
 * Verifies access tokens (`Authorization: Bearer`, Ed25519). No token is an anonymous caller; a token that does not
 * verify is refused, never taken for none.
 * @param publicKey SPKI in PEM form
 */
export function createAuthenticator(publicKey: string): Authenticate {
  const key = importSPKI(publicKey, 'EdDSA')
  const verified = createLru<Verified>({ entries: KEPT_TOKENS })

  async function verify(token: string): Promise<Verified> {
    const known = verified.get(token)
    if (known && known.expiresAt > Date.now()) return known
    const { payload } = await jwtVerify(token, await key, {
      ...ACCESS_TOKEN,
      algorithms: ['EdDSA'],
      requiredClaims: ['exp'],
    })
    const { sub, roles, locale, sid, exp, scope } = claims.parse(payload)
    const fresh = {
      viewer: { userId: sub, roles, locale, sessionId: sid },
      expiresAt: exp * 1000,
      scopes: (scope ?? '').split(' ').filter(Boolean),
    }
    verified.set(token, fresh)
    return fresh
  }

  return async ({ authorization, acceptLanguage }) => {
    if (!authorization) return { viewer: null, acceptLanguage }
    const token = /^Bearer +([^\s]+)$/i.exec(authorization)?.[1]
    if (!token) throw failure('UNAUTHENTICATED', 'The authorization must be "Bearer" and an access token.')
    try {
      return { ...(await verify(token)), acceptLanguage }
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        throw failure('UNAUTHENTICATED', 'The access token has expired: refresh the session.')
      }
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) {
        throw failure('UNAUTHENTICATED', 'The access token is not valid: sign in again.')
      }
      throw error
    }
  }
}
