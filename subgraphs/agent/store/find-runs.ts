import { steps } from '../domain/run.ts'
import { type Client, type RunEventRow, type RunRow, type RunStepRow, runRow } from './client.ts'

/** Any number of runs in one statement, in no particular order. */
export async function findRuns(client: Client, ids: readonly string[]): Promise<RunRow[]> {
  return (await client.run.findMany({ where: { id: { in: [...ids] } } })).map(runRow)
}

/** Up to `limit` runs, newest first, from after the id `after`; of everybody without `ownerId`. */
export async function listRuns(
  client: Client,
  { limit, after, ownerId }: { limit: number; after?: string; ownerId?: string },
): Promise<RunRow[]> {
  const rows = await client.run.findMany({
    where: { ...(after ? { id: { lt: after } } : {}), ...(ownerId ? { ownerId } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(runRow)
}

/** The steps of any number of runs in one statement, each run's in order. */
export async function findSteps(client: Client, runIds: readonly string[]): Promise<RunStepRow[]> {
  const rows = await client.runStep.findMany({ where: { runId: { in: [...runIds] } } })
  return rows.toSorted((a, b) => steps.indexOf(a.kind) - steps.indexOf(b.kind))
}

/** Up to 200 events of a run after a sequence, in order. */
export function findRunEvents(client: Client, runId: string, after: number): Promise<RunEventRow[]> {
  return client.runEvent.findMany({
    where: { runId, sequence: { gt: after } },
    orderBy: { sequence: 'asc' },
    take: 200,
  })
}

/** The ids of the runs that have not ended, the oldest first. */
export async function findUnfinishedRuns(client: Client): Promise<string[]> {
  const rows = await client.run.findMany({
    where: { status: { in: ['QUEUED', 'RUNNING'] } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return rows.map((row) => row.id)
}
