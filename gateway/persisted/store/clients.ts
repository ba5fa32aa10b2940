import type { Pool } from 'pg'
import { isStorable } from '../../../kit/storable.ts'
import { changeRegistry } from './change-registry.ts'

export type ClientRow = {
  name: string
  rootFields: string[]
  maxFields: number
  active: boolean
  createdAt: Date
  createdBy: string
}

const COLUMNS = `name, root_fields AS "rootFields", max_fields AS "maxFields", active, created_at AS "createdAt",
  created_by AS "createdBy"`

/** @returns undefined when the name is taken */
export function createClient(
  pool: Pool,
  client: { name: string; keyHash: Buffer; rootFields: readonly string[]; maxFields: number },
  { by, now }: { by: string; now: Date },
): Promise<ClientRow | undefined> {
  return changeRegistry(pool, async (transaction) => {
    const { rows } = await transaction.query<ClientRow>(
      `INSERT INTO api_client (name, key_hash, root_fields, max_fields, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
      [client.name, client.keyHash, client.rootFields, client.maxFields, now, by],
    )
    return rows[0]
  })
}

/** @returns undefined when there is no such client */
export async function setClientActive(
  pool: Pool,
  name: string,
  active: boolean,
): Promise<ClientRow | undefined> {
  if (!isStorable(name)) return undefined
  return changeRegistry(pool, async (transaction) => {
    const { rows } = await transaction.query<ClientRow>(
      `UPDATE api_client SET active = $2 WHERE name = $1 RETURNING ${COLUMNS}`,
      [name, active],
    )
    return rows[0]
  })
}

/** Clients by name, in no particular order. */
export async function findClients(pool: Pool, names: readonly string[]): Promise<ClientRow[]> {
  const { rows } = await pool.query<ClientRow>(
    `SELECT ${COLUMNS} FROM api_client WHERE name = ANY ($1::text[])`,
    [names.filter(isStorable)],
  )
  return rows
}

/** Up to `limit` clients in the order of their names, from after the name `after`. */
export async function listClients(
  pool: Pool,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<ClientRow[]> {
  const { rows } = await pool.query<ClientRow>(
    `SELECT ${COLUMNS} FROM api_client WHERE $2::text IS NULL OR name > $2 ORDER BY name LIMIT $1`,
    [limit, after],
  )
  return rows
}
