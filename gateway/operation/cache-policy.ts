import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { fragmentsOf } from './conditions.ts'

/** What `@cacheControl` says of a type or a field. */
type CacheHint = { maxAge?: number; private?: boolean; inherits?: boolean }

/** By a type's name, or a field's `Type.field`. */
export type CacheHints = ReadonlyMap<string, CacheHint>

/**
 * Reads every `@cacheControl(maxAge: Int, scope: PUBLIC | PRIVATE, inheritMaxAge: Boolean)` of a supergraph. Composition
 * keeps it where the subgraphs name it by `@composeDirective`.
 */
export function readCacheHints(supergraph: DocumentNode): CacheHints {
  const hints = new Map<string, CacheHint>()
  const add = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const directive = directives.find(({ name }) => name.value === 'cacheControl')
    if (directive) hints.set(coordinate, hintOf(directive))
  }
  for (const type of supergraph.definitions) {
    if (type.kind === Kind.UNION_TYPE_DEFINITION) add(type.name.value, type.directives)
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    add(type.name.value, type.directives)
    for (const field of type.fields ?? []) add(`${type.name.value}.${field.name.value}`, field.directives)
  }
  return hints
}

function hintOf(directive: ConstDirectiveNode): CacheHint {
  const hint: CacheHint = {}
  for (const { name, value } of directive.arguments ?? []) {
    if (name.value === 'maxAge' && value.kind === Kind.INT) hint.maxAge = Number(value.value)
    if (name.value === 'scope' && value.kind === Kind.ENUM) hint.private = value.value === 'PRIVATE'
    if (name.value === 'inheritMaxAge' && value.kind === Kind.BOOLEAN) hint.inherits = value.value
  }
  if (hint.inherits) delete hint.maxAge
  return hint
}

/**
 * The `Cache-Control` of a query's answers, by what it asks for alone; undefined when they may not be kept. As Apollo
 * Server has it: the shortest `maxAge` of all that is asked for, and private when any of it is. A field's hint overrules
 * its type's. Without one, root fields and what has fields of its own have 0; other leaves have their parent's.
 * https://www.apollographql.com/docs/apollo-server/performance/caching
 */
export function cacheControlOf(options: {
  hints: CacheHints
  schema: GraphQLSchema
  document: DocumentNode
  definition: OperationDefinitionNode
  /** What is shown of it depends on who asks. */
  restricted: boolean
}): string | undefined {
  const { hints, schema, document, definition, restricted } = options
  if (hints.size === 0 || definition.operation !== OperationTypeNode.QUERY) return undefined
  const types = new TypeInfo(schema)
  const fragments = fragmentsOf(document)
  const spread = new Set<string>()
  let maxAge = Infinity
  let isPrivate = restricted

  const visitor = visitWithTypeInfo(types, {
    Field({ name }) {
      const parent = types.getParentType()
      const type = getNamedType(types.getType())
      if (!parent || !type || name.value.startsWith('__')) return
      // Of a field of an interface, any of its types may come.
      const parents = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent]
      for (const one of parents)
        restrict(type, hints.get(`${one.name}.${name.value}`), one === schema.getQueryType())
    },
    FragmentSpread({ name }) {
      // A fragment adds the same wherever it is spread.
      if (spread.has(name.value)) return
      spread.add(name.value)
      const fragment = fragments.get(name.value)
      if (fragment) visit(fragment, visitor)
    },
  })

  function restrict(type: GraphQLNamedType, own: CacheHint = {}, isRoot: boolean): void {
    const ofType = (isCompositeType(type) && hints.get(type.name)) || {}
    const given = own.maxAge ?? ofType.maxAge
    const inherits = isLeafType(type) || own.inherits === true || ofType.inherits === true
    if (given !== undefined) maxAge = Math.min(maxAge, given)
    else if (isRoot || !inherits) maxAge = 0
    isPrivate ||= own.private ?? ofType.private ?? false
  }

  visit(definition, visitor)
  if (maxAge <= 0 || maxAge === Infinity) return undefined
  return `max-age=${maxAge}, ${isPrivate ? 'private' : 'public'}`
}
