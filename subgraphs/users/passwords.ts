import { randomBytes } from 'node:crypto'
import { hash, verify, type Options } from '@node-rs/argon2'
import { canonicalPassword } from './domain/password.ts'

/**
 * Argon2id with 19 MiB, two passes and one lane: the first choice of the OWASP Password Storage Cheat Sheet.
 * `algorithm` is 2 for argon2id; the package's const enum does not exist at run time.
 */
const PARAMETERS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a new password, in PHC format. About 30 ms of one processor, outside the event loop. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonicalPassword(password), PARAMETERS)
}

let dummy: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Without a hash (no such account) it takes as long and says no, so that
 * the time of an answer does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(32).toString('base64'))
  const matches = await verify(passwordHash ?? (await dummy), canonicalPassword(password))
  return matches && passwordHash !== undefined
}
