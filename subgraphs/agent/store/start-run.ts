import { randomUUIDv7 } from 'node:crypto'
import { steps } from '../domain/run.ts'
import { type Client, type RunRow, runRow } from './client.ts'

export type NewRun = Pick<RunRow, 'ownerId' | 'skillCode' | 'itemModelCode' | 'count' | 'seed'>

/** Keeps a run that is to begin, with its steps. */
export async function startRun(client: Client, run: NewRun, now: Date): Promise<RunRow> {
  const row = await client.run.create({
    data: {
      ...run,
      id: randomUUIDv7(),
      status: 'QUEUED',
      createdAt: now,
      steps: { create: steps.map((kind) => ({ kind })) },
    },
  })
  return runRow(row)
}
