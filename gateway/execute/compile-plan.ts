import type {
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
  SubscriptionNode,
} from '@apollo/query-planner'
import { compileRepresentation, type Represent } from './representations.ts'
import { compileRewrites, renamedFields, type Rewrite } from './rewrites.ts'
import type { IsType } from './types.ts'

/** One request to a subgraph, with everything prepared that does not depend on the data. */
export type ExecutableFetch = {
  subgraph: string
  query: string
  operationName: string | undefined
  /** The JSON of `{ query, operationName }`. */
  operationText: string
  kind: 'query' | 'mutation' | 'subscription'
  /** The client's variables that go along. */
  variables: readonly string[]
  /** Where in the data its results go; `@` stands for every item of a list. */
  path: readonly string[]
  /** Reads from the data there which entities to ask for; undefined for a fetch of root fields. */
  represent: Represent | undefined
  /** What it reads there, for whoever looks at the plan. */
  requires: readonly QueryPlanSelectionNode[] | undefined
  rewriteInput: Rewrite | undefined
  rewriteOutput: Rewrite | undefined
  renamed: ReadonlyMap<string, string>
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
}

/**
 * Prepares a plan once for all its executions.
 * @throws Error for a node that no operation without `@defer` has
 */
export function compilePlan(plan: QueryPlan, isType: IsType): ExecutablePlan {
  const { node } = plan
  if (!node) return { node: undefined, primary: undefined }
  if (node.kind === 'Subscription') return compileSubscription(node, isType)
  const compiled = compileNode(node, [], isType)
  // When a single subgraph serves all of a subscription, its plan may be a fetch alone.
  const primary =
    compiled.kind === 'Fetch' && compiled.fetch.kind === 'subscription' ? compiled.fetch : undefined
  return { node: compiled, primary }
}

function compileSubscription({ primary, rest }: SubscriptionNode, isType: IsType): ExecutablePlan {
  const fetch = compileFetch(primary, [], isType)
  const first: ExecutableNode = { kind: 'Fetch', fetch }
  return {
    primary: fetch,
    node: rest ? { kind: 'Sequence', nodes: [first, compileNode(rest, [], isType)] } : first,
  }
}

function compileNode(node: PlanNode, path: readonly string[], isType: IsType): ExecutableNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((inner) => compileNode(inner, path, isType)) }
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], isType)
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

function compileFetch(node: FetchNode, path: readonly string[], isType: IsType): ExecutableFetch {
  return {
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    operationText: JSON.stringify({ query: node.operation, operationName: node.operationName }),
    kind: node.operationKind,
    variables: node.variableUsages ?? [],
    path,
    represent: node.requires && compileRepresentation(node.requires, isType),
    requires: node.requires,
    rewriteInput: compileRewrites(node.inputRewrites, isType),
    rewriteOutput: compileRewrites(node.outputRewrites, isType),
    renamed: renamedFields(node.outputRewrites),
  }
}
