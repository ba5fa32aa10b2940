import type { GraphQLFormattedError } from 'graphql'
import { RequestErrors, refuse } from '../errors.ts'
import { type EventQueueLimits, createEventQueue } from './event-queue.ts'
import type { ExecutableFetch } from '../execute/compile-plan.ts'
import { type ExecutedPlan, executePlan } from '../execute/execute-plan.ts'
import type { Fetch } from '../execute/fetch.ts'
import type { PlannedOperation } from '../plan/create-plan.ts'
import type { Headers, Reach, SubgraphResult } from '../reach/reach.ts'

/**
 * Subscribes at the subgraph that owns the field, and executes the plan for each of its events: the planned fetch is
 * answered by the event, the rest asks the other subgraphs. Events are executed one after another, so their order stays.
 *
 * The iterator throws RequestErrors when the subgraph refuses, is lost, or the subscriber is too slow.
 */
export function subscribePlan(options: {
  planned: PlannedOperation
  reach: Reach
  fetch: Fetch
  variables: Record<string, unknown>
  coerced: Record<string, unknown>
  /** Asked again for each event, since what it signs expires. */
  headers(): Promise<Headers>
  limits: EventQueueLimits
  /** Called at once when they are too many: whoever carries the events may be stuck in sending one. */
  onTooSlow(): void
}): AsyncGenerator<ExecutedPlan, undefined> {
  const { planned, reach, fetch, variables, coerced, headers, limits, onTooSlow } = options
  const { primary } = planned.plan
  const subgraph = primary && reach[primary.subgraph]
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
      query: primary.query,
      operationName: primary.operationName,
      variables: pick(variables, primary.variables),
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
        planned,
        fetch,
        variables,
        coerced,
        headers: await headers(),
        event: taken.value,
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

/** As the executor gives errors of a subgraph: by its name, without places in a text that the client did not write. */
function named({ message, path, extensions }: GraphQLFormattedError, { subgraph }: ExecutableFetch) {
  return { message, ...(path ? { path } : {}), extensions: { ...extensions, serviceName: subgraph } }
}

function pick(variables: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => variables[name] !== undefined).map((name) => [name, variables[name]]),
  )
}
