import type { Pool } from 'pg'
import { isStorable } from '../../../kit/storable.ts'
import { changeRegistry } from './change-registry.ts'

/** What of a client's registered documents no longer counts: a version of its manifest, single documents, or all. */
export type Withdrawal = {
  client: string
  version?: number | undefined
  hashes?: readonly string[] | undefined
}

/** @returns how many documents were in force and are not any more, counted in each version */
export async function withdrawOperations(
  pool: Pool,
  { client, version, hashes }: Withdrawal,
  { by, now }: { by: string; now: Date },
): Promise<number> {
  if (![client, ...(hashes ?? [])].every(isStorable)) return 0
  const withdrawn = await changeRegistry(pool, async (transaction) => {
    const { rowCount } = await transaction.query(
      `UPDATE manifest_entry SET withdrawn_at = $4, withdrawn_by = $5
       WHERE client = $1 AND withdrawn_at IS NULL AND ($2::int IS NULL OR version = $2)
         AND ($3::text[] IS NULL OR hash = ANY ($3))`,
      [client, version, hashes, now, by],
    )
    return rowCount || undefined
  })
  return withdrawn ?? 0
}
