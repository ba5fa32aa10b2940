import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const NAME = /^[a-z][a-z0-9-]{1,39}$/
const KEY = /^simpul_([a-z][a-z0-9-]{1,39})_([A-Za-z0-9_-]{43})$/
const SECRET_BYTES = 32

/** From 2 to 40 small letters, digits and hyphens, beginning with a letter. */
export function isClientName(text: string): boolean {
  return NAME.test(text)
}

/**
 * A new key, `simpul_<client>_<secret>`, and what is kept of it. The secret has 256 bits of chance, so that one round of
 * SHA-256 keeps it as well as any slow hash would.
 */
export function createApiKey(client: string): { apiKey: string; keyHash: Buffer } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return { apiKey: `simpul_${client}_${secret}`, keyHash: hashSecret(secret) }
}

/** Whose key it says it is, and the hash of its secret; undefined for what is no key. */
export function readApiKey(apiKey: string): { client: string; keyHash: Buffer } | undefined {
  const [, client, secret] = KEY.exec(apiKey) ?? []
  return client && secret ? { client, keyHash: hashSecret(secret) } : undefined
}

/** In a time that does not depend on how much of them is the same. */
export function isSameKey(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
