import type { OperationTypeNode } from 'graphql'
import type { Logger } from '../kit/log.ts'
import { createIdentify } from './caller/identify.ts'
import { type Policies, createMeets } from './caller/rights.ts'
import type { Engine } from './engine.ts'
import { createEngines } from './engines.ts'
import { createExecution } from './execution.ts'
import type { Metrics } from './metrics.ts'
import type { Limits } from './operation/limits.ts'
import { textOf } from './operation/operations.ts'
import type { Persisted } from './persisted/persisted.ts'
import { createPreparation } from './preparation.ts'
import type { Topology } from './reach/reach.ts'
import type { PreparedRequest } from './request.ts'
import { createResponses } from './responses.ts'
import type { SlowLimits } from './subscribe/member.ts'
import { type Subscriber, toEvent } from './subscribe/subscriber.ts'
import { createSubscriptions } from './subscribe/subscriptions.ts'
import type { OverrideLabels } from './supergraph/override-labels.ts'

export type GatewayOptions = {
  supergraphSdl: string
  reach: Topology
  /** Signs for the subgraphs who is calling; without it the client's `authorization` is passed on. */
  identitySecret: string | undefined
  /** Decides what `@policy` names in the graph. */
  policies: Policies
  /** For whom the labels of progressive `@override` are on. */
  overrideLabels: OverrideLabels
  introspection: boolean
  limits: Limits
  /** The documents that are known by their hash. */
  persisted: Persisted
  /** Whether an operation may run, or the gateway has too much to do. */
  mayRun(type: OperationTypeNode): boolean
  /** Whether a session has ended, though its token may still be valid. */
  hasEnded(sessionId: string): boolean
  /** When a subscriber is too slow. */
  slow: Partial<SlowLimits> | undefined
  metrics: Metrics
  log: Logger
}

/**
 * The gateway without any server; every way in calls this one. A request of a known caller is prepared (which operation,
 * which plan) and executed, and its result goes back; a subscription is followed instead. All of it for one supergraph
 * after another.
 * @throws SupergraphError when the supergraph cannot be served
 */
export function createGateway(options: GatewayOptions) {
  const { supergraphSdl, persisted, limits, introspection, mayRun, metrics, log } = options
  const authenticates = options.identitySecret !== undefined
  let overrideLabels = options.overrideLabels

  const engines = createEngines({
    supergraphSdl,
    topology: options.reach,
    persisted,
    limits,
    introspection,
    authenticates,
    // Each holds the ways of the engine it began with until it has another plan.
    replaced: () => void subscriptions.replan(prepareAgain),
    metrics,
    log,
  })
  const { prepare, prepareAgain } = createPreparation({
    engine: () => engines.current,
    persisted,
    meets: createMeets(options.policies, log),
    overrideLabels: () => overrideLabels,
    authenticates,
    introspection,
  })
  const identify = createIdentify(options.identitySecret)
  const responses = createResponses({ metrics, log })
  const execution = createExecution({ identify, responses, mayRun, metrics, log })
  const subscriptions = createSubscriptions({
    headers: ({ caller, traceId }) => identify(caller, traceId),
    execute: async (prepared, event) => toEvent(await execution.executeEvent(prepared, event)),
    present: responses.present,
    limits: options.slow,
    metrics,
    log,
  })

  return {
    prepare,

    /** What a client is told of a request that could not be prepared. */
    refusal: responses.refusal,
    execute: execution.execute,
    deliver: execution.deliver,

    /**
     * Follows a subscription from now on. Gives what leaves it; nothing of the subscriber is called before.
     * @throws RequestErrors when the plan has nothing to subscribe to
     */
    subscribe(prepared: PreparedRequest, subscriber: Subscriber): () => void {
      const leave = subscriptions.subscribe(prepared, subscriber)
      // Since it was prepared the supergraph may have been replaced, the document withdrawn, or the session ended.
      if (prepared.engine !== engines.current) void subscriptions.replan(prepareAgain)
      const { client, viewer } = prepared.caller
      if (viewer && options.hasEnded(viewer.sessionId)) subscriptions.endSession(viewer.sessionId)
      if (client !== undefined && !persisted.isRegistered(client, textOf(prepared.operation))) {
        subscriptions.endUnregistered(persisted.isRegistered)
      }
      return leave
    },

    /** Ends what is live in a session's name. */
    endSession: subscriptions.endSession,

    /** Ends what is live of documents that have been withdrawn. */
    endUnregistered: () => subscriptions.endUnregistered(persisted.isRegistered),
    present: responses.present,

    /** What is served now. */
    get engine(): Engine {
      return engines.current
    },
    replaceSupergraph: engines.replace,

    /** From now on; a subscription keeps to the plan that it began with. */
    setOverrideLabels(labels: OverrideLabels): void {
      overrideLabels = labels
    },

    /** How many queries and mutations are under way. */
    get running() {
      return execution.running
    },
    /** Resolves when no query or mutation runs any more. */
    idle: execution.idle,
    waitingFor: engines.waitingFor,
    stop: engines.stop,
  }
}

export type Gateway = ReturnType<typeof createGateway>
