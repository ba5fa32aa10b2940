import { createHash } from 'node:crypto'
import { refuse } from '../errors.ts'

const HASH = /^[0-9a-f]{64}$/
const PREFIX = 'sha256:'

/** The name of a document: the SHA-256 of its text in UTF-8, in lower-case hexadecimal. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex')
}

export function isHash(text: string): boolean {
  return HASH.test(text)
}

/**
 * A hash as clients write it: in any case, alone or as `sha256:…`.
 * @throws RequestErrors BAD_REQUEST
 */
export function readHash(documentId: string): string {
  const lower = documentId.toLowerCase()
  const hash = lower.startsWith(PREFIX) ? lower.slice(PREFIX.length) : lower
  if (isHash(hash)) return hash
  throw refuse('BAD_REQUEST', 'The id of a document must be its SHA-256, in hexadecimal.')
}
