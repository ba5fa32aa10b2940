import type { Database } from '../../../kit/database.ts'

/** The right to work on a run, held by one process at a time. */
export type Lease = { release(): Promise<void> }

/**
 * Takes the right to work on a run, or null when another process has it. It is a lock of a connection, so a process that
 * is killed loses it at once and another can go on.
 */
export async function leaseRun(database: Database, runId: string): Promise<Lease | null> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  const giveBack = () => {
    client.off('error', onError)
    client.release(broken)
  }
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('agent.run'), hashtext($1)) AS taken`,
      [runId],
    )
    if (!rows[0]?.taken) {
      giveBack()
      return null
    }
  } catch (error) {
    broken ??= error instanceof Error ? error : new Error(String(error))
    giveBack()
    throw error
  }
  return {
    async release() {
      try {
        await client.query(`SELECT pg_advisory_unlock(hashtext('agent.run'), hashtext($1))`, [runId])
      } catch (error) {
        broken ??= error instanceof Error ? error : new Error(String(error))
      }
      giveBack()
    },
  }
}
