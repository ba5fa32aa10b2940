import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner'
import { Kind, type SelectionSetNode, parse } from 'graphql'
import { EACH, isTypes, stepsOf } from '../../execute/places.ts'
import { fragmentsOf } from '../../operation/conditions.ts'

/**
 * Lets a fetch that takes an argument from above its entities, by `@fromContext`, wait for the fetch that brings it.
 *
 * The planner puts the two side by side where the first needs nothing else: with `Shop @context(name: "shop")` and
 * `Item.price(currency: String @fromContext(field: "$shop { currency }"))`, both of one subgraph, but items reached by
 * another, `currency` and `price` were asked for at once, and the price silently computed without a currency.
 */
export function contextBeforeUse(plan: QueryPlan): QueryPlan {
  const { node } = plan
  if (!node || !takesContext(plan)) return plan
  if (node.kind !== 'Subscription') return { ...plan, node: order(node, []) }
  return node.rest ? { ...plan, node: { ...node, rest: order(node.rest, []) } } : plan
}

/** Whether any fetch of a plan takes something from above its entities. */
export function takesContext({ node }: QueryPlan): boolean {
  const part = node?.kind === 'Subscription' ? node.rest : node
  let takes = false
  if (part) eachFetch(part, [], ({ contextRewrites = [] }) => (takes ||= contextRewrites.length > 0))
  return takes
}

type Path = readonly string[]

const UP = '..'

function order(node: PlanNode, path: Path): PlanNode {
  switch (node.kind) {
    case 'Fetch':
    case 'Defer':
      return node
    case 'Flatten':
      return { ...node, node: order(node.node, [...path, ...fieldsOf(node.path)]) }
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause ? { ifClause: order(node.ifClause, path) } : {}),
        ...(node.elseClause ? { elseClause: order(node.elseClause, path) } : {}),
      }
    case 'Sequence':
      return { ...node, nodes: node.nodes.map((inner) => order(inner, path)) }
    case 'Parallel':
      return inOrder(
        node.nodes.map((inner) => order(inner, path)),
        path,
      )
  }
}

/** Side by side, but for those that wait for another. */
function inOrder(nodes: readonly PlanNode[], path: Path): PlanNode {
  const branches = nodes.map((node) => ({ node, ...readBranch(node, path) }))
  const waiting = branches.filter((one) => branches.some((other) => other !== one && brings(other, one)))
  if (waiting.length === 0) return { kind: 'Parallel', nodes: [...nodes] }
  const sources = branches.filter(
    (one) => !waiting.includes(one) && waiting.some((other) => brings(one, other)),
  )
  const others = branches.filter((one) => !waiting.includes(one) && !sources.includes(one))
  const chain: PlanNode[] = sources.length > 0 ? [sideBySide(sources.map(({ node }) => node))] : []
  // Those that wait for each other too go one after another, sources first.
  const left = [...waiting]
  while (left.length > 0) {
    const ready = left.filter((one) => !left.some((other) => other !== one && brings(other, one)))
    const next = ready.length > 0 ? ready : left.slice(0, 1)
    chain.push(sideBySide(next.map(({ node }) => node)))
    for (const one of next) left.splice(left.indexOf(one), 1)
  }
  const ordered: PlanNode = { kind: 'Sequence', nodes: chain }
  return sideBySide([...others.map(({ node }) => node), ordered])
}

function sideBySide(nodes: PlanNode[]): PlanNode {
  const [only] = nodes
  return nodes.length === 1 && only ? only : { kind: 'Parallel', nodes }
}

/** The fields that a part of a plan brings, and the ways by which it takes something from above, as paths of fields. */
type Branch = { brought: ReadonlySet<string>; taken: readonly Way[] }

/** From the object at `from` steps of the path to what is taken. */
type Way = { path: Path; from: number }

function brings({ brought }: Branch, { taken }: Branch): boolean {
  return taken.some(({ path, from }) =>
    path.some((_, index) => index >= from && brought.has(keyOf(path.slice(0, index + 1)))),
  )
}

function readBranch(node: PlanNode, path: Path): Branch {
  const brought = new Set<string>()
  const taken: Way[] = []
  eachFetch(node, path, (fetch, at) => {
    for (const name of namesIn(fetch)) brought.add(keyOf([...at, name]))
    for (const { path: way } of fetch.contextRewrites ?? []) {
      const up = way.findIndex((step) => step !== UP)
      const holder = at.slice(0, at.length - up)
      taken.push({ path: [...holder, ...fieldsOf(way.slice(up))], from: holder.length })
    }
  })
  return { brought, taken }
}

function eachFetch(node: PlanNode, path: Path, visitFetch: (fetch: FetchNode, path: Path) => void): void {
  switch (node.kind) {
    case 'Fetch':
      return visitFetch(node, path)
    case 'Flatten':
      return eachFetch(node.node, [...path, ...fieldsOf(node.path)], visitFetch)
    case 'Sequence':
    case 'Parallel':
      return node.nodes.forEach((inner) => eachFetch(inner, path, visitFetch))
    case 'Condition':
      for (const inner of [node.ifClause, node.elseClause]) if (inner) eachFetch(inner, path, visitFetch)
      return
    case 'Defer':
      for (const { node: inner } of [node.primary, ...node.deferred]) {
        if (inner) eachFetch(inner, path, visitFetch)
      }
  }
}

/** The names under which a fetch brings something of the objects at its path. */
function namesIn({ operation, requires }: FetchNode): string[] {
  const document = parse(operation, { noLocation: true })
  const fragments = fragmentsOf(document)
  const names: string[] = []
  function collect({ selections }: SelectionSetNode, depth: number): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (depth === 0) names.push((selection.alias ?? selection.name).value)
        else if (selection.selectionSet) collect(selection.selectionSet, depth - 1)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, depth)
      else {
        const fragment = fragments.get(selection.name.value)
        if (fragment) collect(fragment.selectionSet, depth)
      }
    }
  }
  for (const definition of document.definitions) {
    // Entities stand in a field of their own.
    if (definition.kind === Kind.OPERATION_DEFINITION) collect(definition.selectionSet, requires ? 1 : 0)
  }
  return names
}

function fieldsOf(path: readonly (string | number)[]): string[] {
  return path
    .flatMap((step) => stepsOf(String(step)))
    .filter((step) => step !== EACH && !isTypes(step) && !step.startsWith('... on '))
}

function keyOf(path: Path): string {
  return path.join('.')
}
