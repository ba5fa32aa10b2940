import type { ServiceMap } from '@apollo/gateway'
import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner'
import type { GraphQLFormattedError } from 'graphql'
import { RequestErrors, refuse } from './errors.ts'
import { type EventQueueLimits, createEventQueue } from './event-queue.ts'
import { type ExecutedPlan, executePlan } from './execute.ts'
import type { PlannedOperation } from './operations.ts'
import type { Headers, Reach, SubgraphResult } from './reach.ts'
import type { LoadedSupergraph } from './supergraph.ts'

/**
 * Subscribes at the subgraph that owns the field, and executes the plan for each of its events: the planned fetch is
 * answered by the event, the rest asks the other subgraphs. Events are executed one after another, so their order stays.
 *
 * The iterator throws RequestErrors when the subgraph refuses, is lost, or the subscriber is too slow.
 */
export function subscribePlan(options: {
  supergraph: LoadedSupergraph
  planned: PlannedOperation
  reach: Reach
  services: ServiceMap
  variables: Record<string, unknown>
  /** Asked again for each event, since what it signs expires. */
  headers(): Promise<Headers>
  limits: EventQueueLimits
  /** Called at once when they are too many: whoever carries the events may be stuck in sending one. */
  onTooSlow(): void
}): AsyncGenerator<ExecutedPlan, undefined> {
  const { supergraph, planned, reach, services, variables, headers, limits, onTooSlow } = options
  const { primary, plan } = planForEvents(planned.plan)
  const subgraph = reach[primary.serviceName]
  if (!subgraph) throw refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')

  const queue = createEventQueue<SubgraphResult>({
    ...limits,
    overflow() {
      cancel()
      onTooSlow()
      return refuse('SUBSCRIPTION_TOO_SLOW', 'Too many events were waiting for too long. Subscribe again.')
    },
  })
  const cancel = subgraph.subscribe(
    {
      query: primary.operation,
      operationName: primary.operationName,
      variables: pick(variables, primary.variableUsages ?? []),
    },
    headers,
    {
      next: (event) => queue.push(event),
      error: (errors) => queue.finish(new RequestErrors(errors.map((error) => named(error, primary)))),
      complete: () => queue.finish(),
    },
  )
  let left = false

  async function leave(): Promise<IteratorReturnResult<undefined>> {
    left = true
    cancel()
    queue.close()
    return { done: true, value: undefined }
  }

  return {
    async next() {
      const taken = await queue.take()
      if (taken.done) return taken
      const value = await executePlan({
        supergraph,
        planned: { plan, context: planned.context },
        services: answeredBy(taken.value, primary, services),
        variables,
        headers: await headers(),
      })
      return left ? { done: true, value: undefined } : { done: false, value }
    },
    // Not queued behind a pending next(), as in a generator function, so that leaving frees the source at once.
    return: leave,
    async throw(error) {
      await leave()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
    async [Symbol.asyncDispose]() {
      await leave()
    },
  }
}

/** The plan of one event. When a single subgraph serves all of it, the planner may give its fetch alone. */
function planForEvents(plan: QueryPlan): { primary: FetchNode; plan: QueryPlan } {
  const { node } = plan
  if (node?.kind === 'Subscription') {
    const nodes: PlanNode[] = node.rest ? [node.primary, node.rest] : [node.primary]
    return { primary: node.primary, plan: { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } } }
  }
  if (node?.kind === 'Fetch') return { primary: node, plan }
  throw refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')
}

/** The services, but that the planned fetch, which no other fetch can equal, is answered by the event. */
function answeredBy(event: SubgraphResult, primary: FetchNode, services: ServiceMap): ServiceMap {
  const real = services[primary.serviceName]
  return {
    ...services,
    [primary.serviceName]: {
      process: async (options) =>
        options.request.query === primary.operation ? event : ((await real?.process(options)) ?? {}),
    },
  }
}

/** As the executor gives errors of a subgraph: by its name, without places in a text that the client did not write. */
function named({ message, path, extensions }: GraphQLFormattedError, { serviceName }: FetchNode) {
  return { message, ...(path ? { path } : {}), extensions: { ...extensions, serviceName } }
}

function pick(variables: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => variables[name] !== undefined).map((name) => [name, variables[name]]),
  )
}
