import type { PlanNode, QueryPlan } from '@apollo/query-planner'
import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql'
import { spreadFragments } from '../spread-fragments.ts'

/**
 * Plans a mutation so that each of its fields is read to the end before the next one is made.
 *
 * Of neighbours in one subgraph the planner makes one request, and fetches what others have to say of them after that: in
 * `{ one: add { value total } two: add { value total } }`, with `total` from another subgraph, `one` had the total after
 * `two`. They are one request still where nothing is read elsewhere between them.
 */
export function planInSeries(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  plan: (document: DocumentNode) => QueryPlan,
): QueryPlan {
  const whole = plan(document)
  const node = whole.node as PlanNode | undefined
  // What comes later anyway may be read later too.
  if (operation.operation !== 'mutation' || !node || isAlone(node) || whole.node?.kind === 'Defer')
    return whole
  const spread = spreadFragments(document, operation)
  const fields = eachField(spread.selectionSet.selections)
  if (fields.length < 2) return whole
  const planOf = (selections: readonly SelectionNode[]) => {
    const selectionSet = { kind: Kind.SELECTION_SET as const, selections }
    return plan({ kind: Kind.DOCUMENT, definitions: [{ ...spread, selectionSet }] }).node as
      PlanNode | undefined
  }
  const runs: { fields: SelectionNode[]; last: PlanNode | undefined }[] = []
  for (const field of fields) {
    const own = planOf([field])
    const run = runs.at(-1)
    if (run?.last && own && isAlone(run.last) && subgraphOf(run.last) === subgraphOf(own)) {
      run.fields.push(field)
      run.last = own
    } else runs.push({ fields: [field], last: own })
  }
  if (runs.length === 1) return whole
  const nodes = runs.flatMap((run) => (run.fields.length === 1 ? run.last : planOf(run.fields)) ?? [])
  return { ...whole, node: { kind: 'Sequence', nodes } }
}

/** The fields of the root one by one, each within the conditions of the fragments that it stands in. */
function eachField(selections: readonly SelectionNode[]): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection]
    return eachField(selection.selectionSet.selections).map((inner) => ({
      ...selection,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] },
    }))
  })
}

/** Whether it is one request, with nothing after it. */
function isAlone(node: PlanNode): boolean {
  if (node.kind === 'Fetch') return true
  return (
    node.kind === 'Condition' && [node.ifClause, node.elseClause].every((inner) => !inner || isAlone(inner))
  )
}

/** Where it begins. */
function subgraphOf(node: PlanNode | undefined): string | undefined {
  switch (node?.kind) {
    case 'Fetch':
      return node.serviceName
    case 'Flatten':
      return subgraphOf(node.node)
    case 'Condition':
      return subgraphOf(node.ifClause ?? node.elseClause)
    case 'Sequence':
    case 'Parallel':
      return subgraphOf(node.nodes[0])
    default:
      return undefined
  }
}
