import type { GraphQLFormattedError } from 'graphql'
import { refuse } from '../errors.ts'
import type { ExecutableFetch } from '../execute/compile-plan.ts'
import type { PreparedRequest } from '../request.ts'
import type { Follower, Headers, SubgraphOperation, SubgraphReach, SubgraphResult } from '../reach/reach.ts'
import type { Numbered } from './live-field.ts'

/** Whose upstream it is. */
export type UpstreamOwner = {
  /** The number of the last event that came. */
  readonly last: number | undefined
  headers(prepared: PreparedRequest): Promise<Headers>
  /** A promise asks the source, if it can wait, to wait. */
  receive(upstream: Upstream, event: SubgraphResult, number: number | undefined): Promise<void> | undefined
  ended(upstream: Upstream, errors?: readonly GraphQLFormattedError[]): void
}

/**
 * A subscription at the subgraph that owns the field. What is lost on the way is tried again by the way itself; a numbered
 * stream then goes on after the last number, and what comes again is left out.
 */
export class Upstream implements Follower {
  /** Executes its events; another one of the same primary may take its place. */
  prepared: PreparedRequest
  readonly way: SubgraphReach
  readonly primary: ExecutableFetch
  readonly numbered: Numbered | undefined
  readonly cancel: () => void
  readonly #owner: UpstreamOwner
  #resumedAfter = -Infinity

  /** @throws RequestErrors when the plan has nothing to subscribe to */
  constructor(owner: UpstreamOwner, prepared: PreparedRequest) {
    const { primary, way } = sourceOf(prepared)
    this.#owner = owner
    this.prepared = prepared
    this.way = way
    this.primary = primary
    this.numbered = numberedOf(prepared)
    this.cancel = way.subscribe(this)
  }

  operation(): SubgraphOperation {
    const { primary, numbered, prepared } = this
    const after = numbered && this.#owner.last
    this.#resumedAfter = after ?? -Infinity
    const variables = numbered ? { ...prepared.variables, [numbered.after]: after } : prepared.variables
    return {
      query: primary.query,
      operationName: primary.operationName,
      variables: pick(variables, primary.variables),
    }
  }

  headers(): Promise<Headers> {
    return this.#owner.headers(this.prepared)
  }

  next(event: SubgraphResult): Promise<void> | undefined {
    const number = this.numbered && numberOf(event, this.numbered)
    if (number !== undefined && number <= this.#resumedAfter) return undefined
    return this.#owner.receive(this, event, number)
  }

  error(errors: readonly GraphQLFormattedError[]): void {
    this.#owner.ended(
      this,
      errors.map((error) => named(error, this.primary)),
    )
  }

  complete(): void {
    this.#owner.ended(this)
  }
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
