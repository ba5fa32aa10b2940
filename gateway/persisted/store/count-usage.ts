import type { Pool } from 'pg'

/** How often a client ran a document on a day (YYYY-MM-DD, in UTC). */
export type Usage = { client: string; hash: string; day: string; count: number }

/** Adds to what has been counted. */
export async function countUsage(pool: Pool, usage: readonly Usage[]): Promise<void> {
  // Always in the same order, so that two gateways that count the same wait and do not deadlock.
  const sorted = usage.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await pool.query({
    name: 'count-usage',
    text: `INSERT INTO operation_usage AS counted (client, hash, day, count)
           SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::bigint[])
           ON CONFLICT (client, hash, day) DO UPDATE SET count = counted.count + excluded.count`,
    values: [
      sorted.map(({ client }) => client),
      sorted.map(({ hash }) => hash),
      sorted.map(({ day }) => day),
      sorted.map(({ count }) => count),
    ],
  })
}

function keyOf({ client, hash, day }: Usage): string {
  return `${client} ${hash} ${day}`
}
