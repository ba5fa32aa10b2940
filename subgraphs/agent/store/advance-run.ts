import { randomUUIDv7 } from 'node:crypto'
import type { Verdict } from '../domain/gates/verdict.ts'
import type { Instance } from '../domain/instance.ts'
import type { PlanLine } from '../domain/plan-run.ts'
import type { RunEnd, Step } from '../domain/run.ts'
import { runFinished } from '../events.ts'
import { type Client, publish, type RunEventRow, type Transaction } from './client.ts'

/** What came of a piece of a run's work: its event, or why it left no trace. */
export type Advance = { event: RunEventRow } | { event: null; because: 'DONE_BEFORE' | 'ENDED' }

type EventContent = Pick<RunEventRow, 'kind' | 'step' | 'completed' | 'total' | 'draftId'>

/** Begins a step whose number of parts is known. */
export function beginStep(client: Client, runId: string, step: Step, total: number, now: Date) {
  return advance(client, runId, now, async (transaction) => {
    const begun = await transaction.runStep.updateMany({
      where: { runId, kind: step, startedAt: null },
      data: { startedAt: now, total },
    })
    return begun.count === 0 ? null : { kind: 'STEP_STARTED', step, completed: 0, total, draftId: null }
  })
}

/** Keeps the plan, which completes its step. */
export function keepPlan(client: Client, runId: string, plan: readonly PlanLine[], now: Date) {
  return advance(client, runId, now, async (transaction) => {
    const finished = await finish(transaction, runId, 'PLAN', plan.length, now)
    if (finished) await transaction.run.update({ where: { id: runId }, data: { plan: [...plan] } })
    return finished
  })
}

/** Keeps a question at its place in the run. */
export function keepDraft(
  client: Client,
  runId: string,
  draft: { ordinal: number; skillCode: string; fingerprint: string; instance: Instance },
  now: Date,
) {
  return advance(client, runId, now, async (transaction) => {
    const id = randomUUIDv7()
    const { instance, ...data } = draft
    const kept = await transaction.draft.createMany({
      data: {
        ...data,
        id,
        runId,
        itemModelCode: instance.modelCode,
        status: 'GENERATED',
        instance: instance as object,
        createdAt: now,
      },
      skipDuplicates: true,
    })
    return kept.count === 0 ? null : part(transaction, runId, 'GENERATE', 'DRAFT_GENERATED', id)
  })
}

/** Keeps what the gates say about a draft; one refusal is enough to fail it. */
export function keepVerdicts(
  client: Client,
  runId: string,
  draftId: string,
  verdicts: readonly Verdict[],
  now: Date,
) {
  return advance(client, runId, now, async (transaction) => {
    const status = verdicts.every((verdict) => verdict.passed) ? 'PROPOSED' : 'FAILED'
    const judged = await transaction.draft.updateMany({
      where: { id: draftId, status: 'GENERATED' },
      data: { status },
    })
    if (judged.count === 0) return null
    await transaction.verdict.createMany({
      data: verdicts.map(({ gate, passed, facts }) => ({ draftId, gate, passed, facts: [...facts] })),
    })
    return part(transaction, runId, 'EVALUATE', 'DRAFT_EVALUATED', draftId)
  })
}

export function finishStep(client: Client, runId: string, step: Step, now: Date) {
  return advance(client, runId, now, (transaction) => finish(transaction, runId, step, undefined, now))
}

/** Ends a run, whoever ends it first, and says so to the other subgraphs. */
export function endRun(
  client: Client,
  runId: string,
  { status, failure }: { status: RunEnd; failure?: string },
  { now, traceparent }: { now: Date; traceparent?: string },
) {
  return advance(client, runId, now, async (transaction) => {
    const run = await transaction.run.update({
      where: { id: runId },
      data: { status, failure: failure ?? null, finishedAt: now },
    })
    const counted = await transaction.draft.groupBy({ by: ['status'], where: { runId }, _count: true })
    const count = (wanted: string) => counted.find((group) => group.status === wanted)?._count ?? 0
    const [proposed, refused] = [count('PROPOSED') + count('ACCEPTED') + count('REJECTED'), count('FAILED')]
    await publish(
      transaction,
      runFinished({
        runId,
        ownerId: run.ownerId,
        status,
        requested: run.count,
        proposed,
        refused,
        finishedAt: now,
        eventId: randomUUIDv7(),
        traceparent,
      }),
    )
    const completed = proposed + refused
    return { kind: 'RUN_FINISHED', step: null, completed, total: run.count, draftId: null }
  })
}

/** Undoes a transaction without being a failure. */
class Nothing extends Error {
  readonly because: 'DONE_BEFORE' | 'ENDED'

  constructor(because: 'DONE_BEFORE' | 'ENDED') {
    super(because)
    this.because = because
  }
}

/**
 * One piece of work with its event, in one transaction. Taking the next sequence locks the run and requires that it has
 * not ended, so that nothing is added to a cancelled run, sequences have no gaps, and work that turns out to have been
 * done before (null) leaves no trace.
 */
async function advance(
  client: Client,
  runId: string,
  now: Date,
  work: (transaction: Transaction) => Promise<EventContent | null>,
): Promise<Advance> {
  try {
    const event = await client.$transaction(async (transaction) => {
      const taken = await transaction.run.updateManyAndReturn({
        where: { id: runId, status: { in: ['QUEUED', 'RUNNING'] } },
        data: { lastSequence: { increment: 1 }, status: 'RUNNING' },
        select: { lastSequence: true },
      })
      const sequence = taken[0]?.lastSequence
      if (sequence === undefined) throw new Nothing('ENDED')
      const content = await work(transaction)
      if (!content) throw new Nothing('DONE_BEFORE')
      return transaction.runEvent.create({ data: { ...content, runId, sequence, at: now } })
    })
    return { event }
  } catch (error) {
    if (error instanceof Nothing) return { event: null, because: error.because }
    throw error
  }
}

/** One more part of a step is complete. */
async function part(
  transaction: Transaction,
  runId: string,
  step: Step,
  kind: EventContent['kind'],
  draftId: string,
): Promise<EventContent> {
  const { completed, total } = await transaction.runStep.update({
    where: { runId_kind: { runId, kind: step } },
    data: { completed: { increment: 1 } },
  })
  return { kind, step, completed, total, draftId }
}

async function finish(
  transaction: Transaction,
  runId: string,
  step: Step,
  completed: number | undefined,
  now: Date,
): Promise<EventContent | null> {
  const rows = await transaction.runStep.updateManyAndReturn({
    where: { runId, kind: step, finishedAt: null },
    data: { finishedAt: now, ...(completed === undefined ? {} : { completed, total: completed }) },
  })
  const row = rows[0]
  return row
    ? { kind: 'STEP_FINISHED', step, completed: row.completed, total: row.total, draftId: null }
    : null
}
