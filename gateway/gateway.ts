import type { OperationTypeNode } from 'graphql'
import type { Logger } from '../kit/log.ts'
import type { Caller } from './caller/authenticate.ts'
import { NO_QUERY, type PresentedError, RequestErrors, failure, presentError, refuse } from './errors.ts'
import { type Engine, createEngine } from './engine.ts'
import type { SlowLimits } from './subscribe/member.ts'
import { type DeferredPart, type Incremental, executeDeferred } from './execute/execute-deferred.ts'
import { type ExecutedPlan, executePlan } from './execute/execute-plan.ts'
import { createSharedResults } from './execute/share-results.ts'
import { explain } from './explain/explain.ts'
import { type PlanRequest, grantPlan } from './explain/plan-request.ts'
import { createIdentify } from './caller/identify.ts'
import { type Policies, createMeets } from './caller/rights.ts'
import { DEFAULT_LIMITS, type Limits } from './operation/limits.ts'
import { OVERLOADED } from './door/shed-load.ts'
import type { Metrics, Outcome } from './metrics.ts'
import { type Operation, textOf } from './operation/operations.ts'
import { type Persisted, createPersisted } from './persisted/persisted.ts'
import { decideOverrides } from './supergraph/decide-overrides.ts'
import type { OverrideLabels } from './supergraph/override-labels.ts'
import type { PlannedDeferred } from './plan/create-deferred-plan.ts'
import type { PlannedOperation } from './plan/create-plan.ts'
import { createReaches } from './reach/reaches.ts'
import type { SubgraphResult, Topology } from './reach/reach.ts'
import { type ServedEngine, serveEngine } from './serve-engine.ts'
import { refuseBreaking } from './supergraph/refuse-breaking.ts'
import { warmEngine } from './supergraph/warm-engine.ts'
import { versionOf } from './supergraph/version.ts'
import type { LiveEvent, Subscriber } from './subscribe/subscriber.ts'
import { createSubscriptions } from './subscribe/subscriptions.ts'

/** What arrives, whichever way: HTTP or WebSocket. */
export type GatewayRequest = {
  query?: string | undefined
  /** The SHA-256 of the document, in place of its text or beside it, so that it is known by it from then on. */
  documentId?: string | undefined
  operationName?: string | undefined
  variables?: unknown
  /** To be shown the plan. */
  plan?: PlanRequest | undefined
  /** The client takes an answer in parts, if the operation asks for it by `@defer`. */
  incremental?: boolean | undefined
  caller: Caller
  traceId: string
}

/** A request whose operation is known, valid and planned. */
export type PreparedRequest = {
  /** The supergraph for which it was planned. */
  engine: ServedEngine
  caller: Caller
  traceId: string
  operation: Operation
  planned: PlannedOperation
  /** The answer comes in parts: `deliver` gives them. */
  deferred: PlannedDeferred | undefined
  /** As they were sent. */
  variables: Record<string, unknown>
  /** The same, checked and with the operation's defaults. */
  coerced: Record<string, unknown>
  /** The client wants to see the plan, and may. */
  plan: PlanRequest | undefined
}

/** What goes back, ready to be written as JSON. Without `data`, the request itself was at fault. */
export type GatewayResult = {
  errors?: readonly PresentedError[]
  data?: Record<string, unknown> | null
  extensions?: Record<string, unknown>
}

export type GatewayOptions = {
  supergraphSdl: string
  reach: Topology
  /** Signs for the subgraphs who is calling; without it the client's `authorization` is passed on. */
  identitySecret?: string | undefined
  /** Decides what `@policy` names in the graph. */
  policies?: Policies | undefined
  /** For whom the labels of progressive `@override` are on. */
  overrideLabels?: OverrideLabels | undefined
  introspection: boolean
  limits?: Partial<Limits> | undefined
  /** The documents that are known by their hash; without it, those that come with their hash, in memory. */
  persisted?: Persisted | undefined
  /** Whether an operation may run, or the gateway has too much to do. */
  mayRun?: ((type: OperationTypeNode) => boolean) | undefined
  /** When a subscriber is too slow. */
  slow?: Partial<SlowLimits> | undefined
  metrics: Metrics
  log: Logger
}

/**
 * The gateway without any server: which operation, which plan, execution, response. Every way in calls this one.
 * @throws SupergraphError when the supergraph cannot be served
 */
export function createGateway(options: GatewayOptions) {
  const { introspection, metrics, log } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const authenticates = options.identitySecret !== undefined
  const reaches = createReaches({ topology: options.reach, metrics, log })
  let engine = serve(create(options.supergraphSdl))
  const persisted = options.persisted ?? createPersisted({ metrics, log })
  const identify = createIdentify(options.identitySecret)
  const meets = createMeets(options.policies ?? {}, log)
  const running = new Set<Promise<unknown>>()
  const results = createSharedResults()
  let overrideLabels = options.overrideLabels ?? {}
  let replacing: Promise<unknown> = Promise.resolve()
  const subscriptions = createSubscriptions({
    headers: ({ caller, traceId }) => identify(caller, traceId),
    execute: executeEvent,
    present: (errors, traceId) => present(errors, traceId),
    limits: options.slow,
    metrics,
    log,
  })

  function create(supergraphSdl: string): Engine {
    return createEngine({ supergraphSdl, limits, introspection })
  }

  async function replace(supergraphSdl: string, { breaking }: { breaking: boolean }): Promise<void> {
    if (versionOf(supergraphSdl) === engine.version) return
    const created = create(supergraphSdl)
    const broken = await persisted.warm(created)
    if (!breaking) refuseBreaking(broken)
    await warmEngine({ from: engine, to: created })
    const before = engine
    engine = serve(created)
    before.retire()
    // Each holds the ways of the engine it began with until it has another plan.
    void subscriptions.replan(prepareAgain)
  }

  function serve(created: Engine): ServedEngine {
    metrics.serves(created.version)
    if (created.supergraph.protected && !authenticates) {
      log.warn(
        'Parts of the supergraph are for some callers only. Nobody can sign in here, so nobody sees them.',
      )
    }
    return serveEngine({ engine: created, reaches, metrics, log })
  }

  /** @throws RequestErrors when the operation is not valid, asks for too much, or cannot be planned */
  async function prepare(request: GatewayRequest): Promise<PreparedRequest> {
    const { documentId, operationName, variables, caller, traceId } = request
    // Only what is named by a hash, or is a client's, is looked up.
    const found =
      documentId === undefined && caller.client === undefined
        ? undefined
        : await persisted.find({ query: request.query, documentId, client: caller.client })
    const query = found ? found.query : request.query
    if (query === undefined) throw refuse('BAD_REQUEST', NO_QUERY)
    if (!isVariables(variables)) throw refuse('BAD_REQUEST', 'The variables must be an object.')
    const plan = grantPlan(request.plan, caller, { authenticates, introspection })
    const registered = found?.registered
    const prepared = await prepareOn(engine, {
      query,
      operationName,
      registered,
      variables: variables ?? {},
      // Who wants to see the plan sees that of the whole.
      incremental: request.incremental === true && !plan,
      caller,
      traceId,
    })
    found?.accepted()
    return plan ? { ...prepared, plan } : prepared
  }

  /** @throws RequestErrors when the operation is not valid there, asks for too much, or cannot be planned */
  async function prepareOn(
    on: ServedEngine,
    request: {
      query: string
      operationName: string | undefined
      registered?: boolean | undefined
      variables: Record<string, unknown>
      incremental?: boolean
      caller: Caller
      traceId: string
    },
  ): Promise<PreparedRequest> {
    const { query, operationName, registered, variables, incremental, caller, traceId } = request
    const { operations, supergraph } = on
    const operation = operations.read({ query, operationName, registered })
    const coerced = operations.coerceVariables(operation, variables)
    const overrides = decideOverrides(
      supergraph.overrideLabels,
      { viewer: caller.viewer, traceId },
      overrideLabels,
    )
    const { requirements } = operation
    const met = requirements.length === 0 ? [] : await meets(caller, requirements)
    const planned = operations.plan(operation, coerced, overrides, met)
    const deferred = incremental ? operations.planDeferred(operation, coerced, overrides, met) : undefined
    return { engine: on, caller, traceId, operation, planned, deferred, variables, coerced, plan: undefined }
  }

  /** What a client is told of a request that could not be prepared. */
  function refusal(error: unknown, traceId: string): PresentedError[] {
    const errors = present(errorsOf(error), traceId)
    metrics.refused()
    log.info({ traceId, codes: codesOf(errors) }, 'operation refused')
    return errors
  }

  /** Executes a query or mutation. Never rejects: whatever goes wrong is in `errors`. */
  function execute(prepared: PreparedRequest): Promise<GatewayResult> {
    if (options.mayRun && !options.mayRun(prepared.operation.type)) {
      return Promise.resolve({ errors: present([failure('OVERLOADED', OVERLOADED)], prepared.traceId) })
    }
    const letGo = prepared.engine.hold()
    const result = executeAndReport(prepared)
    running.add(result)
    void result.finally(() => {
      running.delete(result)
      letGo()
    })
    return result
  }

  async function executeAndReport(prepared: PreparedRequest): Promise<GatewayResult> {
    const { traceId, operation, planned, plan } = prepared
    const started = performance.now()
    let result: GatewayResult
    let workIn: string | undefined
    try {
      if (plan?.dryRun) return { data: null, extensions: explain(plan, operation, planned) }
      if (operation.type === 'subscription') {
        throw failure('BAD_REQUEST', 'Subscriptions are served over WebSocket, at the same path.')
      }
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
      result = { errors: present([error], traceId) }
    }
    if (plan) result.extensions = { ...result.extensions, ...explain(plan, operation, planned) }
    reportExecuted(prepared, started, { errors: result.errors, hasData: result.data != null, workIn })
    return result
  }

  function reportExecuted(
    prepared: PreparedRequest,
    started: number,
    told: { errors: readonly PresentedError[] | undefined; hasData: boolean; workIn?: string | undefined },
  ): void {
    const { operation } = prepared
    const seconds = (performance.now() - started) / 1000
    const outcome: Outcome = !told.errors ? 'ok' : told.hasData ? 'partial' : 'failed'
    metrics.operation(operation.name, operation.type, outcome, seconds)
    log.info(
      {
        ...described(prepared),
        outcome,
        ...(told.errors ? { codes: codesOf(told.errors) } : {}),
        ...(told.workIn === undefined ? {} : { workIn: told.workIn }),
        ms: Math.round(seconds * 10_000) / 10,
      },
      'operation',
    )
  }

  /**
   * Executes a query or mutation of which parts come later, and gives each part to the subscriber as it comes: the first
   * with all that is not deferred, the others as `{ incremental, hasNext }`. Gives what stops it. Never throws.
   */
  function deliver(prepared: PreparedRequest, deferred: PlannedDeferred, subscriber: Subscriber): () => void {
    if (options.mayRun && !options.mayRun(prepared.operation.type)) {
      subscriber.end(present([failure('OVERLOADED', OVERLOADED)], prepared.traceId))
      return () => {}
    }
    const letGo = prepared.engine.hold()
    const leaving = new AbortController()
    const { signal } = leaving
    const delivered = deliverParts()
    running.add(delivered)
    void delivered.finally(() => {
      running.delete(delivered)
      letGo()
    })
    return () => leaving.abort()

    async function deliverParts(): Promise<void> {
      const { caller, traceId, engine, variables, coerced } = prepared
      const started = performance.now()
      const all: PresentedError[] = []
      let hasData = false
      try {
        const headers = await identify(caller, traceId)
        const { fetch } = engine
        const parts = executeDeferred({ planned: deferred, fetch, variables, coerced, headers, signal })
        for await (const part of parts) {
          // Who is told of a change reads what has changed.
          if (prepared.operation.type === 'mutation') results.startAnew()
          if (signal.aborted) break
          const shown = shapePart(part, traceId, all)
          hasData ||= 'data' in part && part.data !== null
          await subscriber.next({ json: Buffer.from(JSON.stringify(shown)) })
        }
        if (!signal.aborted) subscriber.end()
      } catch (error) {
        const errors = present([error], traceId)
        all.push(...errors)
        subscriber.end(errors)
      }
      reportExecuted(prepared, started, { errors: all.length > 0 ? all : undefined, hasData })
    }
  }

  function shapePart(part: DeferredPart, traceId: string, all: PresentedError[]): object {
    const shown = <Told extends ExecutedPlan>({ errors, ...told }: Told) => {
      const presented = errors && present(errors, traceId)
      if (presented) all.push(...presented)
      return { ...told, ...(presented ? { errors: presented } : {}) }
    }
    if (!('incremental' in part)) return shown(part)
    return { ...part, incremental: part.incremental.map((one: Incremental) => shown(one)) }
  }

  async function run(prepared: PreparedRequest): Promise<GatewayResult> {
    const { engine, caller, traceId, planned, variables, coerced } = prepared
    const headers = await identify(caller, traceId)
    return shape(await executePlan({ planned, fetch: engine.fetch, variables, coerced, headers }), traceId)
  }

  /**
   * Follows a subscription from now on. Gives what leaves it; nothing of the subscriber is called before.
   * @throws RequestErrors when the plan has nothing to subscribe to
   */
  function subscribe(prepared: PreparedRequest, subscriber: Subscriber): () => void {
    const leave = subscriptions.subscribe(prepared, subscriber)
    // Meanwhile the supergraph may have been replaced, or the document withdrawn.
    if (prepared.engine !== engine) void subscriptions.replan(prepareAgain)
    const { client } = prepared.caller
    if (client !== undefined && !persisted.isRegistered(client, textOf(prepared.operation))) {
      subscriptions.endUnregistered(persisted.isRegistered)
    }
    return leave
  }

  async function executeEvent(prepared: PreparedRequest, event: SubgraphResult): Promise<LiveEvent> {
    const { engine, caller, traceId, planned, variables, coerced } = prepared
    // Nobody is asked for anything more than the event itself.
    const headers = planned.plan.node?.kind === 'Fetch' ? {} : await identify(caller, traceId)
    const executed = await executePlan({ planned, fetch: engine.fetch, variables, coerced, headers, event })
    return { json: Buffer.from(JSON.stringify(shape(executed, traceId))) }
  }

  /** @throws RequestErrors when the operation is no longer valid */
  async function prepareAgain(prepared: PreparedRequest): Promise<PreparedRequest> {
    if (prepared.engine === engine) return prepared
    const { operation, caller, traceId, variables } = prepared
    const query = textOf(operation)
    return prepareOn(engine, { query, operationName: operation.name, variables, caller, traceId })
  }

  function shape({ data, errors, extensions }: ExecutedPlan, traceId: string): GatewayResult {
    return {
      ...(errors ? { errors: present(errors, traceId) } : {}),
      ...(data === undefined ? {} : { data }),
      ...(extensions ? { extensions } : {}),
    }
  }

  function present(errors: readonly unknown[], traceId: string): PresentedError[] {
    return errors.map((error) =>
      presentError(error, traceId, (unexpected) => {
        log.error({ err: unexpected, traceId }, 'An operation failed unexpectedly')
      }),
    )
  }

  return {
    /** What is served now. */
    get engine(): Engine {
      return engine
    },
    /** Of the supergraph that is served now. */
    get schema() {
      return engine.supergraph.apiSchema
    },
    prepare,
    refusal,
    execute,
    deliver,
    subscribe,
    endSession: subscriptions.endSession,

    /** Ends what is live of documents that have been withdrawn. */
    endUnregistered: () => subscriptions.endUnregistered(persisted.isRegistered),
    present,

    /** Of the supergraph that is served now. */
    get version() {
      return engine.version
    },

    /**
     * Serves another supergraph from now on; what runs ends on the one it began with.
     * @param options.breaking whether it may break registered operations
     * @throws SupergraphError when it cannot be served: then nothing has changed
     */
    replaceSupergraph(supergraphSdl: string, options: { breaking: boolean }): Promise<void> {
      const replaced = replacing.then(() => replace(supergraphSdl, options))
      replacing = replaced.then(
        () => metrics.supergraphRefused(false),
        () => metrics.supergraphRefused(true),
      )
      return replaced
    },

    /** From now on; a subscription keeps to the plan that it began with. */
    setOverrideLabels(labels: OverrideLabels): void {
      overrideLabels = labels
    },

    /** How many queries and mutations are under way. */
    get running() {
      return running.size
    },

    /** What must still come up before everything can be served, in words. */
    async waitingFor(): Promise<string[]> {
      return (await Promise.all(Object.values(engine.reach).map((subgraph) => subgraph.waitingFor()))).flat()
    },

    /** Resolves when no query or mutation runs any more. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.allSettled(running)
    },

    async stop(): Promise<void> {
      await reaches.stop()
    },
  }
}

export type Gateway = ReturnType<typeof createGateway>

function isVariables(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || (typeof value === 'object' && !Array.isArray(value))
}

function errorsOf(error: unknown): readonly unknown[] {
  return error instanceof RequestErrors ? error.errors : [error]
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

/** What every line of the log says about an operation. */
function described({ operation, caller, traceId }: PreparedRequest) {
  return {
    traceId,
    operation: operation.name ?? null,
    type: operation.type,
    userId: caller.viewer?.userId ?? null,
    ...(caller.client === undefined ? {} : { client: caller.client }),
  }
}

function codesOf(errors: readonly PresentedError[]): string[] {
  return [...new Set(errors.map(({ extensions }) => extensions.code))]
}
