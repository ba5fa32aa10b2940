import { windowCutoff } from '../domain/sign-in-attempts.ts'
import type { Client } from './client.ts'

/** Deletes sessions that can no longer be refreshed, with their tokens, and windows of attempts that are over. */
export async function forgetExpired(client: Client, now: Date): Promise<void> {
  await client.authSession.deleteMany({ where: { expiresAt: { lte: now } } })
  await client.signInAttempts.deleteMany({ where: { openedAt: { lte: windowCutoff(now) } } })
}
