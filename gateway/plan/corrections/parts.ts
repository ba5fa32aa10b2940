import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { isObject } from '../../../kit/is-object.ts'
import { type JsonObject, readOwn, writeOwn } from '../../execute/own.ts'
import type { Gathered } from '../../execute/run-plan.ts'
import { createIsType } from '../../execute/types.ts'
import type { Requirements } from './requirements.ts'

/** As few groups as come from taking each field into the first group where it disturbs nobody. */
export function group<Field>(
  fields: readonly Field[],
  disturb: (one: Field, other: Field) => boolean,
): Field[][] {
  const groups: Field[][] = []
  for (const field of fields) {
    const fitting = groups.find((members) => members.every((member) => !disturb(member, field)))
    if (fitting) fitting.push(field)
    else groups.push([field])
  }
  return groups
}

/**
 * An operation without fragment spreads as several, each planned for itself. The first has everything but the other groups'
 * fields; any other has its group's fields and the way to them.
 */
export function partOperation(
  operation: OperationDefinitionNode,
  groups: readonly (readonly { field: FieldNode }[])[],
): DocumentNode[] {
  const groupOf = new Map(groups.flatMap((members, index) => members.map(({ field }) => [field, index])))
  return groups.map((_, index) => part(operation, index, (field) => groupOf.get(field) ?? 0))
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

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

/** What the plans of the parts gathered, laid over each other. */
export type MergeParts = (gathered: readonly Gathered[]) => Gathered

/** What each part required for itself may differ between them. */
export function createMergeParts(requirements: Requirements, fullSchema: GraphQLSchema): MergeParts {
  const internal = new Set([...requirements.values()].flat().map(({ name }) => name))
  const isType = createIsType(fullSchema)

  return (gathered) => {
    const [first, ...others] = gathered
    if (first && others.length === 0) return first
    const errors = new Map(
      gathered.flatMap((one) => one.errors).map((error) => [JSON.stringify(error), error]),
    )
    const merged: Gathered = {
      data: first?.data ?? {},
      errors: [],
      shared: gathered.some(({ shared }) => shared),
    }
    for (const { data } of others) {
      try {
        overlay(merged.data, data)
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
  function overlay(target: JsonObject, source: JsonObject): void {
    for (const key of Object.keys(source)) {
      const present = readOwn(target, key)
      const value = source[key]
      if (present === undefined) writeOwn(target, key, value)
      else if (key === '__typename') {
        if (typeof value === 'string' && typeof present === 'string' && isType(value, present))
          target[key] = value
      } else if (!internal.has(key) || isObject(present) || Array.isArray(present)) {
        overlayValue(present, value)
      }
    }
  }

  function overlayValue(present: unknown, value: unknown): void {
    // One of the two failed there, and its error says so.
    if (present === null || value === null) return
    if (isObject(present) && isObject(value)) overlay(present, value)
    else if (Array.isArray(present) && Array.isArray(value)) {
      if (present.length !== value.length) throw new Misaligned()
      present.forEach((item, index) => overlayValue(item, value[index]))
    } else if (present !== value) throw new Misaligned()
  }
}
