import { windowCutoff } from '../domain/sign-in-attempts.ts'
import type { Client } from './client.ts'

/** Counts an attempt before its password is looked at, and gives the window with it. One statement, so attempts queue. */
export async function countSignInAttempt(
  client: Client,
  email: string,
  now: Date,
): Promise<{ count: number; openedAt: Date }> {
  const [attempts] = await client.$queryRaw<{ count: number; openedAt: Date }[]>`
    INSERT INTO sign_in_attempts AS known (email, count, opened_at) VALUES (${email}, 1, ${now})
    ON CONFLICT (email) DO UPDATE SET
      count = CASE WHEN known.opened_at <= ${windowCutoff(now)} THEN 1 ELSE known.count + 1 END,
      opened_at = CASE WHEN known.opened_at <= ${windowCutoff(now)} THEN ${now} ELSE known.opened_at END
    RETURNING count, opened_at AS "openedAt"`
  if (!attempts) throw new Error('An upsert gave no row.')
  return attempts
}
