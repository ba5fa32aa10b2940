import type { Pool } from 'pg'
import { changeRegistry } from './change-registry.ts'
import type { ManifestRow } from './list-manifests.ts'
import type { RegisteredOperation } from './read-registry.ts'

/**
 * Puts documents in force as the next version of a client's manifest, all or none. Durable when it resolves.
 * @returns undefined when there is no such client
 */
export function registerManifest(
  pool: Pool,
  { client, operations }: { client: string; operations: readonly RegisteredOperation[] },
  { by, now }: { by: string; now: Date },
): Promise<ManifestRow | undefined> {
  return changeRegistry(pool, async (transaction) => {
    const { rows } = await transaction.query<{ version: number }>(
      `INSERT INTO operation_manifest (client, version, registered_at, registered_by)
       SELECT name, (SELECT coalesce(max(version), 0) + 1 FROM operation_manifest WHERE client = name), $2, $3
       FROM api_client WHERE name = $1
       RETURNING version`,
      [client, now, by],
    )
    const version = rows[0]?.version
    if (version === undefined) return undefined
    await transaction.query(
      `INSERT INTO persisted_operation (hash, document, name, type, registered_at)
       SELECT hash, document, name, type::operation_type, $5
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS new (hash, document, name, type)
       ON CONFLICT (hash) DO NOTHING`,
      [
        operations.map(({ hash }) => hash),
        operations.map(({ document }) => document),
        operations.map(({ name }) => name),
        operations.map(({ type }) => type),
        now,
      ],
    )
    await transaction.query(
      'INSERT INTO manifest_entry (client, version, hash) SELECT $1, $2, unnest($3::text[])',
      [client, version, operations.map(({ hash }) => hash)],
    )
    const count = operations.length
    return { client, version, registeredAt: now, registeredBy: by, operations: count, inForce: count }
  })
}
