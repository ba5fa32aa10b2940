import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner'
import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql'
import { spreadFragments } from '../spread-fragments.ts'

/** What a subgraph needs to be told for its fields, by `Type.field`, and what it knows its types by. */
type Graph = { required: ReadonlyMap<string, readonly string[]>; keys: Keys }

/** The names in each key of a type. */
type Keys = ReadonlyMap<string, readonly (readonly string[])[]>

/** By the subgraph's name. */
export type FieldNeeds = ReadonlyMap<string, Graph>

/** A fetch some of whose fields need more than a key. */
export type NeedyFetch = FetchNode & {
  /** What must be known of an entity of a type, so that the fetch may be made for it; beside one of its keys. */
  needs?: { fields: readonly { type: string; names: readonly string[] }[]; keys: Keys }
  /** The fetch without those fields, for entities of which it is not known. */
  bare?: FetchNode
}

/** Reads what the fields of each subgraph require, and the names in the keys of its types. */
export function readFieldNeeds(supergraph: DocumentNode): FieldNeeds {
  const names = new Map<string, string>()
  const graphs = new Map<
    string,
    { required: Map<string, readonly string[]>; keys: Map<string, string[][]> }
  >()
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue
    for (const value of definition.values ?? []) {
      const name = argumentsOf(value.directives, 'join__graph')[0]?.get('name')
      if (name === undefined) continue
      names.set(value.name.value, name)
      graphs.set(name, { required: new Map(), keys: new Map() })
    }
  }
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const given of argumentsOf(type.directives, 'join__type')) {
      const keys = graphs.get(names.get(given.get('graph') ?? '') ?? '')?.keys
      const key = topNames(given.get('key'))
      if (key.length === 0 || given.get('resolvable') === 'false') continue
      keys?.set(type.name.value, [...(keys.get(type.name.value) ?? []), key])
    }
    for (const field of type.fields ?? []) {
      for (const given of argumentsOf(field.directives, 'join__field')) {
        const required = topNames(given.get('requires'))
        const graph = graphs.get(names.get(given.get('graph') ?? '') ?? '')
        if (required.length > 0) graph?.required.set(`${type.name.value}.${field.name.value}`, required)
      }
    }
  }
  return new Map([...graphs].filter(([, { required }]) => required.size > 0))
}

function argumentsOf(directives: readonly DirectiveNode[] | undefined, name: string): Map<string, string>[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map(
      ({ arguments: given = [] }) =>
        new Map(
          given.map((one) => [
            one.name.value,
            one.value.kind === Kind.STRING ? one.value.value : print(one.value),
          ]),
        ),
    )
}

function topNames(selection: string | undefined): string[] {
  if (selection === undefined) return []
  const [definition] = parse(`{ ${selection} }`, { noLocation: true }).definitions
  return definition?.kind === Kind.OPERATION_DEFINITION ? namesIn(definition.selectionSet.selections) : []
}

function namesIn(selections: readonly SelectionNode[]): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value]
    return selection.kind === Kind.INLINE_FRAGMENT ? namesIn(selection.selectionSet.selections) : []
  })
}

/**
 * Gives each fetch, some of whose fields require others, another without those.
 *
 * Of `book { shipping @include(if: $a) inStock }`, where `shipping` requires the price, the planner makes one fetch that needs
 * the price, and where `$a` is false nobody fetches that: `inStock` was null. So it was when the price could not be had.
 * Of an `@interfaceObject` it makes one fetch for books, whose `score` requires their titles, and films, whose titles nobody
 * fetches; or of which it knows the titles, and no key.
 */
export function addBareFetches(plan: QueryPlan, needs: FieldNeeds): QueryPlan {
  if (plan.node && needs.size > 0) visitNode(plan.node as PlanNode, needs)
  return plan
}

function visitNode(node: PlanNode | undefined, needs: FieldNeeds): void {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.forEach((inner) => visitNode(inner, needs))
    case 'Flatten':
      return visitNode(node.node, needs)
    case 'Condition':
      visitNode(node.ifClause, needs)
      return visitNode(node.elseClause, needs)
    case 'Defer':
      return [node.primary, ...node.deferred].forEach((part) => visitNode(part.node, needs))
    case 'Fetch': {
      const graph = needs.get(node.serviceName)
      if (graph && node.requires && !node.contextRewrites) addBare(node, node.requires, graph)
    }
  }
}

function addBare(node: NeedyFetch, requires: readonly QueryPlanSelectionNode[], graph: Graph): void {
  const document = parse(node.operation, { noLocation: true })
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return
  const spread = spreadFragments(document, operation)
  const found = new Map<string, Set<string>>()
  const selections = withoutNeedy(spread.selectionSet.selections, '', graph, found)
  if (found.size === 0) return
  const fields = [...found].map(([type, names]) => ({ type, names: [...names] }))
  node.needs = { fields, keys: graph.keys }
  const keyNames = new Set([...graph.keys.values()].flat(2))
  const extra = new Set(
    [...found.values()].flatMap((names) => [...names]).filter((name) => !keyNames.has(name)),
  )
  const left = withoutNames(requires, extra)
  if (selections.length === 0 || left.length === 0) return
  const { needs: _, ...rest } = node
  node.bare = {
    ...rest,
    requires: left,
    ...textOf({ ...spread, selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  }
}

/** What a fetch reads of its entities, without some fields; a part that then says nothing but a type is left out. */
function withoutNames(
  selections: readonly QueryPlanSelectionNode[],
  names: ReadonlySet<string>,
): QueryPlanSelectionNode[] {
  const left = selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'Field') return names.has(selection.name) ? [] : [selection]
    const inner = withoutNames(selection.selections, names)
    return inner.length > 0 ? [{ ...selection, selections: inner }] : []
  })
  return left.some((one) => one.kind !== 'Field' || one.name !== '__typename') ? left : []
}

/** What stays of a selection without fields that need more than a key; `found` gets what these need. */
function withoutNeedy(
  selections: readonly SelectionNode[],
  type: string,
  graph: Graph,
  found: Map<string, Set<string>>,
): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection]
    if (selection.kind === Kind.FIELD && type !== '') {
      const required = graph.required.get(`${type}.${selection.name.value}`)
      if (!required) return [selection]
      const names = found.get(type) ?? new Set()
      for (const name of required) names.add(name)
      found.set(type, names)
      return []
    }
    if (!selection.selectionSet) return [selection]
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? (selection.typeCondition?.name.value ?? type) : ''
    const left = withoutNeedy(selection.selectionSet.selections, inner, graph, found)
    if (left.every(isTypename)) return []
    return [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections: left } } as SelectionNode]
  })
}

function isTypename(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === '__typename'
}

function textOf(operation: OperationDefinitionNode): Pick<FetchNode, 'operation' | 'variableUsages'> {
  const used = new Set<string>()
  visit(operation, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) })
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  )
  return {
    operation: stripIgnoredCharacters(print({ ...operation, variableDefinitions: definitions })),
    variableUsages: [...used].filter((name) => name !== 'representations'),
  }
}
