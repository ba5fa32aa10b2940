import { z } from 'zod'
import type { Fanout } from '../../kit/fanout.ts'
import { hasEnded, steps } from './domain/run.ts'
import type { RunEventRow, RunRow, Store } from './store/index.ts'

/** The channel of the fan-out that carries the events of a run. */
export const progressChannel = (runId: string): string => `agent-run:${runId}`

/** An event of a run, or its present state. */
export type Progress = Omit<RunEventRow, 'kind'> & { kind: RunEventRow['kind'] | 'SNAPSHOT' }

/** A tick may be lost, the last one too: after this long without one, the store is asked. */
const ASK_MS = 5_000

/**
 * What happens in a run, in order, without gaps and each event once, until the run ends: first what stands in the store,
 * then what the fan-out says, and whenever a sequence is missing, the store again. The fan-out is listened to before the
 * store is read, so that nothing falls between the two.
 */
export function followRun(
  { store, fanout }: { store: Store; fanout: Fanout },
  run: RunRow,
  afterSequence: number | null,
): AsyncIterableIterator<Progress> {
  const ticks = fanout.subscribe(progressChannel(run.id))
  const events = read(store, ticks, run.id, afterSequence)
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => events.next(),
    // Ending the ticks also ends a `next()` that waits for one.
    async return() {
      await ticks.return?.()
      await events.return(undefined)
      return { done: true, value: undefined }
    },
  }
}

async function* read(
  store: Store,
  ticks: AsyncIterableIterator<unknown>,
  runId: string,
  afterSequence: number | null,
): AsyncGenerator<Progress, void> {
  try {
    let last = afterSequence ?? 0
    if (afterSequence === null) {
      const state = await snapshot(store, runId)
      if (!state) return
      yield state
      last = state.sequence
    }
    let tick: Promise<IteratorResult<unknown>> | undefined
    let news: RunEventRow[] | undefined
    for (;;) {
      const fromStore = news === undefined
      news ??= await store.findRunEvents(runId, last)
      for (const event of news) {
        last = event.sequence
        yield event
        if (event.kind === 'RUN_FINISHED') return
      }
      if (fromStore && news.length === 0 && (await hasNothingAfter(store, runId, last))) return
      tick ??= ticks.next()
      const said = await orAfter(tick, ASK_MS)
      if (said?.done) return
      if (said) tick = undefined
      news = said && followUp(said.value, last)
    }
  } finally {
    await ticks.return?.()
  }
}

const tickSchema = z.object({
  runId: z.string(),
  sequence: z.int(),
  kind: z.enum(['STEP_STARTED', 'DRAFT_GENERATED', 'DRAFT_EVALUATED', 'STEP_FINISHED', 'RUN_FINISHED']),
  step: z.enum(steps).nullable(),
  completed: z.int(),
  total: z.int(),
  draftId: z.string().nullable(),
  at: z.coerce.date(),
})

/** What a tick adds to what is known: nothing when it is old, itself when it is next; undefined when some are missing. */
function followUp(tick: unknown, last: number): RunEventRow[] | undefined {
  const { data: event } = tickSchema.safeParse(tick)
  if (!event || event.sequence > last + 1) return undefined
  return event.sequence === last + 1 ? [event] : []
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

async function hasNothingAfter(store: Store, runId: string, last: number): Promise<boolean> {
  const [run] = await store.findRuns([runId])
  return !run || (hasEnded(run.status) && run.lastSequence <= last)
}

/** What a promise gives, or undefined when it takes longer; the promise can be waited for again. */
async function orAfter<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), ms)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
