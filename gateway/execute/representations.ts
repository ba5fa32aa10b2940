import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import { type JsonObject, isObject, mergeInto, readOwn, writeOwn } from './own.ts'
import type { IsType } from './types.ts'

/**
 * What a subgraph must be told of an entity to resolve it, read from what is known of it.
 * Undefined when something needed is missing, or its type is not one that this fetch is for.
 */
export type Represent = (entity: JsonObject) => JsonObject | undefined

export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  isType: IsType,
): Represent {
  const select = compileSelections(requires, isType)
  return (entity) => {
    const representation = select(entity)
    return representation?.__typename === undefined ? undefined : representation
  }
}

function compileSelections(selections: readonly QueryPlanSelectionNode[], isType: IsType): Represent {
  const compiled = selections.map((selection) => compileSelection(selection, isType))
  return (entity) => {
    const into: JsonObject = {}
    return compiled.every((select) => select(entity, into)) ? into : undefined
  }
}

/** Gives false when what it needs is missing. */
type Select = (entity: JsonObject, into: JsonObject) => boolean

function compileSelection(selection: QueryPlanSelectionNode, isType: IsType): Select {
  const inner = selection.selections && compileSelections(selection.selections, isType)
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection
    return (entity, into) => {
      const type = entity.__typename
      if (typeCondition && !(typeof type === 'string' && isType(type, typeCondition))) return true
      const selected = inner?.(entity)
      if (selected) mergeInto(into, selected, isType)
      return true
    }
  }
  const name = selection.alias ?? selection.name
  return (entity, into) => {
    const value = readOwn(entity, name)
    if (value === undefined) return false
    writeOwn(into, name, inner ? selectIn(value, inner) : value)
    return true
  }
}

function selectIn(value: unknown, select: Represent): unknown {
  if (Array.isArray(value)) return value.map((item) => selectIn(item, select))
  return isObject(value) ? (select(value) ?? null) : null
}
