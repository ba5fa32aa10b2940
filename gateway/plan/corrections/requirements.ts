import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  parse,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/** One field that an `@requires` reads: `Product.price` with `(currency: "USD")`. */
export type RequiredField = { coordinate: string; name: string; arguments: string }

/** What the `@requires` of each field read, by the field's coordinate. */
export type Requirements = ReadonlyMap<string, readonly RequiredField[]>

/** Reads every `@requires` of a supergraph, with what the fields that they read require in turn. */
export function readRequirements(supergraph: DocumentNode, fullSchema: GraphQLSchema): Requirements {
  const direct = new Map<string, RequiredField[]>()
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const field of type.fields ?? []) {
      for (const directive of field.directives ?? []) {
        if (directive.name.value !== 'join__field') continue
        const value = directive.arguments?.find(({ name }) => name.value === 'requires')?.value
        if (value?.kind !== Kind.STRING) continue
        const coordinate = `${type.name.value}.${field.name.value}`
        const required = readSelection(type.name.value, value.value, fullSchema)
        direct.set(coordinate, [...(direct.get(coordinate) ?? []), ...required])
      }
    }
  }
  return new Map([...direct.keys()].map((coordinate) => [coordinate, closure(coordinate, direct)]))
}

function readSelection(type: string, text: string, schema: GraphQLSchema): RequiredField[] {
  const document = parse(`fragment Required on ${type} { ${text} }`, { noLocation: true })
  const types = new TypeInfo(schema)
  const required: RequiredField[] = []
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const name = node.name.value
        if (name === '__typename') return
        required.push({
          coordinate: `${types.getParentType()?.name ?? ''}.${name}`,
          name,
          arguments: (node.arguments ?? []).map(print).sort().join(', '),
        })
      },
    }),
  )
  return required
}

function closure(coordinate: string, direct: ReadonlyMap<string, RequiredField[]>): RequiredField[] {
  const found: RequiredField[] = []
  const visited = new Set<string>()
  function follow(from: string): void {
    if (visited.has(from)) return
    visited.add(from)
    for (const required of direct.get(from) ?? []) {
      found.push(required)
      follow(required.coordinate)
    }
  }
  follow(coordinate)
  return found
}

/** The names of the fields that make up the keys of entities. */
export function readKeyNames(supergraph: DocumentNode): Set<string> {
  const names = new Set<string>()
  visit(supergraph, {
    Directive(directive) {
      if (directive.name.value !== 'join__type') return
      const value = directive.arguments?.find(({ name }) => name.value === 'key')?.value
      if (value?.kind === Kind.STRING) collectNames(parse(`{ ${value.value} }`, { noLocation: true }), names)
    },
  })
  return names
}

function collectNames(document: DocumentNode, names: Set<string>): void {
  visit(document, {
    SelectionSet({ selections }: SelectionSetNode) {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) names.add(selection.name.value)
      }
    },
  })
}
