import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner'
import type { ExecutableFetch, ExecutableNode, ExecutablePlan } from '../execute/compile-plan.ts'
import { isTypes } from '../execute/places.ts'
import type { PlannedOperation } from '../plan/create-plan.ts'

/** A plan in the form in which Apollo Router shows its own, which is the one that Apollo's explorers draw. */
export function explorerPlan({ plan, others }: PlannedOperation): QueryPlan {
  if (plan.primary) return { kind: 'QueryPlan', node: subscriptionNode(plan, plan.primary) }
  const nodes = [plan, ...others].flatMap(({ node }) => (node ? [planNode(node)] : []))
  const [first, ...more] = nodes
  const node: PlanNode | undefined = more.length > 0 ? { kind: 'Parallel', nodes } : first
  return { kind: 'QueryPlan', ...(node ? { node } : {}) }
}

function subscriptionNode({ node }: ExecutablePlan, primary: ExecutableFetch): SubscriptionNode {
  const rest = node?.kind === 'Sequence' ? node.nodes.slice(1).map(planNode) : []
  return {
    kind: 'Subscription',
    primary: fetchNode(primary),
    ...(rest.length > 0 ? { rest: { kind: 'Sequence', nodes: rest } } : {}),
  }
}

function planNode(node: ExecutableNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(planNode) }
    case 'Fetch': {
      const { path } = node.fetch
      const fetch = fetchNode(node.fetch)
      return path.length > 0 ? { kind: 'Flatten', path: plannerPath(path), node: fetch } : fetch
    }
    case 'Condition':
      return {
        kind: 'Condition',
        condition: node.variable,
        ...(node.then ? { ifClause: planNode(node.then) } : {}),
        ...(node.otherwise ? { elseClause: planNode(node.otherwise) } : {}),
      }
  }
}

/** As the planner writes it: the types that a step leaves stand behind its name. */
function plannerPath(path: readonly string[]): string[] {
  return path.reduce<string[]>((steps, step) => {
    if (!isTypes(step)) return [...steps, step]
    return [...steps.slice(0, -1), `${steps.at(-1) ?? ''}|[${step.slice(2, -1)}]`]
  }, [])
}

function fetchNode(fetch: ExecutableFetch): FetchNode {
  return {
    kind: 'Fetch',
    serviceName: fetch.subgraph,
    variableUsages: [...fetch.variables],
    ...(fetch.requires ? { requires: [...fetch.requires] } : {}),
    operation: fetch.query,
    operationName: fetch.operationName,
    operationKind: fetch.kind as FetchNode['operationKind'],
  }
}
