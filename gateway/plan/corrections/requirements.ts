import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type ObjectFieldNode,
  type SelectionSetNode,
  TypeInfo,
  parse,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/** One field that a plan reads for another: `Product.price` with `(currency: "USD")`. */
export type RequiredField = { coordinate: string; name: string; arguments: string }

/** What the `@requires` and the `@fromContext` of each field read, by the field's coordinate. */
export type Requirements = ReadonlyMap<string, readonly RequiredField[]>

/**
 * Reads every `@requires` and `@fromContext` of a supergraph, with what the fields that they read require in turn.
 * @param contextDirective the name of `@context` in it, if it has that
 */
export function readRequirements(
  supergraph: DocumentNode,
  fullSchema: GraphQLSchema,
  contextDirective: string | undefined,
): Requirements {
  const direct = new Map<string, RequiredField[]>()
  const contexts = contextTypes(supergraph, contextDirective)
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`
      for (const directive of field.directives ?? []) {
        if (directive.name.value !== 'join__field') continue
        const required = [
          ...readRequires(directive, type.name.value, fullSchema),
          ...readContextArguments(directive, contexts, fullSchema),
        ]
        if (required.length > 0) direct.set(coordinate, [...(direct.get(coordinate) ?? []), ...required])
      }
    }
  }
  return new Map([...direct.keys()].map((coordinate) => [coordinate, closure(coordinate, direct)]))
}

/** The types that set each context. */
function contextTypes(supergraph: DocumentNode, directiveName: string | undefined): Map<string, string[]> {
  const types = new Map<string, string[]>()
  for (const type of supergraph.definitions) {
    if (!('directives' in type) || !('name' in type) || !type.name) continue
    for (const directive of type.directives ?? []) {
      if (directive.name.value !== directiveName) continue
      const name = textArgument(directive.arguments, 'name')
      if (name !== undefined) types.set(name, [...(types.get(name) ?? []), type.name.value])
    }
  }
  return types
}

function readRequires(directive: DirectiveNode, type: string, schema: GraphQLSchema): RequiredField[] {
  const text = textArgument(directive.arguments, 'requires')
  return text === undefined ? [] : readSelection(type, `{ ${text} }`, schema)
}

function readContextArguments(
  directive: DirectiveNode,
  contexts: ReadonlyMap<string, readonly string[]>,
  schema: GraphQLSchema,
): RequiredField[] {
  const given = directive.arguments?.find(({ name }) => name.value === 'contextArguments')?.value
  if (given?.kind !== Kind.LIST) return []
  return given.values.flatMap((argument) => {
    if (argument.kind !== Kind.OBJECT) return []
    const text = textArgument(argument.fields, 'selection')?.trim() ?? ''
    const types = contexts.get(textArgument(argument.fields, 'context') ?? '') ?? []
    return types.flatMap((type) => readSelection(type, text.startsWith('{') ? text : `{ ${text} }`, schema))
  })
}

function textArgument(
  given: readonly (ArgumentNode | ObjectFieldNode)[] | undefined,
  name: string,
): string | undefined {
  const value = given?.find((one) => one.name.value === name)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}

function readSelection(type: string, selection: string, schema: GraphQLSchema): RequiredField[] {
  const document = parse(`fragment Required on ${type} ${selection}`, { noLocation: true })
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

/** Whether some subgraph has an interface of others as an object. */
export function hasInterfaceObjects(supergraph: DocumentNode): boolean {
  return supergraph.definitions.some(
    (definition) =>
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION &&
      (definition.directives ?? []).some(
        ({ name, arguments: given = [] }) =>
          name.value === 'join__type' &&
          given.some(
            (argument) =>
              argument.name.value === 'isInterfaceObject' &&
              argument.value.kind === Kind.BOOLEAN &&
              argument.value.value,
          ),
      ),
  )
}
