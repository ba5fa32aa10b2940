import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

export type Variables = Record<string, unknown>
type Representation = Record<string, unknown> & { __typename: string }

export type Resolvers = {
  roots: Record<string, (args: Variables) => unknown>
  entities: Record<string, (representation: Representation) => unknown>
}

type Field = {
  key: string
  name: string
  read: (variables: Variables) => Variables
  below: Selections | undefined
}

/**
 * An operation over data in memory, its selections put in order once. As little as a subgraph can do: what it took
 * would be missing to the gateway under test. Knows fields, arguments, aliases and fragments; no interfaces, no directives.
 */
export function createOperation(document: DocumentNode, resolvers: Resolvers, sdl: string) {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('There is no operation in the document')
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  )
  const selections = createSelections([operation.selectionSet], fragments)

  function root({ name, read }: Field, variables: Variables): unknown {
    if (name === '_service') return { __typename: '_Service', sdl }
    const args = read(variables)
    if (name !== '_entities') return resolvers.roots[name]?.(args)
    return (args.representations as Representation[]).map((representation) =>
      resolvers.entities[representation.__typename]?.(representation),
    )
  }

  return (variables: Variables): Record<string, unknown> => {
    const data: Record<string, unknown> = {}
    for (const field of selections.of('Query')) {
      data[field.key] =
        field.name === '__typename' ? 'Query' : complete(root(field, variables), field.below, variables)
    }
    return data
  }
}

function complete(value: unknown, below: Selections | undefined, variables: Variables): unknown {
  if (value === undefined || value === null) return null
  if (!below) return value
  if (Array.isArray(value)) return value.map((item) => complete(item, below, variables))
  const object = value as Record<string, unknown>
  const result: Record<string, unknown> = {}
  for (const field of below.of(object.__typename as string)) {
    result[field.key] = complete(object[field.name], field.below, variables)
  }
  return result
}

type Selections = { of(typeName: string): Field[] }

function createSelections(
  sets: SelectionSetNode[],
  fragments: Map<string, FragmentDefinitionNode>,
): Selections {
  const byType = new Map<string, Field[]>()

  function collect(typeName: string): Field[] {
    const found = new Map<string, { name: string; read: Field['read']; below: SelectionSetNode[] }>()
    function add(set: SelectionSetNode): void {
      for (const selection of set.selections) {
        if (selection.directives?.length) throw new Error('Directives are not served here')
        if (selection.kind === Kind.FIELD) {
          const name = selection.name.value
          const key = selection.alias?.value ?? name
          const field = found.get(key) ?? { name, read: readArguments(selection.arguments ?? []), below: [] }
          found.set(key, field)
          if (selection.selectionSet) field.below.push(selection.selectionSet)
          continue
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
        const on = fragment?.typeCondition?.name.value
        if (fragment && (on === undefined || on === typeName || on === '_Entity')) add(fragment.selectionSet)
      }
    }
    for (const set of sets) add(set)
    return [...found].map(([key, { name, read, below }]) => ({
      key,
      name,
      read,
      below: below.length > 0 ? createSelections(below, fragments) : undefined,
    }))
  }

  return {
    of(typeName) {
      let fields = byType.get(typeName)
      if (!fields) byType.set(typeName, (fields = collect(typeName)))
      return fields
    },
  }
}

function readArguments(nodes: readonly { name: { value: string }; value: ValueNode }[]): Field['read'] {
  const readers = nodes.map(({ name, value }) => [name.value, readValue(value)] as const)
  return (variables) => Object.fromEntries(readers.map(([name, read]) => [name, read(variables)]))
}

function readValue(node: ValueNode): (variables: Variables) => unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return (variables) => variables[node.name.value]
    case Kind.LIST: {
      const items = node.values.map(readValue)
      return (variables) => items.map((read) => read(variables))
    }
    case Kind.OBJECT: {
      const fields = node.fields.map(({ name, value }) => [name.value, readValue(value)] as const)
      return (variables) => Object.fromEntries(fields.map(([name, read]) => [name, read(variables)]))
    }
    case Kind.NULL:
      return () => null
    case Kind.INT:
    case Kind.FLOAT:
      return () => Number(node.value)
    default:
      return () => node.value
  }
}
