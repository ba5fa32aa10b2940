import type { GraphQLFormattedError } from 'graphql'
import type { ExecutableFetch, ExecutableNode, ExecutablePlan } from './compile-plan.ts'
import { type JsonObject, mergeInto } from './own.ts'
import { EACH, type ResponsePath, placesAt, waysTo } from './places.ts'

/** What one fetch asks: `variablesText` is the JSON of `variables`. */
export type FetchRequest = {
  fetch: ExecutableFetch
  variables: Record<string, unknown>
  variablesText: string
}

export type FetchResult = {
  data?: Record<string, unknown> | null
  errors?: readonly GraphQLFormattedError[]
}

/** What a plan has gathered. `shared` when one object stands at several places. */
export type Gathered = { data: JsonObject; errors: GraphQLFormattedError[]; shared: boolean }

export type RunOptions = {
  plan: ExecutablePlan
  /** As the client sent them. */
  variables: Record<string, unknown>
  /** Coerced, with the operation's defaults: for conditions. */
  coerced: Record<string, unknown>
  /** Never rejects. The result is written into, so it must be nobody else's. */
  ask(request: FetchRequest): Promise<FetchResult>
  /** Of a subscription: the event. */
  event?: FetchResult | undefined
}

/** Runs a plan: asks the subgraphs in its order, and merges what they answer into one tree. */
export async function runPlan(options: RunOptions): Promise<Gathered> {
  const { plan, variables, coerced, ask, event } = options
  const gathered: Gathered = { data: {}, errors: [], shared: false }
  if (plan.node) await run(plan.node)
  return gathered

  function run(node: ExecutableNode): Promise<unknown> | undefined {
    switch (node.kind) {
      case 'Fetch':
        return node.fetch.represent ? fetchEntities(node.fetch, node.fetch.represent) : fetchRoot(node.fetch)
      case 'Parallel':
        return Promise.all(node.nodes.map(run))
      case 'Sequence':
        return inOrder(node.nodes)
      case 'Condition': {
        const picked = coerced[node.variable] === true ? node.then : node.otherwise
        return picked && run(picked)
      }
    }
  }

  async function inOrder(nodes: readonly ExecutableNode[]): Promise<void> {
    for (const node of nodes) await run(node)
  }

  async function fetchRoot(fetch: ExecutableFetch): Promise<void> {
    const sent = pick(variables, fetch.variables)
    const result =
      event && fetch === plan.primary
        ? event
        : await ask({ fetch, variables: sent, variablesText: JSON.stringify(sent) })
    if (result.errors) {
      const start = fetch.path.slice(0, firstEach(fetch.path))
      report(fetch, result.errors, ({ path }) => [path ? [...start, ...path] : undefined])
    }
    if (!result.data) return
    fetch.rewriteOutput?.(result.data)
    for (const place of placesAt(gathered.data, fetch.path)) mergeInto(place, result.data)
  }

  async function fetchEntities(
    fetch: ExecutableFetch,
    represent: NonNullable<ExecutableFetch['represent']>,
  ): Promise<void> {
    const wanted = collectEntities(fetch, represent, placesAt(gathered.data, fetch.path))
    if (wanted.length === 0) return
    const others = pick(variables, fetch.variables)
    const othersText = JSON.stringify(others)
    const text = `"representations":[${wanted.map((entity) => entity.text).join(',')}]`
    const result = await ask({
      fetch,
      variables: { ...others, representations: wanted.map((entity) => entity.representation) },
      variablesText: othersText === '{}' ? `{${text}}` : `${othersText.slice(0, -1)},${text}}`,
    })
    if (result.errors) report(fetch, result.errors, entityPaths(fetch, wanted))
    const entities = result.data?._entities
    if (!Array.isArray(entities)) return
    for (const [index, { places }] of wanted.entries()) {
      const entity = entities[index] as JsonObject | null | undefined
      if (!entity) continue
      if (fetch.rewriteOutput) rewriteAs(entity, places[0]?.__typename, fetch.rewriteOutput)
      if (places.length > 1) gathered.shared = true
      for (const place of places) mergeInto(place, entity)
    }
  }

  function report(
    fetch: ExecutableFetch,
    errors: readonly GraphQLFormattedError[],
    pathsOf: (error: GraphQLFormattedError) => (ResponsePath | undefined)[],
  ): void {
    for (const error of errors) {
      for (const path of pathsOf(error)) {
        gathered.errors.push({
          message: error.message || `The subgraph "${fetch.subgraph}" answered with an error.`,
          ...(path && path.length > 0 ? { path: renamed(path, fetch.renamed) } : {}),
          extensions: { ...error.extensions, serviceName: fetch.subgraph },
        })
      }
    }
  }

  /** An error of one entity stands at each place that shows it; any other, where the entities' lists begin. */
  function entityPaths(fetch: ExecutableFetch, wanted: readonly Wanted[]) {
    return ({ path }: GraphQLFormattedError): (ResponsePath | undefined)[] => {
      if (!path) return [undefined]
      const entity = path[0] === '_entities' && typeof path[1] === 'number' ? wanted[path[1]] : undefined
      if (!entity) return [fetch.path.slice(0, firstEach(fetch.path))]
      const rest = path.slice(2)
      const places = new Set(entity.places)
      return waysTo(gathered.data, fetch.path, (place) => places.has(place)).map((way) => [...way, ...rest])
    }
  }
}

/** An entity to ask for, once, and everywhere it stands. */
type Wanted = { representation: JsonObject; text: string; places: JsonObject[] }

function collectEntities(
  fetch: ExecutableFetch,
  represent: NonNullable<ExecutableFetch['represent']>,
  places: readonly JsonObject[],
): Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const place of places) {
    const representation = represent(place)
    if (!representation) continue
    fetch.rewriteInput?.(representation)
    const text = JSON.stringify(representation)
    // Two types asked for as one interface are told apart again where the answer is rewritten by type.
    const key = fetch.rewriteOutput ? `${String(place.__typename)} ${text}` : text
    const known = wanted.get(key)
    if (known) known.places.push(place)
    else wanted.set(key, { representation, text, places: [place] })
  }
  return [...wanted.values()]
}

/** Rewrites that depend on a type read it in the entity, where a subgraph has not always been asked for it. */
function rewriteAs(entity: JsonObject, typename: unknown, rewrite: (value: unknown) => void): void {
  const told = entity.__typename !== undefined
  if (!told) entity.__typename = typename
  rewrite(entity)
  if (!told) delete entity.__typename
}

function renamed(path: ResponsePath, names: ReadonlyMap<string, string>): ResponsePath {
  return names.size === 0
    ? path
    : path.map((step) => (typeof step === 'string' ? (names.get(step) ?? step) : step))
}

function firstEach(path: readonly string[]): number {
  const index = path.indexOf(EACH)
  return index === -1 ? path.length : index
}

function pick(variables: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const name of names) {
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) picked[name] = variables[name]
  }
  return picked
}
