import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isUnionType,
  print,
} from 'graphql'
import { spreadFragments } from '../spread-fragments.ts'
import { group, partOperation } from './parts.ts'

/** The fields that subgraphs add to an interface of others, by the interface. */
export type ObjectFields = ReadonlyMap<string, ReadonlySet<string>>

/** Reads what subgraphs have on interfaces that are an `@interfaceObject` to them. */
export function readObjectFields(supergraph: DocumentNode): ObjectFields {
  const fields = new Map<string, Set<string>>()
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    const graphs = new Set(
      argumentsOf(type, 'join__type').flatMap((given) =>
        given.get('isInterfaceObject') === 'true' ? [given.get('graph')] : [],
      ),
    )
    if (graphs.size === 0) continue
    const own = new Set<string>()
    for (const field of type.fields ?? []) {
      for (const given of argumentsOf(field, 'join__field')) {
        if (!graphs.has(given.get('graph')) || given.get('external') === 'true') continue
        own.add(field.name.value)
      }
    }
    fields.set(type.name.value, own)
  }
  return fields
}

type Directed = NonNullable<Parameters<typeof directivesOf>[0]>

function argumentsOf(node: Directed, name: string): Map<string, string>[] {
  return directivesOf(node)
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: given = [] }) => new Map(given.map((one) => [one.name.value, print(one.value)])))
}

function directivesOf({ directives = [] }: Pick<FieldNode, 'directives'>) {
  return directives
}

type Place = { path: string; parent: GraphQLCompositeType; possible: ReadonlySet<string> }

/** A field that subgraphs add to an interface, as it is selected at a place. */
type Narrowed = {
  field: FieldNode
  path: string
  /** Its text, and that text without what is selected within it. */
  what: string
  head: string
  possible: ReadonlySet<string>
  nonNull: boolean
}

/**
 * Splits a query that asks for different things of the types of an interface which is an `@interfaceObject` elsewhere.
 *
 * Of `media { ... on Film { reviews { flag } } reviews { id } }` the planner makes one `... on Media { reviews { flag id } }`
 * for books as well, and where a book's `flag` fails, its reviews are null.
 */
export function createSplitNarrowed(objectFields: ObjectFields, schema: GraphQLSchema) {
  function possibleOf(type: GraphQLCompositeType): ReadonlySet<string> {
    return new Set(isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name])
  }

  function find({ selections }: SelectionSetNode, place: Place, found: Narrowed[]): void {
    const { path, parent, possible } = place
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = schema.getType(selection.typeCondition?.name.value ?? parent.name)
        if (!isCompositeType(type)) continue
        const others = possibleOf(type)
        const narrower = new Set([...possible].filter((name) => others.has(name)))
        find(selection.selectionSet, { path, parent: type, possible: narrower }, found)
      } else if (selection.kind === Kind.FIELD && !isUnionType(parent)) {
        const definition = parent.getFields()[selection.name.value]
        if (!definition) continue
        const type = getNamedType(definition.type)
        if (isObjectField(parent, selection.name.value)) {
          const head = print({ ...selection, directives: [], selectionSet: undefined })
          const nonNull = isNonNullType(definition.type)
          found.push({
            field: selection,
            path,
            what: print({ ...selection, directives: [] }),
            head,
            possible,
            nonNull,
          })
        }
        if (!selection.selectionSet || !isCompositeType(type)) continue
        const inner = `${path}/${(selection.alias ?? selection.name).value}`
        find(selection.selectionSet, { path: inner, parent: type, possible: possibleOf(type) }, found)
      }
    }
  }

  function isObjectField(parent: GraphQLCompositeType, name: string): boolean {
    const interfaces = isUnionType(parent) ? [] : parent.getInterfaces()
    return [parent, ...interfaces].some((type) => objectFields.get(type.name)?.has(name))
  }

  return (document: DocumentNode, operation: OperationDefinitionNode): readonly DocumentNode[] => {
    const type = schema.getRootType(operation.operation)
    // What cannot be done twice is asked for as it is.
    if (objectFields.size === 0 || !type || operation.operation !== 'query') return [document]
    const spread = spreadFragments(document, operation)
    const found: Narrowed[] = []
    find(spread.selectionSet, { path: '', parent: type, possible: possibleOf(type) }, found)
    const groups = group(inFull(found), disturb)
    return groups.length < 2
      ? [document]
      : partOperation(
          spread,
          groups.map((members) => members.flatMap(({ fields }) => fields.map((field) => ({ field })))),
        )
  }
}

/** The same at one place, with all the types for which it is selected. */
type Same = Omit<Narrowed, 'field'> & { fields: readonly FieldNode[] }

/** Those for the most types first. */
function inFull(found: readonly Narrowed[]): Same[] {
  const all = [...Map.groupBy(found, ({ path, what }) => `${path} ${what}`).values()]
  return all
    .flatMap((members): Same[] => {
      const possible = new Set(members.flatMap((one) => [...one.possible]))
      return members
        .slice(0, 1)
        .map((one) => ({ ...one, possible, fields: members.map(({ field }) => field) }))
    })
    .sort((one, other) => other.possible.size - one.possible.size)
}

/**
 * Asked of a type that it was not selected for, a field can take with it what was: all of the entity when it may not be
 * null, else all of the same field.
 */
function disturb(one: Same, other: Same): boolean {
  if (one.path !== other.path) return false
  const reaches = (a: Same, b: Same) =>
    (a.nonNull || a.head === b.head) && [...b.possible].some((name) => !a.possible.has(name))
  return reaches(one, other) || reaches(other, one)
}
