import type { GraphQLFormattedError } from 'graphql'
import { isObject } from '../../kit/is-object.ts'
import { type Gathered, runPlan } from './run-plan.ts'
import type { Fetch } from './fetch.ts'
import type { PlannedOperation } from '../plan/create-plan.ts'
import type { Headers, SubgraphResult } from '../reach/reach.ts'

/** What an executed plan gives, before errors are presented. */
export type ExecutedPlan = {
  data: Record<string, unknown> | null
  errors?: readonly GraphQLFormattedError[]
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
  const { data, violations, refused } = planned.shape(coerced)(gathered, planned.introspect?.(coerced) ?? {})
  const asked = gathered.errors.filter((error) => isAskedFor(error, gathered.data, data))
  const errors = [...planned.toClientPaths(asked), ...refused]
  errors.push(...unexplained(violations, errors))
  return errors.length > 0 ? { data, errors } : { data }

  /**
   * Whether the client asked for what an error is about. To an `@interfaceObject`, books are asked for what was asked of
   * films alone: what fails there is gathered, and shown to nobody.
   */
  function isAskedFor(error: GraphQLFormattedError, fetched: unknown, shown: unknown): boolean {
    const [{ path } = error] = planned.toClientPaths([error])
    for (const [index, step] of (error.path ?? []).entries()) {
      const name = path?.[index] ?? step
      if (typeof shown !== 'object' || shown === null) return true
      if (!Object.hasOwn(shown, name)) {
        return !(isObject(fetched) && Object.hasOwn(fetched, step) && planned.isForClient(String(step)))
      }
      shown = (shown as Record<string | number, unknown>)[name]
      fetched = (fetched as Record<string | number, unknown> | null | undefined)?.[step]
    }
    return true
  }

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

/**
 * The violations that no other error explains: what a subgraph could not give is missing here too, and is told once.
 * An error explains what is at its path, above, where its null went up to, and below. One without a path explains all.
 */
export function unexplained(
  violations: readonly GraphQLFormattedError[],
  errors: readonly GraphQLFormattedError[],
): readonly GraphQLFormattedError[] {
  if (violations.length === 0 || errors.length === 0) return violations
  if (errors.some(({ path }) => !path)) return []
  const told = new Set(errors.map(({ path = [] }) => path.join('\n')))
  const above = new Set(
    errors.flatMap(({ path = [] }) => path.map((_, index) => path.slice(0, index).join('\n'))),
  )
  return violations.filter(
    ({ path = [] }) =>
      !above.has(path.join('\n')) && !path.some((_, index) => told.has(path.slice(0, index + 1).join('\n'))),
  )
}
