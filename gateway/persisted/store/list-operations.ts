import type { Pool } from 'pg'
import { isStorable } from '../../../kit/storable.ts'
import type { RegisteredOperation } from './read-registry.ts'

/** A document in force for one client, and how it is used by that client. */
export type OperationRow = RegisteredOperation & {
  client: string
  registeredAt: Date
  /** The versions of the client's manifest in which it is in force, in order. */
  versions: number[]
  uses: number
  /** The day (UTC), written as YYYY-MM-DD. */
  lastUsedOn: string | null
}

/** What GraphQL's `Int` holds. */
const MOST = 2_147_483_647

/** Up to `limit` documents in force, in the order of clients and hashes, from after the place `after`. */
export async function listOperations(
  pool: Pool,
  options: {
    client: string | undefined
    limit: number
    after: { client: string; hash: string } | undefined
  },
): Promise<OperationRow[]> {
  const { client, limit, after } = options
  if (client !== undefined && !isStorable(client)) return []
  const { rows } = await pool.query<OperationRow>(
    `SELECT page.client, hash, document, name, type, registered_at AS "registeredAt", page.versions,
            least(used.uses, ${MOST})::int AS uses, used.last_used_on::text AS "lastUsedOn"
     FROM (
       SELECT client, hash, array_agg(version ORDER BY version) AS versions
       FROM manifest_entry
       WHERE withdrawn_at IS NULL AND ($1::text IS NULL OR client = $1)
         AND ($3::text IS NULL OR (client, hash) > ($3, $4::text))
       GROUP BY client, hash ORDER BY client, hash LIMIT $2
     ) AS page
     JOIN persisted_operation USING (hash), LATERAL (
       SELECT coalesce(sum(count), 0) AS uses, max(day) AS last_used_on FROM operation_usage AS counted
       WHERE counted.client = page.client AND counted.hash = persisted_operation.hash
     ) AS used
     ORDER BY page.client, hash`,
    [client, limit, after?.client, after?.hash],
  )
  return rows
}
