import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, print } from 'graphql'
import { fragmentsOf } from '../../operation/conditions.ts'

/** Which of several fields of one name a field is; undefined where there is one alone. */
type Variants = (field: FieldNode) => number | undefined

/** How many sets of selections are followed into one another: as deep as a document may nest, with fragments between. */
const DEEPEST = 200

/**
 * Finds the names under which a document asks for different things at one place, as it may for types that exclude each
 * other: `{ media { ... on Book { reviews(first: 1) { id } } ... on Film { reviews { id } } } }`.
 *
 * To a subgraph that has `Media` as an `@interfaceObject`, both are `Media.reviews`: the planner keeps one of them, and
 * all of its media get that one's answer.
 */
export function findVariants(document: DocumentNode): Variants {
  const fragments = fragmentsOf(document)
  const numbers = new Map<string, Map<string, number>>()
  const varying = new Set<string>()

  /** All that is selected at one place. */
  function look(sets: ReadonlySet<SelectionSetNode>, depth: number): void {
    const fields = new Map<string, FieldNode[]>()
    const within = new Set<string>()
    for (const set of sets) collect(set, fields, within)
    for (const [name, nodes] of fields) {
      const kinds = new Set(nodes.map(whatOf))
      if (kinds.size > 1) varying.add(name)
      let known = numbers.get(name)
      if (!known) numbers.set(name, (known = new Map()))
      for (const kind of kinds) if (!known.has(kind)) known.set(kind, known.size + 1)
      const inner = new Set(nodes.flatMap(({ selectionSet }) => selectionSet ?? []))
      if (inner.size > 0 && depth < DEEPEST) look(inner, depth + 1)
    }
  }

  function collect(
    { selections }: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    within: Set<string>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value
        const nodes = into.get(name)
        if (nodes) nodes.push(selection)
        else into.set(name, [selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, into, within)
      else if (!within.has(selection.name.value)) {
        within.add(selection.name.value)
        const fragment = fragments.get(selection.name.value)
        if (fragment) collect(fragment.selectionSet, into, within)
      }
    }
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) look(new Set([definition.selectionSet]), 0)
  }
  return (field) => {
    const name = (field.alias ?? field.name).value
    return varying.has(name) ? numbers.get(name)?.get(whatOf(field)) : undefined
  }
}

function whatOf({ name, arguments: given = [] }: FieldNode): string {
  return `${name.value}(${given.map(print).sort().join(', ')})`
}
