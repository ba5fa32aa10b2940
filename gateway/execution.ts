import type { OperationTypeNode } from 'graphql'
import type { Logger } from '../kit/log.ts'
import type { Identify } from './caller/identify.ts'
import { OVERLOADED, type PresentedError, codesOf, failure } from './errors.ts'
import { executeDeferred } from './execute/execute-deferred.ts'
import { executePlan } from './execute/execute-plan.ts'
import { createSharedResults } from './execute/share-results.ts'
import { explain } from './explain/explain.ts'
import type { Metrics, Outcome } from './metrics.ts'
import type { PlannedDeferred } from './plan/create-deferred-plan.ts'
import type { SubgraphResult } from './reach/reach.ts'
import { type GatewayResult, type PreparedRequest, inLog } from './request.ts'
import type { Responses } from './responses.ts'
import { type Subscriber, toEvent } from './subscribe/subscriber.ts'

/** From what can be executed to what goes back. */
export function createExecution(options: {
  identify: Identify
  responses: Responses
  /** Whether an operation may run, or the gateway has too much to do. */
  mayRun(type: OperationTypeNode): boolean
  metrics: Metrics
  log: Logger
}) {
  const { identify, responses, mayRun, metrics, log } = options
  const results = createSharedResults()
  const running = new Set<Promise<unknown>>()

  /** @param event of a subscription: what its subgraph sent */
  async function run(prepared: PreparedRequest, event?: SubgraphResult): Promise<GatewayResult> {
    const { engine, caller, traceId, planned, variables, coerced } = prepared
    const asksForMore = !event || planned.plan.node?.kind !== 'Fetch'
    const headers = asksForMore ? await identify(caller, traceId) : {}
    const executed = await executePlan({ planned, fetch: engine.fetch, variables, coerced, headers, event })
    return responses.result(executed, traceId)
  }

  async function runAndReport(prepared: PreparedRequest): Promise<GatewayResult> {
    const { traceId, operation, planned, plan } = prepared
    const started = performance.now()
    let result: GatewayResult
    let workIn: string | undefined
    try {
      if (plan?.dryRun) return { data: null, extensions: explain(plan, operation, planned) }
      if (operation.type === 'query' && !plan) {
        const shared = await results.share(
          prepared,
          () => run(prepared),
          (other) => (workIn = other),
        )
        result = toldTo(traceId, shared)
      } else {
        result = await run(prepared)
        if (operation.type === 'mutation') results.startAnew()
      }
    } catch (error) {
      result = { errors: responses.present([error], traceId) }
    }
    if (plan) result.extensions = { ...result.extensions, ...explain(plan, operation, planned) }
    report(prepared, started, { errors: result.errors, hasData: result.data != null, workIn })
    return result
  }

  async function runInParts(
    prepared: PreparedRequest,
    planned: PlannedDeferred,
    subscriber: Subscriber,
    signal: AbortSignal,
  ): Promise<void> {
    const { caller, traceId, engine, operation, variables, coerced } = prepared
    const started = performance.now()
    const errors: PresentedError[] = []
    let hasData = false
    try {
      const headers = await identify(caller, traceId)
      const { fetch } = engine
      for await (const executed of executeDeferred({ planned, fetch, variables, coerced, headers, signal })) {
        // Who is told of a change reads what has changed.
        if (operation.type === 'mutation') results.startAnew()
        if (signal.aborted) break
        const part = responses.part(executed, traceId)
        hasData ||= 'data' in part && part.data !== null
        const told = 'incremental' in part ? part.incremental : [part]
        errors.push(...told.flatMap((one) => one.errors ?? []))
        // The parts are no more than a whole answer would be: who does not read them keeps nothing running.
        void subscriber.next(toEvent(part))
      }
      if (!signal.aborted) subscriber.end()
    } catch (error) {
      const presented = responses.present([error], traceId)
      errors.push(...presented)
      subscriber.end(presented)
    }
    report(prepared, started, { errors: errors.length > 0 ? errors : undefined, hasData })
  }

  /** @param told.workIn the trace in which the work was done, where it is another's */
  function report(
    prepared: PreparedRequest,
    started: number,
    told: { errors: readonly PresentedError[] | undefined; hasData: boolean; workIn?: string | undefined },
  ): void {
    const { operation } = prepared
    const { errors, hasData, workIn } = told
    const seconds = (performance.now() - started) / 1000
    const outcome: Outcome = !errors ? 'ok' : hasData ? 'partial' : 'failed'
    metrics.operation(operation.name, operation.type, outcome, seconds)
    log.info(
      {
        ...inLog(prepared),
        outcome,
        ...(errors ? { codes: codesOf(errors) } : {}),
        ...(workIn === undefined ? {} : { workIn }),
        ms: Math.round(seconds * 10_000) / 10,
      },
      'operation',
    )
  }

  function overloaded({ traceId }: PreparedRequest): PresentedError[] {
    return responses.present([failure('OVERLOADED', OVERLOADED)], traceId)
  }

  /** Counts what runs, and keeps its engine until it has ended. */
  function track<Work extends Promise<unknown>>({ engine }: PreparedRequest, start: () => Work): Work {
    const letGo = engine.hold()
    const work = start()
    running.add(work)
    void work.finally(() => {
      running.delete(work)
      letGo()
    })
    return work
  }

  return {
    /** Executes a query or mutation. Never rejects: whatever goes wrong is in `errors`. */
    execute(prepared: PreparedRequest): Promise<GatewayResult> {
      if (!mayRun(prepared.operation.type)) return Promise.resolve({ errors: overloaded(prepared) })
      return track(prepared, () => runAndReport(prepared))
    },

    /**
     * Executes a query or mutation of which parts come later, and gives each part to the subscriber as it comes: the first
     * with all that is not deferred, the others as `{ incremental, hasNext }`. Gives what stops it. Never throws.
     */
    deliver(prepared: PreparedRequest, deferred: PlannedDeferred, subscriber: Subscriber): () => void {
      if (!mayRun(prepared.operation.type)) {
        subscriber.end(overloaded(prepared))
        return () => {}
      }
      const leaving = new AbortController()
      void track(prepared, () => runInParts(prepared, deferred, subscriber, leaving.signal))
      return () => leaving.abort()
    },

    /** Executes one event of a subscription. */
    executeEvent: run,

    /** How many queries and mutations are under way. */
    get running() {
      return running.size
    },

    /** Resolves when no query or mutation runs any more. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

/** A result that somebody else's request may have brought, with the trace of this one. */
function toldTo(traceId: string, result: GatewayResult): GatewayResult {
  const { errors } = result
  if (!errors || errors.every(({ extensions }) => extensions.traceId === traceId)) return result
  return {
    ...result,
    errors: errors.map((error) => ({ ...error, extensions: { ...error.extensions, traceId } })),
  }
}
