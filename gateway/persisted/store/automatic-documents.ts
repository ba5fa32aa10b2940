import type { Pool } from 'pg'

/** What happened to a document since it was last written; without its text it is there already, or forgotten. */
export type DocumentUse = { hash: string; document: string | null; reused: boolean }

/** A document's moment of last use is written at most so often. */
const TOUCHED_EVERY = "interval '1 hour'"
const FORGOTTEN_AFTER = "interval '30 days'"

export async function findDocument(pool: Pool, hash: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ document: string }>({
    name: 'find-document',
    text: 'SELECT document FROM automatic_document WHERE hash = $1',
    values: [hash],
  })
  return rows[0]?.document
}

/** Writes new documents, and that others were used. */
export async function keepDocuments(pool: Pool, uses: readonly DocumentUse[], now: Date): Promise<void> {
  // Always in the same order, so that two gateways that keep the same wait and do not deadlock.
  const sorted = uses.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  const fresh = sorted.flatMap((use) => (use.document === null ? [] : [{ ...use, document: use.document }]))
  const known = sorted.filter(({ document }) => document === null)
  if (fresh.length > 0) {
    await pool.query({
      name: 'keep-documents',
      text: `INSERT INTO automatic_document AS kept (hash, document, reused, last_used_at)
             SELECT hash, document, reused, $4 FROM unnest($1::text[], $2::text[], $3::bool[])
               AS new (hash, document, reused)
             ON CONFLICT (hash) DO UPDATE SET last_used_at = $4, reused = kept.reused OR excluded.reused
             WHERE kept.last_used_at < $4::timestamptz - ${TOUCHED_EVERY} OR kept.reused < excluded.reused`,
      values: [
        fresh.map(({ hash }) => hash),
        fresh.map(({ document }) => document),
        fresh.map(({ reused }) => reused),
        now,
      ],
    })
  }
  if (known.length > 0) {
    await pool.query({
      name: 'touch-documents',
      text: `UPDATE automatic_document SET last_used_at = $2, reused = true
             WHERE hash IN (
               SELECT hash FROM automatic_document
               WHERE hash = ANY ($1::text[]) AND (NOT reused OR last_used_at < $2::timestamptz - ${TOUCHED_EVERY})
               ORDER BY hash FOR UPDATE
             )`,
      values: [known.map(({ hash }) => hash), now],
    })
  }
}

/** Forgets all but `most` documents: those never asked for by their hash first, and then those used longest ago. */
export async function forgetDocuments(pool: Pool, most: number, now: Date): Promise<void> {
  await pool.query({
    name: 'forget-documents',
    text: `DELETE FROM automatic_document
           WHERE last_used_at < $2::timestamptz - ${FORGOTTEN_AFTER} OR hash IN (
             SELECT hash FROM automatic_document ORDER BY reused DESC, last_used_at DESC OFFSET $1
           )`,
    values: [most, now],
  })
}
