import type { GraphQLFormattedError } from 'graphql'
import { type Gathered, runPlan } from './run-plan.ts'
import type { Fetch } from './fetch.ts'
import type { PlannedOperation } from '../plan/create-plan.ts'
import type { Headers, SubgraphResult } from '../reach/reach.ts'

/** What an executed plan gives, before errors are presented. */
export type ExecutedPlan = {
  data: Record<string, unknown> | null
  errors?: readonly GraphQLFormattedError[]
  extensions?: Record<string, unknown>
}

/** Executes a plan against the subgraphs. `headers` go with every fetch. */
export async function executePlan(options: {
  planned: PlannedOperation
  fetch: Fetch
  /** As the client sent them: subgraphs coerce them again. */
  variables: Record<string, unknown>
  coerced: Record<string, unknown>
  headers: Headers
  /** Of a subscription: the event that answers what was subscribed to. */
  event?: SubgraphResult
}): Promise<ExecutedPlan> {
  const { planned, fetch, variables, coerced, headers, event } = options
  const gathered = await gather()
  const { data, violations, malformed, refused } = planned.shape(coerced)(
    gathered,
    planned.introspect?.(coerced) ?? {},
  )
  const errors = [...planned.toClientPaths(gathered.errors), ...malformed, ...refused]
  if (errors.length > 0) return { data, errors }
  return violations.length > 0 ? { data, extensions: { valueCompletion: violations } } : { data }

  async function gather(): Promise<Gathered> {
    const parts = [planned.plan, ...planned.others].map((plan) =>
      runPlan({
        plan,
        variables,
        coerced,
        event,
        // What hydrates an event must not be older than the event.
        ask: (request) => fetch(request, headers, { alone: event !== undefined }),
      }),
    )
    return planned.merge(await Promise.all(parts))
  }
}
