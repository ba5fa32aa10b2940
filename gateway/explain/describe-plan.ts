import type { FetchDataKeyRenamer, QueryPlanSelectionNode } from '@apollo/query-planner'
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql'
import type { ExecutableFetch, ExecutableNode, ExecutablePlan } from '../execute/compile-plan.ts'
import { isTypes } from '../execute/places.ts'
import type { DeferredBlock, PlannedDeferred } from '../plan/create-deferred-plan.ts'
import type { PlannedOperation } from '../plan/create-plan.ts'

/** One request to a subgraph, as someone reads it. */
export type DescribedFetch = {
  kind: 'fetch'
  /** From 1, in the order of the plan. */
  number: number
  subgraph: string
  /** Where its results go, such as `me.examSessions[].exam`; undefined at the root. */
  at?: string
  /** What of the things there is sent to the subgraph, so that it knows them. */
  needs?: string
  /** The variables that are read elsewhere in the data, as `@fromContext` says, such as `$currency from ../(Shop)/currency`. */
  takes?: readonly string[]
  /** The numbers of the others that go to the subgraph in the same request, where they are ready in time. */
  with?: readonly number[]
  /** The client's variables that go along. */
  variables: readonly string[]
  /** What is sent, formatted. */
  operation: string
  /** The fields alone that it asks for. */
  asks: string
}

export type DescribedNode =
  | DescribedFetch
  | { kind: 'sequence' | 'parallel'; nodes: readonly DescribedNode[] }
  | { kind: 'condition'; variable: string; then?: DescribedNode; otherwise?: DescribedNode }

/** What `@defer` lets come later than the rest. */
export type DescribedLater = {
  /** The client's own label. */
  label?: string
  /** The numbers of the fetches without which it cannot begin. */
  after: readonly number[]
  /** Undefined when what has come already is all that it needs. */
  node?: DescribedNode
  later: readonly DescribedLater[]
}

/** What is done for an operation, whatever the request. */
export type PlanDescription = {
  operation: { type: string; name?: string }
  /** Fetches in all, whatever the conditions come to. */
  fetches: number
  /** The requests to subgraphs that carry them. */
  requests: number
  /** The most of them that wait for one another. */
  depth: number
  subgraphs: readonly string[]
  /** Of a subscription: what is subscribed to. The rest is done for each of its events. */
  subscribes?: DescribedFetch
  /** Several where the operation had to be split: they are made at the same time, and laid over each other. */
  parts: readonly DescribedNode[]
  /** Of an answer that comes in parts: what comes after the first of them. */
  later?: readonly DescribedLater[]
  /** The gateway itself answers what is asked about the schema. */
  introspection: boolean
}

/** Describes what is really executed: the compiled plans, not what the planner gave. */
export function describePlan(
  operation: { type: string; name: string | undefined },
  planned: PlannedOperation,
): PlanDescription {
  const fetches: Fetches = new Map()
  const plans = [planned.plan, ...planned.others]
  const subscribes = planned.plan.primary && describeFetch(planned.plan.primary, fetches)
  const parts = plans.map(withoutPrimary).flatMap((node) => (node ? [describeNode(node, fetches)] : []))
  return {
    ...summed(operation, fetches),
    depth: Math.max(0, ...parts.map(depthOf)) + (subscribes ? 1 : 0),
    ...(subscribes ? { subscribes } : {}),
    parts,
    introspection: planned.introspect !== undefined,
  }
}

/** The same of an operation whose answer comes in parts. */
export function describeDeferredPlan(
  operation: { type: string; name: string | undefined },
  planned: PlannedDeferred,
): PlanDescription {
  const fetches: Fetches = new Map()
  const { node } = planned.first
  const parts = node ? [describeNode(node, fetches)] : []
  const later = planned.blocks.map((block) => describeLater(block, planned.labels, fetches))
  return {
    ...summed(operation, fetches),
    depth: Math.max(0, ...parts.map(depthOf)) + depthOfLater(later),
    parts,
    later,
    introspection: planned.introspect !== undefined,
  }
}

function describeLater(
  block: DeferredBlock,
  labels: PlannedDeferred['labels'],
  fetches: Fetches,
): DescribedLater {
  const label = labels.get(block.label)
  const after = [...fetches].flatMap(([{ id }, { number }]) =>
    id !== undefined && block.depends.includes(id) ? [number] : [],
  )
  const { node } = block.plan
  return {
    ...(label === undefined ? {} : { label }),
    after,
    ...(node ? { node: describeNode(node, fetches) } : {}),
    later: block.blocks.map((inner) => describeLater(inner, labels, fetches)),
  }
}

function depthOfLater(later: readonly DescribedLater[]): number {
  return Math.max(
    0,
    ...later.map(({ node, later: inner }) => (node ? depthOf(node) : 0) + depthOfLater(inner)),
  )
}

/** What can be said of all fetches together; tells each with which others it goes. */
function summed(operation: { type: string; name: string | undefined }, fetches: Fetches) {
  const described = [...fetches.values()]
  const groups = groupsOf(fetches)
  for (const group of groups) {
    for (const one of group) one.with = group.filter((other) => other !== one).map(({ number }) => number)
  }
  return {
    operation: { type: operation.type, ...(operation.name ? { name: operation.name } : {}) },
    fetches: described.length,
    requests: groups.reduce((requests, group) => requests - (group.length - 1), described.length),
    subgraphs: [...new Set(described.map(({ subgraph }) => subgraph))],
  }
}

type Fetches = Map<ExecutableFetch, DescribedFetch>

/** Those that go together, where they are more than one. */
function groupsOf(fetches: Fetches): DescribedFetch[][] {
  const groups = Map.groupBy(fetches, ([fetch]) => fetch.membership?.group ?? fetch)
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => members.map(([, described]) => described))
}

/** What is done for each event, which has answered the primary fetch already. */
function withoutPrimary({ node, primary }: ExecutablePlan): ExecutableNode | undefined {
  if (!primary || !node) return node
  if (node.kind !== 'Sequence') return undefined
  const rest = node.nodes.slice(1)
  return rest.length === 1 ? rest[0] : { kind: 'Sequence', nodes: rest }
}

function describeNode(node: ExecutableNode, fetches: Fetches): DescribedNode {
  switch (node.kind) {
    case 'Fetch':
      return describeFetch(node.fetch, fetches)
    case 'Sequence':
    case 'Parallel': {
      const [first, ...others] = node.nodes.map((inner) => describeNode(inner, fetches))
      // The planner leaves groups of one behind, which say nothing.
      if (first && others.length === 0) return first
      const nodes = first ? [first, ...others] : others
      return { kind: node.kind === 'Sequence' ? 'sequence' : 'parallel', nodes }
    }
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.variable,
        ...(node.then ? { then: describeNode(node.then, fetches) } : {}),
        ...(node.otherwise ? { otherwise: describeNode(node.otherwise, fetches) } : {}),
      }
  }
}

function describeFetch(fetch: ExecutableFetch, fetches: Fetches): DescribedFetch {
  const document = parse(fetch.query)
  const described: DescribedFetch = {
    kind: 'fetch',
    number: fetches.size + 1,
    subgraph: fetch.subgraph,
    ...(fetch.path.length > 0 ? { at: pathText(fetch.path) } : {}),
    ...(fetch.requires ? { needs: needsText(fetch.requires) } : {}),
    ...(fetch.context ? { takes: fetch.context.sources.map(sourceText) } : {}),
    variables: fetch.variables,
    operation: print(document),
    asks: asksText(document),
  }
  fetches.set(fetch, described)
  return described
}

/** `me.examSessions[]`: a list's items are what the plan writes as `@`; `media[](Book)`: only the books. */
function pathText(path: readonly string[]): string {
  return path
    .map((step, index) => {
      if (step === '@') return '[]'
      if (isTypes(step)) return `(${step.slice(2, -1).replaceAll(',', ', ')})`
      return index > 0 ? `.${step}` : step
    })
    .join('')
}

/** `$currency from ../(Shop)/currency`: from the object that holds the entity, where that is a shop. */
function sourceText({ path, renameKeyTo }: FetchDataKeyRenamer): string {
  return `$${renameKeyTo} from ${path.map((step) => step.replace(/^\.\.\. on (.*)$/, '($1)')).join('/')}`
}

/** `User { __typename id }`, for each type that may stand there. */
function needsText(requires: readonly QueryPlanSelectionNode[]): string {
  return requires.map((selection) => selectionText(selection).replace(/^\.\.\. on /, '')).join(', ')
}

function selectionText(selection: QueryPlanSelectionNode): string {
  const name =
    selection.kind === 'Field'
      ? `${selection.alias ? `${selection.alias}: ` : ''}${selection.name}`
      : `...${selection.typeCondition ? ` on ${selection.typeCondition}` : ''}`
  const inner = selection.selections
  return inner && inner.length > 0 ? `${name} { ${inner.map(selectionText).join(' ')} }` : name
}

/** Without the wrapping that every request for entities has. */
function asksText(document: DocumentNode): string {
  const { selectionSet } = document.definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode
  const [root] = selectionSet.selections
  const entities =
    root?.kind === Kind.FIELD && root.name.value === '_entities' ? root.selectionSet : undefined
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  return [...(entities ?? selectionSet).selections, ...fragments].map(print).join('\n')
}

function depthOf(node: DescribedNode): number {
  switch (node.kind) {
    case 'fetch':
      return 1
    case 'sequence':
      return node.nodes.reduce((depth, inner) => depth + depthOf(inner), 0)
    case 'parallel':
      return Math.max(0, ...node.nodes.map(depthOf))
    case 'condition':
      return Math.max(...[node.then, node.otherwise].map((inner) => (inner ? depthOf(inner) : 0)))
  }
}
