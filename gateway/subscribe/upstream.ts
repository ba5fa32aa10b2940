import type { GraphQLFormattedError } from 'graphql'
import { refuse } from '../errors.ts'
import type { ExecutableFetch } from '../execute/compile-plan.ts'
import type { PreparedRequest } from '../request.ts'
import type { Headers, SubgraphReach, SubgraphResult } from '../reach/reach.ts'
import type { Numbered } from './live-field.ts'

/** A subscription at the subgraph that owns the field. */
export type Upstream = {
  /** Executes its events; another one of the same primary may take its place. */
  prepared: PreparedRequest
  readonly way: SubgraphReach
  readonly primary: ExecutableFetch
  readonly numbered: Numbered | undefined
  cancel(): void
}

export type UpstreamSink = {
  /** A promise asks the source, if it can wait, to wait. */
  next(event: SubgraphResult, number: number | undefined): Promise<void> | undefined
  end(errors?: readonly GraphQLFormattedError[]): void
}

/**
 * Subscribes to what the plan begins with. What is lost on the way is tried again by the way itself; a numbered
 * stream then goes on after the number that `last` gives, and what comes again is left out.
 * @throws RequestErrors when the plan has nothing to subscribe to
 */
export function openUpstream(options: {
  prepared: PreparedRequest
  headers(): Promise<Headers>
  last(): number | undefined
  sink: UpstreamSink
}): Upstream {
  const { prepared, headers, last, sink } = options
  const { primary, way } = sourceOf(prepared)
  const numbered = numberedOf(prepared)
  let resumedAfter = -Infinity
  const cancel = way.subscribe(
    () => {
      const after = numbered && last()
      resumedAfter = after ?? -Infinity
      const variables = numbered ? { ...prepared.variables, [numbered.after]: after } : prepared.variables
      return {
        query: primary.query,
        operationName: primary.operationName,
        variables: pick(variables, primary.variables),
      }
    },
    headers,
    {
      next(event) {
        const number = numbered && numberOf(event, numbered)
        return number !== undefined && number <= resumedAfter ? undefined : sink.next(event, number)
      },
      error: (errors) => sink.end(errors.map((error) => named(error, primary))),
      complete: () => sink.end(),
    },
  )
  return { prepared, way, primary, numbered, cancel }
}

/** Whether what an upstream gives answers another plan as well. */
export function serves({ primary, way }: Upstream, prepared: PreparedRequest): boolean {
  const source = sourceOf(prepared)
  return way === source.way && primary.query === source.primary.query
}

/** How events are numbered, as far as the subgraph itself sends the number with them. */
export function numberedOf({ planned: { live, plan } }: PreparedRequest): Numbered | undefined {
  return live?.numbered && plan.primary?.query.includes(live.numbered.sequence) ? live.numbered : undefined
}

function sourceOf({ engine, planned: { plan } }: PreparedRequest) {
  const { primary } = plan
  const way = primary && engine.reach[primary.subgraph]
  if (!way) throw refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')
  return { primary, way }
}

function numberOf({ data }: SubgraphResult, { field, sequence }: Numbered): number | undefined {
  const number = (data?.[field] as Record<string, unknown> | null | undefined)?.[sequence]
  return typeof number === 'number' ? number : undefined
}

/** As the executor gives errors of a subgraph: by its name, without places in a text that the client did not write. */
function named({ message, path, extensions }: GraphQLFormattedError, { subgraph }: ExecutableFetch) {
  return { message, ...(path ? { path } : {}), extensions: { ...extensions, serviceName: subgraph } }
}

function pick(variables: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names
      .filter((name) => Object.hasOwn(variables, name) && variables[name] !== undefined)
      .map((name) => [name, variables[name]]),
  )
}
