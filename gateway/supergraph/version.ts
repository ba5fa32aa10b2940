import { createHash } from 'node:crypto'

/** Tells one supergraph from another: the SHA-256 of its text, in hexadecimal. */
export function versionOf(supergraphSdl: string): string {
  return createHash('sha256').update(supergraphSdl).digest('hex')
}

/** What people see of a version, and may give of one. */
export function shortVersion(version: string): string {
  return version.slice(0, 12)
}
