import type { Fanout } from '../../kit/fanout.ts'
import { followLog, mapEach, type Tick } from '../../kit/follow-log.ts'
import { hasEnded } from './domain/run.ts'
import type { RunEventRow, RunRow, Store } from './store/index.ts'

/** The channel of the fan-out that carries the events of a run. */
export const progressChannel = (runId: string): string => `agent-run:${runId}`

/** An event of a run, or its present state. */
export type Progress = Omit<RunEventRow, 'kind'> & { kind: RunEventRow['kind'] | 'SNAPSHOT' }

/** A tick may be lost, the last one too: after this long without one, the store is asked. */
const LOOK_EVERY_MS = 5_000

/** What happens in a run, in order and without gaps, until it ends; without `afterSequence` its present state first. */
export async function followRun(
  { store, fanout }: { store: Store; fanout: Fanout },
  run: RunRow,
  afterSequence: number | null,
): Promise<AsyncIterableIterator<Progress>> {
  const state = afterSequence === null ? await snapshot(store, run.id) : undefined
  const after = state?.sequence ?? afterSequence ?? 0
  const [present] = await store.findRuns([run.id])
  const isOver = !present || (hasEnded(present.status) && present.lastSequence <= after)
  const events = followLog<RunEventRow>({
    fanout,
    channel: progressChannel(run.id),
    after,
    pageSize: Infinity,
    lookEvery: LOOK_EVERY_MS,
    read: (sequence) => store.findRunEvents(run.id, sequence),
  })
  if (isOver) await events.return?.()
  return mapEach<RunEventRow, Progress>(events, {
    before: state ? [state] : [],
    map: (event) => event,
    last: ({ kind }) => kind === 'RUN_FINISHED',
  })
}

/** Tells a run's listeners what has just been recorded. */
export function announce(fanout: Fanout, { runId, sequence }: RunEventRow): void {
  fanout.publish(progressChannel(runId), { sequence } satisfies Tick<RunEventRow>)
}

async function snapshot(store: Store, runId: string): Promise<Progress | undefined> {
  // The run before its steps: what happens in between is told again as an event, rather than lost.
  const [run] = await store.findRuns([runId])
  const rows = await store.findSteps([runId])
  const current = rows.find((row) => !row.finishedAt) ?? rows.at(-1)
  if (!run || !current) return undefined
  return {
    runId,
    sequence: run.lastSequence,
    kind: 'SNAPSHOT',
    step: hasEnded(run.status) ? null : current.kind,
    completed: current.completed,
    total: current.total,
    draftId: null,
    at: run.finishedAt ?? current.startedAt ?? run.createdAt,
  }
}
