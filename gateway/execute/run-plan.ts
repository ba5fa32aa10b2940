import type { GraphQLFormattedError } from 'graphql'
import { isObject } from '../../kit/is-object.ts'
import type { ExecutableFetch, ExecutableNode, ExecutablePlan, RequestText } from './compile-plan.ts'
import { type Wanted, collectEntities, joinWanted, spreadEntity } from './entities.ts'
import { type Context, MOST_LISTS } from './context.ts'
import { createMeet } from './meet.ts'
import { type JsonObject, mergeInto } from './own.ts'
import { pathOfEntities, placeErrors } from './place-errors.ts'
import { PLACES_TOLD, type ResponsePath, placesAt } from './places.ts'
import { renamed } from './rewrites.ts'

/** What one request asks: `variablesText` is the JSON of `variables`. */
export type FetchRequest = {
  fetch: RequestText
  variables: Record<string, unknown>
  variablesText: string
}

export type FetchResult = {
  data?: Record<string, unknown> | null
  errors?: readonly GraphQLFormattedError[]
}

/** What a plan has gathered. `shared` when one object stands at several places. */
export type Gathered = { data: JsonObject; errors: GraphQLFormattedError[]; shared: boolean }

type RunOptions = {
  plan: ExecutablePlan
  /** As the client sent them. */
  variables: Record<string, unknown>
  /** Coerced, with the operation's defaults: for conditions. */
  coerced: Record<string, unknown>
  /** Never rejects. The result is written into, so it must be nobody else's. */
  ask(request: FetchRequest): Promise<FetchResult>
  /** Of a subscription: the event. */
  event?: FetchResult | undefined
  /** Where to gather, when others gather there too. */
  data?: JsonObject
  /** Told of each fetch that is done, whatever came of it. */
  fetched?(fetch: ExecutableFetch): void
}

/** A fetch with the entities that it has to ask for. */
type Asking = { fetch: ExecutableFetch; wanted: readonly Wanted[] }

const SHORT_WAIT_MS = 5

/** An entity is not asked for with less than the graph says. */
const NOT_TOLD: GraphQLFormattedError = {
  message: 'What a field is computed from could not be read.',
  extensions: { code: 'SUBREQUEST_FAILED' },
}

/**
 * Runs a plan: asks the subgraphs in its order, and merges what they answer into one tree. Fetches of one group go as one
 * request. One for which others wait does not wait for its group longer than twice what the slowest answer so far took.
 */
export async function runPlan(options: RunOptions): Promise<Gathered> {
  const { plan, variables, coerced, event } = options
  const gathered: Gathered = { data: options.data ?? {}, errors: [], shared: false }
  let slowest = 0
  const meet = createMeet<readonly Asking[]>({
    send: (together) => askTogether(together.flat()),
    patience: () => Math.max(SHORT_WAIT_MS, 2 * slowest),
  })
  if (plan.node) await run(plan.node)
  return gathered

  function run(node: ExecutableNode): Promise<unknown> | undefined {
    switch (node.kind) {
      case 'Fetch':
        if (node.fetch.asksAnything?.(coerced) !== false) return runFetch(node.fetch)
        excuse(node)
        return undefined
      case 'Parallel':
        return Promise.all(node.nodes.map(run))
      case 'Sequence':
        return inOrder(node.nodes)
      case 'Condition': {
        const holds = coerced[node.variable] === true
        const [picked, other] = holds ? [node.then, node.otherwise] : [node.otherwise, node.then]
        if (other) excuse(other)
        return picked && run(picked)
      }
    }
  }

  function runFetch(fetch: ExecutableFetch): Promise<unknown> | undefined {
    const running = fetch.represent ? fetchEntities(fetch, fetch.represent) : fetchRoot(fetch)
    if (!options.fetched) return running
    return Promise.resolve(running).then(() => options.fetched?.(fetch))
  }

  async function inOrder(nodes: readonly ExecutableNode[]): Promise<void> {
    for (const node of nodes) await run(node)
  }

  /** Nobody need wait for what is not picked. */
  function excuse(node: ExecutableNode): void {
    if (node.kind === 'Fetch') {
      if (node.fetch.membership) void meet(node.fetch.membership, undefined)
    } else if (node.kind === 'Condition') {
      if (node.then) excuse(node.then)
      if (node.otherwise) excuse(node.otherwise)
    } else node.nodes.forEach(excuse)
  }

  async function ask(fetch: RequestText, sent: Record<string, unknown>, text: string): Promise<FetchResult> {
    const started = performance.now()
    const result = await options.ask({ fetch, variables: sent, variablesText: text })
    slowest = Math.max(slowest, performance.now() - started)
    return result
  }

  async function fetchRoot(fetch: ExecutableFetch): Promise<void> {
    const sent = pick(variables, fetch.variables)
    const result = event && fetch === plan.primary ? event : await ask(fetch, sent, JSON.stringify(sent))
    if (result.errors) {
      const start = pathOfEntities(fetch)
      for (const error of result.errors) {
        report(fetch, error, error.path && renamed([...start, ...error.path], fetch.renamed))
      }
    }
    if (!result.data) return
    fetch.rewriteOutput?.(result.data)
    for (const place of placesAt(gathered.data, fetch.path, gathered.shared))
      mergeInto(place, result.data, fetch.isType)
  }

  function fetchEntities(
    fetch: ExecutableFetch,
    represent: NonNullable<ExecutableFetch['represent']>,
  ): Promise<unknown> | undefined {
    if (fetch.context) return fetchInContext(fetch, represent, fetch.context)
    const { bare, membership } = fetch
    const lacking: JsonObject[] | undefined = bare && []
    const places = placesAt(gathered.data, fetch.path, gathered.shared)
    const asking: Asking[] = [{ fetch, wanted: collectEntities(fetch, represent, places, lacking) }]
    if (bare?.represent && lacking) {
      asking.push({ fetch: bare, wanted: collectEntities(bare, bare.represent, lacking) })
    }
    const some = asking.filter(({ wanted }) => wanted.length > 0)
    if (membership) return meet(membership, some.length > 0 ? some : undefined)
    return some.length > 0 ? askTogether(some) : undefined
  }

  /** One list for all who ask for the same of an entity, one request for all lists. */
  async function askTogether(together: readonly Asking[]): Promise<void> {
    const lists = Map.groupBy(together, ({ fetch }) => fetch.membership?.asks ?? fetch)
    const [first] = lists.keys()
    if (!first) return
    const request = lists.size === 1 ? first : first.membership?.group.join([...lists.keys()])
    if (!request) return askEach([...lists.values()])
    const wanted = [...lists.values()].map((same) => joinWanted(same.map((one) => one.wanted)))
    const result = await askLists(request, wanted, {})
    const { data, errors = [] } = result
    // What is wrong with one of them, and took all data with it, must not touch the others.
    if (!data && together.length > 1 && errors.some(({ path }) => path && path.length > 0)) {
      return askEach(together.map((one) => [one]))
    }
    takeLists(request, wanted, result)
  }

  /** A list for all who find the same above them, and as few requests for the lists as may be. */
  async function fetchInContext(
    fetch: ExecutableFetch,
    represent: NonNullable<ExecutableFetch['represent']>,
    context: Context,
  ): Promise<void> {
    const found = context.places(gathered.data)
    if (found.some(({ missing }) => missing)) report(fetch, NOT_TOLD, pathOfEntities(fetch))
    const lists = found
      .filter(({ missing }) => !missing)
      .map((list) => ({ ...list, wanted: collectEntities(fetch, represent, list.places) }))
      .filter(({ wanted }) => wanted.length > 0)
    const requests = Array.from({ length: Math.ceil(lists.length / MOST_LISTS) }, (_, index) =>
      lists.slice(index * MOST_LISTS, (index + 1) * MOST_LISTS),
    )
    await Promise.all(
      requests.map(async (some) => {
        const request = context.request(fetch, some.length)
        const wanted = some.map((list) => list.wanted)
        takeLists(request, wanted, await askLists(request, wanted, context.variables(some)))
      }),
    )
  }

  /** `own`: what goes along beside the client's variables. */
  function askLists(
    request: RequestText,
    wanted: readonly (readonly Wanted[])[],
    own: JsonObject,
  ): Promise<FetchResult> {
    const sent = { ...pick(variables, request.variables), ...own }
    const texts = JSON.stringify(sent).slice(1, -1)
    const parts = texts === '' ? [] : [texts]
    for (const [index, { variable }] of request.lists.entries()) {
      const entities = wanted[index] ?? []
      sent[variable] = entities.map(({ representation }) => representation)
      parts.push(`"${variable}":[${entities.map(({ text }) => text).join(',')}]`)
    }
    return ask(request, sent, `{${parts.join(',')}}`)
  }

  function takeLists(
    request: RequestText,
    wanted: readonly (readonly Wanted[])[],
    { data, errors = [] }: FetchResult,
  ): void {
    for (const { error, path } of placeErrors(request, errors, wanted, gathered.data))
      report(request, error, path)
    for (const [index, { field }] of request.lists.entries()) {
      const answers = data?.[field]
      if (!Array.isArray(answers)) continue
      for (const [at, entity] of (wanted[index] ?? []).entries()) {
        const answer: unknown = answers[at]
        if (isObject(answer) && spreadEntity(entity, answer, plan.contextual)) gathered.shared = true
      }
    }
  }

  async function askEach(apart: readonly (readonly Asking[])[]): Promise<void> {
    await Promise.all(apart.map(askTogether))
  }

  function report(
    { subgraph }: RequestText,
    error: GraphQLFormattedError,
    path: ResponsePath | undefined,
  ): void {
    if (gathered.errors.length >= PLACES_TOLD) return
    gathered.errors.push({
      message: error.message || `The subgraph "${subgraph}" answered with an error.`,
      ...(path && path.length > 0 ? { path } : {}),
      extensions: { ...error.extensions, serviceName: subgraph },
    })
  }
}

function pick(variables: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const name of names) {
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) picked[name] = variables[name]
  }
  return picked
}
