import {
  BrokenCircuitError,
  BulkheadRejectedError,
  CircuitState,
  ExponentialBackoff,
  SamplingBreaker,
  bulkhead,
  circuitBreaker,
  handleWhenResult,
  halfJitterGenerator,
} from 'cockatiel'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '../../kit/log.ts'
import type { GatewayErrorCode } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { SubgraphResult } from './reach.ts'
import { createRetryBudget } from './retry-budget.ts'

export type GuardOptions = {
  /** How many requests a subgraph is sent at a time, how many more may wait for their turn, and how long. */
  atOnce: number
  waiting: number
  patienceMs: number
  /** Left alone when more than this share of its requests failed within the time, and it had so many a second at least. */
  breaker: { share: number; withinMs: number; leastPerSecond: number }
  /** For how long it is left alone: longer each time that it is still down. */
  leftAloneMs: { first: number; longest: number }
  /** How a query is tried again: the delay doubles, with jitter; a retry costs one of the budget. */
  retries: { attempts: number; firstDelayMs: number; share: number; atOnce: number }
}

export const GUARD_DEFAULTS: GuardOptions = {
  atOnce: 128,
  waiting: 1_000,
  patienceMs: 1_000,
  breaker: { share: 0.5, withinMs: 10_000, leastPerSecond: 1 },
  leftAloneMs: { first: 1_000, longest: 30_000 },
  retries: { attempts: 2, firstDelayMs: 50, share: 0.1, atOnce: 10 },
}

/** How one try ended. */
export type Attempt = {
  result: SubgraphResult
  /** The way or the server failed, not what was asked: the circuit breaker counts these. */
  fault?: boolean
  /** The same may succeed in a moment. */
  passing?: boolean
}

/** Node keeps one list of timers for each duration, so what is left of the time is given in steps. */
const STEP_MS = 50

/**
 * Stands between the executor and a subgraph that may be slow or down, so that it costs neither the gateway's memory nor
 * the patience of those who ask for something else: so many requests at a time and so many that wait (a bulkhead); none
 * for a moment when most have failed (a circuit breaker); queries, and only they, once or twice more (within a budget);
 * and all of that within `timeoutMs`.
 */
export function createGuard(
  options: { name: string; timeoutMs: number; metrics: Metrics; log: Logger } & GuardOptions,
) {
  const { name, timeoutMs, metrics, log, retries, leftAloneMs, patienceMs } = options
  const hull = bulkhead(options.atOnce, options.waiting)
  const budget = createRetryBudget(retries)
  /** How long the one that had its turn last had waited for it. */
  let waitedLast = 0
  const breaker = circuitBreaker(
    handleWhenResult((attempt) => (attempt as Attempt).fault === true),
    {
      breaker: new SamplingBreaker({
        threshold: options.breaker.share,
        duration: options.breaker.withinMs,
        minimumRps: options.breaker.leastPerSecond,
      }),
      halfOpenAfter: new ExponentialBackoff({
        initialDelay: leftAloneMs.first,
        maxDelay: leftAloneMs.longest,
        generator: halfJitterGenerator,
      }),
    },
  )
  metrics.breaker(name, 'closed')
  breaker.onStateChange((state) => {
    metrics.breaker(name, WORDS[state])
    if (state === CircuitState.Open) log.error({ subgraph: name }, 'A subgraph fails and is left alone')
    else if (state === CircuitState.HalfOpen) log.info({ subgraph: name }, 'A subgraph is tried again')
    else log.info({ subgraph: name }, 'A subgraph answers again')
  })

  function turnAway(reason: 'breaker' | 'bulkhead', message: string): Attempt {
    metrics.turnedAway(name, reason)
    return { result: failed('SERVICE_UNAVAILABLE', message) }
  }

  function tooMany(): Attempt {
    return turnAway('bulkhead', `Too many requests wait for the subgraph "${name}". Try again in a moment.`)
  }

  async function pass(
    send: (withinMs: number) => Promise<Attempt>,
    until: number,
    queuedAt: number,
  ): Promise<Attempt> {
    // While one tries whether the subgraph is back, the policy would let the others wait for it.
    if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError()
    const now = performance.now()
    const left = until - now
    if (left <= 0) return { result: tookTooLong(name, timeoutMs) }
    waitedLast = now - queuedAt
    if (waitedLast > patienceMs) return tooMany()
    return breaker.execute(() => send(Math.ceil(left / STEP_MS) * STEP_MS))
  }

  async function attempt(send: (withinMs: number) => Promise<Attempt>, until: number): Promise<Attempt> {
    const queuedAt = performance.now()
    // A queue that is long for long makes everyone wait, and nobody is served the sooner for it.
    if (hull.executionSlots === 0 && waitedLast > patienceMs / 2) return tooMany()
    try {
      // The one that tries again must not wait behind those that still hang.
      return breaker.state === CircuitState.Closed
        ? await hull.execute(() => pass(send, until, queuedAt))
        : await pass(send, until, queuedAt)
    } catch (error) {
      if (error instanceof BrokenCircuitError) {
        return turnAway('breaker', `The subgraph "${name}" is failing just now. Try again in a moment.`)
      }
      if (error instanceof BulkheadRejectedError) return tooMany()
      throw error
    }
  }

  return {
    /**
     * What `send` gives, or a result that says why it was not sent. `send` must end within the time it is given, and
     * must not reject.
     * @param repeatable whether sending twice does no harm
     */
    async run(repeatable: boolean, send: (withinMs: number) => Promise<Attempt>): Promise<SubgraphResult> {
      const until = performance.now() + timeoutMs
      budget.earn()
      for (let tried = 1; ; tried++) {
        const { result, passing } = await attempt(send, until)
        if (!passing || !repeatable || tried > retries.attempts) return result
        const pause = retries.firstDelayMs * 2 ** (tried - 1) * (0.5 + Math.random())
        if (performance.now() + pause >= until || !budget.spend()) return result
        metrics.retried(name)
        await delay(pause)
      }
    },
  }
}

const WORDS = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const

/** One coded error. The words are for clients: no address stands in them. */
export function failed(code: GatewayErrorCode, message: string): SubgraphResult {
  return { errors: [{ message, extensions: { code } }] }
}

export function tookTooLong(name: string, timeoutMs: number): SubgraphResult {
  return failed('SUBREQUEST_TIMEOUT', `The subgraph "${name}" did not answer within ${timeoutMs} ms.`)
}
