import type { OperationTypeNode } from 'graphql'
import type { Logger } from '../../kit/log.ts'
import type { Metrics } from '../metrics.ts'
import { measureLag } from './lag.ts'

export type LoadLimits = {
  /** How many queries and mutations may be under way. */
  operations: number
  /** How long what arrives may have to wait for its turn, in milliseconds. */
  lagMs: number
}

export const LOAD_LIMITS: LoadLimits = { operations: 1_000, lagMs: 250 }

/** The last fifth is kept for what changes something: a reader reads again, a student's answer should not have to. */
const SHARE_OF_QUERIES = 0.8
const QUIET_MS = 1_000

/**
 * Refuses what would only wait, so that what is taken in is answered in time, and memory holds no more than may be under
 * way. Nothing that runs is touched: neither subscriptions, nor health and metrics.
 */
export function createShedder(options: {
  /** How many queries and mutations are under way. */
  running(): number
  limits: LoadLimits
  metrics: Metrics
  log: Logger
}) {
  const { running, limits, metrics, log } = options
  const lag = measureLag()
  let shed = 0
  let quiet: NodeJS.Timeout | undefined

  function isTooMuch(share: number): boolean {
    const reason =
      running() >= limits.operations * share
        ? 'running'
        : lag.now() >= limits.lagMs * share
          ? 'lag'
          : undefined
    if (reason === undefined) return false
    metrics.shed(reason)
    note(reason)
    return true
  }

  /** One line when it begins and one when it is over: there is no time for more. */
  function note(reason: string): void {
    if (shed === 0) {
      log.warn(
        { reason, running: running(), lagMs: Math.round(lag.now()) },
        'overloaded: requests are refused',
      )
    }
    shed += 1
    quiet ??= setTimeout(settle, QUIET_MS, shed).unref()
  }

  function settle(before: number): void {
    quiet = undefined
    if (shed > before) quiet = setTimeout(settle, QUIET_MS, shed).unref()
    else {
      log.info({ refused: shed }, 'no longer overloaded')
      shed = 0
    }
  }

  return {
    /** Whether a request may come in; asked before anything of it is read. */
    admits: (): boolean => !isTooMuch(1),
    /** Whether an operation may run, now that it is known what it is. */
    mayRun: (type: OperationTypeNode): boolean => !isTooMuch(type === 'query' ? SHARE_OF_QUERIES : 1),
    stop(): void {
      lag.stop()
      clearTimeout(quiet)
    },
  }
}

export type Shedder = ReturnType<typeof createShedder>
