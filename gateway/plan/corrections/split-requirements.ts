import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  isAbstractType,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { refuse } from '../../errors.ts'
import { type JsonObject, isObject, readOwn, writeOwn } from '../../execute/own.ts'
import type { Gathered } from '../../execute/run-plan.ts'
import { spreadFragments } from '../spread-fragments.ts'
import type { Requirements } from './requirements.ts'

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
  const conflicting = new Set(
    [...requirements.keys()].filter((one) =>
      [...requirements.keys()].some((other) => inConflict(one, other, requirements)),
    ),
  )
  const internal = new Set([...requirements.values()].flat().map(({ name }) => name))

  /** @throws RequestErrors for a mutation or a subscription that would have to be split */
  return (document: DocumentNode, operation: OperationDefinitionNode): Parts => {
    const whole: Parts = { documents: [document], merge: ([only]) => only as Gathered }
    if (conflicting.size === 0) return whole
    // One fragment may be needed whole in one part and not in another.
    const spread = spreadFragments(document, operation)
    const required = requiringFields(spread, conflicting, apiSchema)
    const groups = group([...new Set([...required.values()].flat())].sort(), requirements)
    if (groups.length < 2) return whole
    if (operation.operation !== 'query') {
      const fields = groups.flat().map((coordinate) => `"${coordinate}"`)
      throw refuse(
        'BAD_REQUEST',
        `The fields ${fields.join(' and ')} need different values of one field, and cannot be asked for in one ${operation.operation}. Ask for them in a query.`,
      )
    }
    const groupOf = (field: FieldNode): number => {
      const coordinates = required.get(field) ?? []
      return Math.max(0, ...coordinates.map((one) => groups.findIndex((members) => members.includes(one))))
    }
    return {
      documents: groups.map((_, index) => part(spread, index, groupOf)),
      merge: (gathered) => mergeParts(gathered, internal),
    }
  }
}

function inConflict(one: string, other: string, requirements: Requirements): boolean {
  return (requirements.get(one) ?? []).some((a) =>
    (requirements.get(other) ?? []).some((b) => a.coordinate === b.coordinate && a.arguments !== b.arguments),
  )
}

/** As few groups as come from taking each field into the first group where it disturbs nobody. */
function group(coordinates: readonly string[], requirements: Requirements): string[][] {
  const groups: string[][] = []
  for (const coordinate of coordinates) {
    const fitting = groups.find((members) =>
      members.every((member) => !inConflict(member, coordinate, requirements)),
    )
    if (fitting) fitting.push(coordinate)
    else groups.push([coordinate])
  }
  return groups
}

/** The fields of an operation whose requirements are in conflict with some other field's, with their coordinates. */
function requiringFields(
  operation: OperationDefinitionNode,
  conflicting: ReadonlySet<string>,
  schema: GraphQLSchema,
): Map<FieldNode, string[]> {
  const found = new Map<FieldNode, string[]>()
  const types = new TypeInfo(schema)
  visit(
    operation,
    visitWithTypeInfo(types, {
      Field(field) {
        const parent = types.getParentType()
        if (!parent) return
        const possible = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent]
        const coordinates = possible
          .map(({ name }) => `${name}.${field.name.value}`)
          .filter((coordinate) => conflicting.has(coordinate))
        if (coordinates.length > 0) found.set(field, coordinates)
      },
    }),
  )
  return found
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
