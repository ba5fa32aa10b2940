import type { Pool } from 'pg'
import { inTransaction } from '../../../kit/database.ts'

/** A document that is in force. */
export type RegisteredOperation = {
  hash: string
  document: string
  name: string | null
  type: 'query' | 'mutation' | 'subscription'
}

/** A client as a gateway must know it to let it in. */
type RegisteredClient = {
  keyHash: Buffer
  operations: ReadonlyMap<string, RegisteredOperation>
}

/** All that is in force at one moment: the active clients by name, and their documents by hash. */
export type Registered = {
  revision: string
  clients: ReadonlyMap<string, RegisteredClient>
  operations: ReadonlyMap<string, RegisteredOperation>
}

/**
 * Reads what is in force, unless it is still what `known` says. Texts that `known` has are not read again.
 * @returns `known` itself when nothing has changed
 */
export function readRegistry(pool: Pool, known: Registered | undefined): Promise<Registered> {
  return inTransaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const revisions = await client.query<{ revision: string }>('SELECT revision FROM registry')
    const revision = revisions.rows[0]?.revision ?? '0'
    if (known?.revision === revision) return known

    const clients = await client.query<{ name: string; keyHash: Buffer; hashes: string[] }>(
      `SELECT name, key_hash AS "keyHash", ARRAY(
         SELECT DISTINCT hash FROM manifest_entry WHERE client = name AND withdrawn_at IS NULL
       ) AS hashes
       FROM api_client WHERE active`,
    )
    const hashes = [...new Set(clients.rows.flatMap((row) => row.hashes))]
    const fresh = await client.query<RegisteredOperation>(
      'SELECT hash, document, name, type FROM persisted_operation WHERE hash = ANY ($1::text[])',
      [hashes.filter((hash) => !known?.operations.has(hash))],
    )
    const read = new Map(fresh.rows.map((row) => [row.hash, row]))
    const operations = new Map(
      hashes.flatMap((hash) => {
        const operation = read.get(hash) ?? known?.operations.get(hash)
        return operation ? [[hash, operation] as const] : []
      }),
    )
    return {
      revision,
      operations,
      clients: new Map(
        clients.rows.map(({ name, keyHash, hashes: own }) => [
          name,
          {
            keyHash,
            operations: new Map(
              own.flatMap((hash) => {
                const operation = operations.get(hash)
                return operation ? [[hash, operation] as const] : []
              }),
            ),
          },
        ]),
      ),
    }
  })
}
