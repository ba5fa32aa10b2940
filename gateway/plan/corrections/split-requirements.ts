import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  doTypesOverlap,
  isAbstractType,
  isCompositeType,
  isUnionType,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { refuse } from '../../errors.ts'
import { type JsonObject, isObject, readOwn, writeOwn } from '../../execute/own.ts'
import type { Gathered } from '../../execute/run-plan.ts'
import { spreadFragments } from '../spread-fragments.ts'
import type { RequiredField, Requirements } from './requirements.ts'

/** The parts of an operation, each planned for itself; one, the document as it is, for nearly every operation. */
export type Parts = { documents: readonly DocumentNode[]; merge(gathered: readonly Gathered[]): Gathered }

/**
 * Splits a query whose fields require one field with different arguments.
 *
 * With `shippingEstimate @requires(fields: "price(currency: \"USD\")")` beside
 * `shippingEstimateEUR @requires(fields: "price(currency: \"EUR\")")`, a plan has one `price` to give to both, and one of
 * them is silently computed from the wrong currency. Each gets a plan of its own, and what they gather is laid over each
 * other. A mutation would be made twice, and an event comes once: those are refused.
 */
export function createSplitRequirements(requirements: Requirements, apiSchema: GraphQLSchema) {
  const internal = new Set([...requirements.values()].flat().map(({ name }) => name))
  const inConflict = createInConflict(requirements, apiSchema)
  const conflicting = new Set(
    [...requirements.keys()].filter((one) =>
      [...requirements.keys()].some((other) => inConflict(one, other)),
    ),
  )

  /** @throws RequestErrors for what cannot be split: a mutation, a subscription, or one field */
  return (document: DocumentNode, operation: OperationDefinitionNode): Parts => {
    const whole: Parts = { documents: [document], merge: ([only]) => only as Gathered }
    if (conflicting.size === 0) return whole
    // One fragment may be needed whole in one part and not in another.
    const spread = spreadFragments(document, operation)
    const requiring = requiringFields(spread, conflicting, apiSchema)
    const impossible = requiring.flatMap(({ coordinates }) => coordinates).find((one) => inConflict(one, one))
    if (impossible !== undefined) {
      throw refuse(
        'BAD_REQUEST',
        `The field "${impossible}" needs different values of one field, and cannot be served.`,
      )
    }
    const groups = group(requiring, inConflict)
    if (groups.length < 2) return whole
    if (operation.operation !== 'query') {
      const fields = [...new Set(groups.flat().flatMap(({ coordinates }) => coordinates))].sort()
      throw refuse(
        'BAD_REQUEST',
        `The fields ${fields.map((one) => `"${one}"`).join(' and ')} need different values of one field, and cannot be asked for in one ${operation.operation}. Ask for them in a query.`,
      )
    }
    const groupOf = new Map(groups.flatMap((members, index) => members.map(({ field }) => [field, index])))
    return {
      documents: groups.map((_, index) => part(spread, index, (field) => groupOf.get(field) ?? 0)),
      merge: (gathered) => mergeParts(gathered, internal),
    }
  }
}

type InConflict = (one: string, other: string) => boolean

/**
 * Whether two fields require one field with different arguments. An interface's field is that of its types: what an
 * `@interfaceObject` requires of every `Media` may be what another subgraph requires of a `Book`.
 */
function createInConflict(requirements: Requirements, schema: GraphQLSchema): InConflict {
  const same = (one: RequiredField, other: RequiredField) =>
    one.coordinate === other.coordinate ||
    (one.name === other.name && overlap(typeOf(one.coordinate), typeOf(other.coordinate)))

  function overlap(one: string, other: string): boolean {
    const [a, b] = [schema.getType(one), schema.getType(other)]
    return isCompositeType(a) && isCompositeType(b) && doTypesOverlap(schema, a, b)
  }

  return (one, other) =>
    (requirements.get(one) ?? []).some((a) =>
      (requirements.get(other) ?? []).some((b) => a.arguments !== b.arguments && same(a, b)),
    )
}

function typeOf(coordinate: string): string {
  return coordinate.slice(0, coordinate.indexOf('.'))
}

/** A field of an operation that requires what another may require with other arguments. */
type Requiring = { field: FieldNode; coordinates: readonly string[]; path: string }

/** As few groups as come from taking each field into the first group where it disturbs nobody. */
function group(fields: readonly Requiring[], inConflict: InConflict): Requiring[][] {
  const groups: Requiring[][] = []
  for (const field of fields) {
    const fitting = groups.find((members) => members.every((member) => !disturb(member, field)))
    if (fitting) fitting.push(field)
    else groups.push([field])
  }
  return groups

  /** What is required stands beside the field or below it, so that fields at places apart cannot disturb each other. */
  function disturb(one: Requiring, other: Requiring): boolean {
    return (
      (one.path.startsWith(other.path) || other.path.startsWith(one.path)) &&
      one.coordinates.some((a) => other.coordinates.some((b) => inConflict(a, b)))
    )
  }
}

/**
 * The fields of an operation whose requirements are in conflict with some field's, in the order of their names.
 */
function requiringFields(
  operation: OperationDefinitionNode,
  conflicting: ReadonlySet<string>,
  schema: GraphQLSchema,
): Requiring[] {
  const found: Requiring[] = []
  const types = new TypeInfo(schema)
  const path: string[] = []
  visit(
    operation,
    visitWithTypeInfo(types, {
      Field: {
        enter(field) {
          const parent = types.getParentType()
          const coordinates = (parent ? namesOf(parent, schema) : [])
            .map((name) => `${name}.${field.name.value}`)
            .filter((coordinate) => conflicting.has(coordinate))
          if (coordinates.length > 0) found.push({ field, coordinates, path: `${path.join('/')}/` })
          path.push((field.alias ?? field.name).value)
        },
        leave: () => void path.pop(),
      },
    }),
  )
  return found.sort((one, other) => (one.coordinates[0] ?? '').localeCompare(other.coordinates[0] ?? ''))
}

/** A field of a type may be required for it as its own, as its interfaces', or as its types'. */
function namesOf(type: GraphQLCompositeType, schema: GraphQLSchema): string[] {
  const interfaces = isUnionType(type) ? [] : type.getInterfaces()
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : []
  return [type, ...interfaces, ...types].map(({ name }) => name)
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** The first part has everything but the other groups' fields; any other has its group's fields and the way to them. */
function part(
  operation: OperationDefinitionNode,
  index: number,
  groupOf: (field: FieldNode) => number,
): DocumentNode {
  function keep({ selections }: SelectionSetNode, all: boolean): SelectionNode[] {
    return selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return []
      const whose = selection.kind === Kind.FIELD ? groupOf(selection) : 0
      if (whose !== 0 && whose !== index) return []
      const mine = all || whose === index
      if (!selection.selectionSet) return mine ? [selection] : []
      const inner = keep(selection.selectionSet, mine)
      if (inner.length === 0 && !mine) return []
      const selectionSet: SelectionSetNode = {
        kind: Kind.SELECTION_SET,
        selections: inner.length > 0 ? inner : [TYPENAME],
      }
      return [{ ...selection, selectionSet } as SelectionNode]
    })
  }
  const selections = keep(operation.selectionSet, index === 0)
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }],
  }
}

class Misaligned extends Error {}

function mergeParts(gathered: readonly Gathered[], internal: ReadonlySet<string>): Gathered {
  const [first, ...others] = gathered
  const errors = new Map(gathered.flatMap((one) => one.errors).map((error) => [JSON.stringify(error), error]))
  const merged: Gathered = {
    data: first?.data ?? {},
    errors: [],
    shared: gathered.some(({ shared }) => shared),
  }
  for (const { data } of others) {
    try {
      overlay(merged.data, data, internal)
    } catch (error) {
      if (!(error instanceof Misaligned)) throw error
      const changed = {
        message: 'The data changed while it was read. Ask again.',
        extensions: { code: 'SUBREQUEST_FAILED' },
      }
      errors.set(JSON.stringify(changed), changed)
    }
  }
  return { ...merged, errors: [...errors.values()] }
}

/** Adds what another plan gathered of the same things, as long as they are the same: keys and lengths must agree. */
function overlay(target: JsonObject, source: JsonObject, internal: ReadonlySet<string>): void {
  for (const key of Object.keys(source)) {
    const present = readOwn(target, key)
    const value = source[key]
    if (present === undefined) writeOwn(target, key, value)
    else if (!internal.has(key) || isObject(present) || Array.isArray(present)) {
      overlayValue(present, value, internal)
    }
  }
}

function overlayValue(present: unknown, value: unknown, internal: ReadonlySet<string>): void {
  // One of the two failed there, and its error says so.
  if (present === null || value === null) return
  if (isObject(present) && isObject(value)) overlay(present, value, internal)
  else if (Array.isArray(present) && Array.isArray(value)) {
    if (present.length !== value.length) throw new Misaligned()
    present.forEach((item, index) => overlayValue(item, value[index], internal))
  } else if (present !== value) throw new Misaligned()
}
