import type { Schema } from '@apollo/federation-internals'
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  print,
  visit,
} from 'graphql'

/** How events are numbered, so that a stream of them can be taken up again where it was left. */
export type Numbered = {
  /** The gateway's own variable, in the place of whatever the client gave for `afterSequence`. */
  after: string
  /** Where an event has its number, beside what the client asked for: `data[field][sequence]`. */
  field: string
  sequence: string
  /** The client's number; undefined when it gave none. */
  afterOf(coerced: Record<string, unknown>): number | undefined
  /** The client's variable, when it stood nowhere else: what differs in it alone is the same subscription. */
  ownVariable: string | undefined
}

/** What the one root field of a subscription lets the gateway do with it. */
export type LiveField = {
  numbered: Numbered | undefined
  /** Tagged so by its authors: it begins with nothing, so who joins later has missed nothing. */
  broadcast: boolean
  /** The document to plan, in place of the client's. */
  extend(document: DocumentNode): DocumentNode
}

const AFTER = 'afterSequence'
const SEQUENCE = 'sequence'

/**
 * Reads what a subscription's root field offers.
 *
 * A field with an argument `afterSequence: Int` (nullable, without a default) whose type has `sequence: Int!` can be taken
 * up again. Its subgraph promises: events come in the order of their numbers; with `afterSequence: n` everything after n
 * comes, each once; without it, what comes first may stand for the past up to its own number.
 * @param operation with its root conditions decided, so that its root selections are fields
 */
export function readLiveField(options: {
  schema: GraphQLSchema
  document: DocumentNode
  operation: OperationDefinitionNode
  broadcastFields: ReadonlySet<string>
}): LiveField {
  const { schema, document, operation, broadcastFields } = options
  const fields = operation.selectionSet.selections.filter(isField)
  const [field] = fields
  const broadcast = field !== undefined && broadcastFields.has(field.name.value)
  if (!field || !canBeNumbered(schema, field.name.value)) {
    return { numbered: undefined, broadcast, extend: (part) => part }
  }
  const text = print(document)
  const after = freeName('simpulAfter', text)
  const sequence = freeName('simpulSequence', text)
  const given = argumentOf(field)?.value
  const variable = given?.kind === Kind.VARIABLE ? given.name.value : undefined

  function extended(selection: SelectionNode): SelectionNode {
    if (!isField(selection) || !selection.selectionSet) return selection
    const others = (selection.arguments ?? []).filter(({ name }) => name.value !== AFTER)
    return {
      ...selection,
      arguments: [...others, argument(after)],
      selectionSet: {
        ...selection.selectionSet,
        selections: [...selection.selectionSet.selections, aliased(sequence)],
      },
    }
  }

  return {
    broadcast,
    numbered: {
      after,
      field: (field.alias ?? field.name).value,
      sequence,
      afterOf(coerced) {
        const value =
          variable === undefined
            ? given?.kind === Kind.INT
              ? Number(given.value)
              : undefined
            : coerced[variable]
        return typeof value === 'number' ? value : undefined
      },
      ownVariable:
        variable !== undefined && usesOf(document, variable) === fields.length ? variable : undefined,
    },
    extend: (part) => ({
      ...part,
      definitions: part.definitions.map((definition) =>
        definition.kind !== Kind.OPERATION_DEFINITION
          ? definition
          : {
              ...definition,
              variableDefinitions: [...(definition.variableDefinitions ?? []), declared(after)],
              selectionSet: {
                ...definition.selectionSet,
                selections: definition.selectionSet.selections.map(extended),
              },
            },
      ),
    }),
  }
}

/** Root fields of `Subscription` that are tagged `@tag(name: "broadcast")`, by whatever name the directive goes there. */
export function readBroadcastFields(supergraph: Schema): Set<string> {
  const tag = supergraph.coreFeatures
    ?.getByIdentity('https://specs.apollo.dev/tag')
    ?.directiveNameInSchema('tag')
  const fields = supergraph.schemaDefinition.rootType('subscription')?.fields() ?? []
  return new Set(
    fields
      .filter((field) => tag !== undefined && field.appliedDirectivesOf(tag).some(isBroadcast))
      .map(({ name }) => name),
  )
}

function isBroadcast(tag: { arguments(): Record<string, unknown> }): boolean {
  return tag.arguments().name === 'broadcast'
}

function canBeNumbered(schema: GraphQLSchema, name: string): boolean {
  const field = schema.getSubscriptionType()?.getFields()[name]
  const after = field?.args.find((one) => one.name === AFTER)
  if (!field || !after || String(after.type) !== 'Int' || after.defaultValue !== undefined) return false
  const type = getNullableType(field.type)
  // Of a list of things there is no one number.
  if (getNamedType(type) !== type || !(isObjectType(type) || isInterfaceType(type))) return false
  const sequence = type.getFields()[SEQUENCE]
  return (
    sequence !== undefined &&
    isNonNullType(sequence.type) &&
    String(sequence.type) === 'Int!' &&
    sequence.args.length === 0
  )
}

function isField(selection: SelectionNode): selection is FieldNode {
  return selection.kind === Kind.FIELD
}

function argumentOf(field: FieldNode): ArgumentNode | undefined {
  return field.arguments?.find(({ name }) => name.value === AFTER)
}

function usesOf(document: DocumentNode, variable: string): number {
  let uses = 0
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      if (name.value === variable) uses += 1
    },
  })
  return uses
}

/** A name that the client uses for nothing. */
function freeName(name: string, text: string): string {
  while (text.includes(name)) name += '_'
  return name
}

function argument(variable: string): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: named(AFTER), value: { kind: Kind.VARIABLE, name: named(variable) } }
}

function aliased(alias: string): FieldNode {
  return { kind: Kind.FIELD, alias: named(alias), name: named(SEQUENCE) }
}

function declared(variable: string) {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: named(variable) },
    type: { kind: Kind.NAMED_TYPE, name: named('Int') },
  } as const
}

function named(value: string) {
  return { kind: Kind.NAME, value } as const
}
