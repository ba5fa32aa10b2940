import { type Client, type DraftRow, draftRow, type VerdictRow, verdictRow } from './client.ts'
import { gates } from '../domain/gates/verdict.ts'
import { Prisma } from './prisma/client.ts'

/** Any number of drafts in one statement, in no particular order. */
export async function findDrafts(client: Client, ids: readonly string[]): Promise<DraftRow[]> {
  return (await client.draft.findMany({ where: { id: { in: [...ids] } } })).map(draftRow)
}

/** Up to `limit` drafts of all runs, newest first, from after the id `after`. */
export async function listDrafts(
  client: Client,
  { limit, after, status }: { limit: number; after?: string; status?: DraftRow['status'] },
): Promise<DraftRow[]> {
  const rows = await client.draft.findMany({
    where: { ...(after ? { id: { lt: after } } : {}), ...(status ? { status } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(draftRow)
}

/** All drafts of a run, in the order of writing. */
export async function findDraftsOfRun(client: Client, runId: string): Promise<DraftRow[]> {
  return (await client.draft.findMany({ where: { runId }, orderBy: { ordinal: 'asc' } })).map(draftRow)
}

export type DraftPage = { runId: string; afterOrdinal: number; limit: number }

/** A page of the drafts of each of several runs, in one statement. */
export async function findDraftPages(client: Client, pages: readonly DraftPage[]): Promise<DraftRow[][]> {
  const found = await client.$queryRaw<{ page: number; id: string }[]>(Prisma.sql`
    SELECT wanted.page::int AS page, draft.id
    FROM unnest(
      ${pages.map((page) => page.runId)}::uuid[],
      ${pages.map((page) => page.afterOrdinal)}::int[],
      ${pages.map((page) => page.limit)}::int[]
    ) WITH ORDINALITY AS wanted (run_id, after_ordinal, most, page)
    CROSS JOIN LATERAL (
      SELECT id FROM draft
      WHERE run_id = wanted.run_id AND ordinal > wanted.after_ordinal
      ORDER BY ordinal LIMIT wanted.most
    ) AS draft`)
  const rows = await findDrafts(client, [...new Set(found.map((row) => row.id))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return pages.map((_, index) =>
    found
      .flatMap(({ page, id }) => (page === index + 1 ? (byId.get(id) ?? []) : []))
      .toSorted((a, b) => a.ordinal - b.ordinal),
  )
}

/** The verdicts on any number of drafts in one statement, each draft's in the order of the gates. */
export async function findVerdicts(client: Client, draftIds: readonly string[]): Promise<VerdictRow[]> {
  const rows = await client.verdict.findMany({ where: { draftId: { in: [...draftIds] } } })
  return rows.map(verdictRow).toSorted((a, b) => gates.indexOf(a.gate) - gates.indexOf(b.gate))
}
