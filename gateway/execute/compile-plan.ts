import type {
  FetchDataRewrite,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
  SubscriptionNode,
} from '@apollo/query-planner'
import { type AsksAnything, compileAsksAnything } from './asks-anything.ts'
import { type Context, compileContext } from './context.ts'
import { type Membership, groupFetches } from './group-fetches.ts'
import { stepsOf } from './places.ts'
import { compileRepresentation, type Represent } from './representations.ts'
import { compileRewrites, renamedFields, type Rewrite } from './rewrites.ts'
import { type JsonObject, readOwn } from './own.ts'
import type { NeedyFetch } from '../plan/corrections/bare-fetches.ts'
import type { IsType } from './types.ts'

/** A list of entities that a request asks for: the field that answers it, and the variable that says which. */
export type EntityList = { field: string; variable: string }

/** As the planner names them. */
export const ENTITIES: EntityList = { field: '_entities', variable: 'representations' }

/** What a request to a subgraph says, whatever the data. */
export type RequestText = {
  subgraph: string
  query: string
  operationName: string | undefined
  /** The JSON of `{ query, operationName }`. */
  operationText: string
  kind: 'query' | 'mutation' | 'subscription'
  /** The client's variables that go along. */
  variables: readonly string[]
  /** None for root fields. */
  lists: readonly EntityList[]
}

/** One fetch of a plan, with everything prepared that does not depend on the data. */
export type ExecutableFetch = RequestText & {
  /** By which what is deferred names it. */
  id: string | undefined
  /** Where in the data its results go; `@` stands for every item of a list. */
  path: readonly string[]
  /** Reads from the data there which entities to ask for; undefined for a fetch of root fields. */
  represent: Represent | undefined
  /** What it reads there, for whoever looks at the plan. */
  requires: readonly QueryPlanSelectionNode[] | undefined
  rewriteOutput: Rewrite | undefined
  outputRewrites: readonly FetchDataRewrite[] | undefined
  renamed: ReadonlyMap<string, string>
  isType: IsType
  /** What its entities are asked with from elsewhere in the data. */
  context: Context | undefined
  /** Undefined when it always asks for something. */
  asksAnything: AsksAnything | undefined
  /** Whether of an entity all is known that its fields need, beside a key. */
  isKnown?: (representation: JsonObject, type: unknown) => boolean
  /** The same without fields that need more than a key, for the others. */
  bare?: ExecutableFetch
  /** With which others it may go as one request. */
  membership?: Membership
}

export type ExecutableNode =
  | { kind: 'Sequence' | 'Parallel'; nodes: readonly ExecutableNode[] }
  | { kind: 'Fetch'; fetch: ExecutableFetch }
  | {
      kind: 'Condition'
      variable: string
      then: ExecutableNode | undefined
      otherwise: ExecutableNode | undefined
    }

export type ExecutablePlan = {
  /** Undefined when no subgraph is needed. */
  node: ExecutableNode | undefined
  /** Of a subscription: what is subscribed to. Each event answers it. */
  primary: ExecutableFetch | undefined
  /** Some of it depends on where an entity stands, so that one at several places is not one object. */
  contextual: boolean
}

export const NO_PLAN: ExecutablePlan = { node: undefined, primary: undefined, contextual: false }

/**
 * Prepares a plan, or the part of one that comes at once, for all its executions.
 * @throws Error for a node that no operation without `@defer` has
 */
export function compilePlan(plan: QueryPlan, isType: IsType): ExecutablePlan {
  const { node } = plan
  if (!node) return NO_PLAN
  if (node.kind === 'Subscription') return compileSubscription(node, isType)
  const compiled = compileNode(node, [], isType)
  groupFetches(compiled)
  // When a single subgraph serves all of a subscription, its plan may be a fetch alone.
  const primary =
    compiled.kind === 'Fetch' && compiled.fetch.kind === 'subscription' ? compiled.fetch : undefined
  return { node: compiled, primary, contextual: isContextual(compiled) }
}

function compileSubscription({ primary, rest }: SubscriptionNode, isType: IsType): ExecutablePlan {
  const fetch = compileFetch(primary, [], isType)
  const first: ExecutableNode = { kind: 'Fetch', fetch }
  if (!rest) return { primary: fetch, node: first, contextual: false }
  const node: ExecutableNode = { kind: 'Sequence', nodes: [first, compileNode(rest, [], isType)] }
  groupFetches(node)
  return { primary: fetch, node, contextual: isContextual(node) }
}

function isContextual(node: ExecutableNode): boolean {
  if (node.kind === 'Fetch') return node.fetch.context !== undefined
  const inner = node.kind === 'Condition' ? [node.then, node.otherwise] : node.nodes
  return inner.some((one) => one !== undefined && isContextual(one))
}

function compileNode(node: PlanNode, path: readonly string[], isType: IsType): ExecutableNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((inner) => compileNode(inner, path, isType)) }
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.flatMap((step) => stepsOf(String(step)))], isType)
    case 'Fetch':
      return { kind: 'Fetch', fetch: compileFetch(node, path, isType) }
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        then: node.ifClause && compileNode(node.ifClause, path, isType),
        otherwise: node.elseClause && compileNode(node.elseClause, path, isType),
      }
    case 'Defer':
      throw new Error('A plan with @defer cannot be executed.')
  }
}

function compileFetch(node: NeedyFetch, path: readonly string[], isType: IsType): ExecutableFetch {
  const { bare, needs } = node
  return {
    id: node.id,
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    operationText: JSON.stringify({ query: node.operation, operationName: node.operationName }),
    kind: node.operationKind,
    variables: node.variableUsages ?? [],
    lists: node.requires ? [ENTITIES] : [],
    path,
    represent: node.requires && compileRepresentation(node.requires, node.inputRewrites, isType),
    requires: node.requires,
    rewriteOutput: compileRewrites(node.outputRewrites, isType),
    outputRewrites: node.outputRewrites,
    renamed: renamedFields(node.outputRewrites),
    isType,
    context: compileContext(node, path, isType),
    asksAnything: compileAsksAnything(node.operation),
    ...(needs ? { isKnown: compileNeeds(needs, isType) } : {}),
    ...(bare ? { bare: compileFetch(bare, path, isType) } : {}),
  }
}

function compileNeeds(
  { fields, keys }: NonNullable<NeedyFetch['needs']>,
  isType: IsType,
): NonNullable<ExecutableFetch['isKnown']> {
  return (representation, type) => {
    const hasAll = (names: readonly string[]) =>
      names.every((name) => readOwn(representation, name) !== undefined)
    const own = keys.get(String(representation.__typename))
    return (
      own?.some(hasAll) === true &&
      fields.every((need) => (typeof type === 'string' && !isType(type, need.type)) || hasAll(need.names))
    )
  }
}
