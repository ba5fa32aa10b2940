import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../../../kit/database.ts'

/** Where every gateway hears that clients or registered documents have changed. */
export const REGISTRY_CHANNEL = 'gateway_registry'

/** How long an open transaction may hold the registry's row while whoever opened it says nothing. */
const SILENT_AT_MOST_MS = 10_000

/**
 * Changes the registry in one transaction: changes come one after another, and every gateway hears of each as it commits.
 * `work` gives undefined when there was nothing to change; then nothing is told.
 */
export function changeRegistry<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  return inTransaction(pool, async (client) => {
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${SILENT_AT_MOST_MS}`)
    await client.query('SELECT revision FROM registry FOR UPDATE')
    const result = await work(client)
    if (result === undefined) return undefined
    await client.query(
      `WITH raised AS (UPDATE registry SET revision = revision + 1 RETURNING revision)
       SELECT pg_notify($1, revision::text) FROM raised`,
      [REGISTRY_CHANNEL],
    )
    return result
  })
}
