import type { Pool } from 'pg'

export type ManifestRow = {
  client: string
  version: number
  registeredAt: Date
  registeredBy: string
  operations: number
  inForce: number
}

/** Up to `limit` versions of a client's manifest, the newest first, from after the version `after`. */
export async function listManifests(
  pool: Pool,
  { client, limit, after }: { client: string; limit: number; after: number | undefined },
): Promise<ManifestRow[]> {
  const { rows } = await pool.query<ManifestRow>(
    `SELECT client, version, registered_at AS "registeredAt", registered_by AS "registeredBy",
            counted.operations, counted.in_force AS "inForce"
     FROM operation_manifest AS manifest, LATERAL (
       SELECT count(*)::int AS operations, count(*) FILTER (WHERE withdrawn_at IS NULL)::int AS in_force
       FROM manifest_entry AS entry
       WHERE entry.client = manifest.client AND entry.version = manifest.version
     ) AS counted
     WHERE client = $1 AND ($3::int IS NULL OR version < $3)
     ORDER BY version DESC LIMIT $2`,
    [client, limit, after],
  )
  return rows
}
