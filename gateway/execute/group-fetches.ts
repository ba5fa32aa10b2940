import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql'
import {
  ENTITIES,
  type EntityList,
  type ExecutableFetch,
  type ExecutableNode,
  type RequestText,
} from './compile-plan.ts'
import { createLru } from '../../kit/lru.ts'

/** Fetches of entities from one subgraph that one request can carry together. */
export type FetchGroup = {
  /** How many of the plan's fetches belong to it. */
  size: number
  /**
   * One request for the entities of several fetches that ask for different things, with a list for each, in their order.
   * Undefined when no one document can say it.
   */
  join(fetches: readonly ExecutableFetch[]): RequestText | undefined
}

/** A fetch's part in its group. */
export type Membership = {
  group: FetchGroup
  /** The first in the group that asks for the same of an entity; itself, when it is the first. */
  asks: ExecutableFetch
  /** Something in the plan waits for it. */
  awaited: boolean
}

type Placed = { fetch: ExecutableFetch; step: number; last: boolean }

/**
 * Finds the fetches of a plan that may go as one, and tells each its group.
 *
 * Those of one group are asked of one subgraph at the same step: none of them waits for what another brings. One for which
 * nothing in the plan waits may go with the subgraph's last step, since the response waits for that in any case: it comes
 * later by no more than this one request takes. A root field is in no group: of a mutation it has its place in the order,
 * and of a query the planner has made one of all that a subgraph has.
 */
export function groupFetches(node: ExecutableNode): void {
  const placed: Placed[] = []
  place(node, 0, true, placed)
  const lastStep = new Map<string, number>()
  for (const { fetch, step } of placed) {
    lastStep.set(fetch.subgraph, Math.max(step, lastStep.get(fetch.subgraph) ?? 0))
  }
  const groups = Map.groupBy(
    placed,
    ({ fetch, step, last }) => `${last ? lastStep.get(fetch.subgraph) : step} ${fetch.subgraph}`,
  )
  for (const members of groups.values()) {
    if (members.length > 1 || members.some(({ fetch }) => fetch.bare)) formGroup(members)
  }
}

/** Gives the step at which begins what follows the node. `last`: nothing follows it. */
function place(node: ExecutableNode, step: number, last: boolean, placed: Placed[]): number {
  switch (node.kind) {
    case 'Fetch':
      // What depends on where an entity stands makes lists of its own.
      if (node.fetch.represent && !node.fetch.context && node.fetch.kind === 'query') {
        placed.push({ fetch: node.fetch, step, last })
      }
      return step + 1
    case 'Parallel':
      return Math.max(step, ...node.nodes.map((inner) => place(inner, step, last, placed)))
    case 'Sequence':
      return node.nodes.reduce(
        (next, inner, index) => place(inner, next, last && index === node.nodes.length - 1, placed),
        step,
      )
    case 'Condition':
      return Math.max(
        step,
        ...[node.then, node.otherwise].map((inner) => (inner ? place(inner, step, last, placed) : step)),
      )
  }
}

const KEPT_DOCUMENTS = 16

function formGroup(members: readonly Placed[]): void {
  const numbers = new Map<ExecutableFetch, number>()
  const same = new Map<string, ExecutableFetch>()
  // Which of them have entities to ask for depends on the data.
  const joined = createLru<{ request: RequestText | undefined }>({ entries: KEPT_DOCUMENTS })
  const group: FetchGroup = {
    size: members.length,
    join(some) {
      const key = some.map((fetch) => numbers.get(fetch)).join()
      let known = joined.get(key)
      if (!known) joined.set(key, (known = { request: joinTexts(some) }))
      return known.request
    },
  }
  const all = members.flatMap(({ fetch, last }) =>
    [fetch, fetch.bare ?? []].flat().map((one) => ({ fetch: one, last })),
  )
  for (const { fetch, last } of all) {
    const what = JSON.stringify([withoutName(fetch), fetch.variables, fetch.outputRewrites])
    const first = same.get(what)
    if (!first) {
      same.set(what, fetch)
      numbers.set(fetch, numbers.size)
    }
    fetch.membership = { group, asks: first ?? fetch, awaited: !last }
  }
}

function withoutName({ query, operationName }: ExecutableFetch): string {
  const start = `query ${operationName}`
  return operationName && query.startsWith(start) ? `query${query.slice(start.length)}` : query
}

/**
 * `query($representations: [_Any!]!) { _entities(representations: $representations) { … } }` of each as one document, with
 * `_entities_1(representations: $representations_1)` for the second, and so on.
 */
export function joinTexts(fetches: readonly ExecutableFetch[]): RequestText | undefined {
  const [first] = fetches
  const documents = fetches.map((fetch) => parse(fetch.query, { noLocation: true }))
  const operations: OperationDefinitionNode[] = []
  const fragments = new Map<string, DefinitionNode>()
  const lists = fetches.map((_, index) => listAt(index))
  for (const [index, document] of documents.entries()) {
    for (const definition of asListAt(index, document).definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition)
      else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        const known = fragments.get(definition.name.value)
        if (known && print(known) !== print(definition)) return undefined
        fragments.set(definition.name.value, definition)
      }
    }
  }
  const [operation] = operations
  const clients = fetches.flatMap((fetch) => fetch.variables)
  if (!first || !operation || lists.some(({ variable }) => clients.includes(variable))) return undefined
  const variables = new Map<string, VariableDefinitionNode>()
  for (const definition of operations.flatMap(({ variableDefinitions = [] }) => variableDefinitions)) {
    variables.set(definition.variable.name.value, definition)
  }
  const joined: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...variables.values()],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: operations.flatMap(({ selectionSet }) => selectionSet.selections),
    },
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [joined, ...fragments.values()] }
  const query = stripIgnoredCharacters(print(document))
  const { subgraph, operationName, kind } = first
  return {
    subgraph,
    query,
    operationName,
    operationText: JSON.stringify({ query, operationName }),
    kind,
    variables: [...new Set(clients)],
    lists,
  }
}

function listAt(index: number): EntityList {
  return index === 0 ? ENTITIES : { field: `_entities_${index}`, variable: `representations_${index}` }
}

function asListAt(index: number, document: DocumentNode): DocumentNode {
  const { field, variable } = listAt(index)
  return visit(document, {
    Field: (node) =>
      index > 0 && node.name.value === ENTITIES.field
        ? { ...node, alias: { kind: Kind.NAME, value: field } }
        : undefined,
    Variable: (node) =>
      node.name.value === ENTITIES.variable
        ? { ...node, name: { kind: Kind.NAME, value: variable } }
        : undefined,
  })
}
