import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../../../kit/errors.ts'
import type { Fanout } from '../../../kit/fanout.ts'
import type { Logger } from '../../../kit/log.ts'
import { ModelExhausted } from '../domain/instance.ts'
import { hasEnded, type RunEnd } from '../domain/run.ts'
import type { Search } from '../search/search.ts'
import type { Advance, Store } from '../store/index.ts'
import { announce } from '../run-progress.ts'
import { executeRun } from './execute-run.ts'

/** So many runs go on at a time in one process; the others wait in order. */
const AT_ONCE = 2
/** How often runs are looked for whose process has gone. */
const SWEEP_MS = 15_000
/** The waits between tries of a run that fails; after the last it has failed. */
const RETRY_DELAYS = [500, 2_000, 5_000, 15_000]

/** The run is to go no further, now: it has ended, or this process is stopping. */
class Interrupted extends Error {}

/**
 * Works on runs in the background. What runs there are stands in the store alone: a process that starts goes on with
 * those that another one left, and two processes never work on one run at a time.
 */
export function createRunner(parts: {
  store: Store
  search: Search
  fanout: Fanout
  log: Logger
  now(): Date
}) {
  const { store, search, fanout, log, now } = parts
  const waiting = new Set<string>()
  const working = new Map<string, Promise<void>>()
  const stop = new AbortController()
  let sweep: NodeJS.Timeout | undefined

  function enqueue(runId: string): void {
    if (stop.signal.aborted || working.has(runId)) return
    waiting.add(runId)
    next()
  }

  function next(): void {
    for (const runId of waiting) {
      if (stop.signal.aborted || working.size >= AT_ONCE) return
      waiting.delete(runId)
      const done = work(runId)
        .catch((err: unknown) => log.warn({ err, runId }, 'A run waits: it will be tried again'))
        .finally(() => {
          working.delete(runId)
          next()
        })
      working.set(runId, done)
    }
  }

  async function work(runId: string): Promise<void> {
    const lease = await store.leaseRun(runId)
    if (!lease) return
    try {
      await workWithRetries(runId)
    } finally {
      await lease.release()
    }
  }

  async function workWithRetries(runId: string): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        const [run] = await store.findRuns([runId])
        if (!run || hasEnded(run.status)) return
        await executeRun({ store, search, now, keep }, run)
        return void (await end(runId, { status: 'SUCCEEDED' }))
      } catch (error) {
        if (error instanceof Interrupted) return
        if (error instanceof ModelExhausted)
          return void (await end(runId, { status: 'FAILED', failure: 'EXHAUSTED' }))
        const delay = RETRY_DELAYS[attempt]
        if (delay === undefined) {
          log.error({ err: error, runId }, 'A run failed')
          return void (await end(runId, { status: 'FAILED', failure: 'BROKEN' }))
        }
        log.warn({ error: messageOf(error), runId }, 'A run is tried again')
        await pause(delay, stop.signal)
        if (stop.signal.aborted) return
      }
    }
  }

  async function keep(advance: Promise<Advance>): Promise<void> {
    const kept = await advance
    if (kept.event) announce(fanout, kept.event)
    else if (kept.because === 'ENDED') throw new Interrupted()
    if (stop.signal.aborted) throw new Interrupted()
  }

  /** Whether this call ended the run: false when it had ended before. */
  async function end(
    runId: string,
    how: { status: RunEnd; failure?: string },
    traceparent?: string,
  ): Promise<boolean> {
    const { event } = await store.endRun(runId, how, { now: now(), traceparent })
    if (event) announce(fanout, event)
    return event !== null
  }

  async function enqueueUnfinished(): Promise<void> {
    try {
      for (const runId of await store.findUnfinishedRuns()) enqueue(runId)
    } catch (err) {
      log.warn({ err }, 'Unfinished runs could not be looked for; trying again')
    }
  }

  return {
    /** Works on a run as soon as there is room for it. */
    enqueue,
    /** Ends a run at once; whoever works on it finds out with its next piece. */
    cancel: (runId: string, traceparent: string) => end(runId, { status: 'CANCELLED' }, traceparent),
    async start(): Promise<void> {
      await enqueueUnfinished()
      sweep = setInterval(() => void enqueueUnfinished(), SWEEP_MS)
    },
    /** Leaves runs where they are, to be gone on with at the next start. */
    async stop(): Promise<void> {
      clearInterval(sweep)
      stop.abort()
      await Promise.all(working.values())
    },
  }
}

export type Runner = ReturnType<typeof createRunner>

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => {})
}
