import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner'
import { isObject } from '../../kit/is-object.ts'
import { type JsonObject, mergeInto, readOwn, writeOwn } from './own.ts'
import { type Rewrite, compileRewrites } from './rewrites.ts'
import type { IsType } from './types.ts'

/**
 * What a subgraph must be told of an entity to resolve it, read from what is known of it.
 * Undefined when something needed is missing, or its type is not one that this fetch is for.
 */
export type Represent = (entity: JsonObject) => JsonObject | undefined

/**
 * `requires` has a part for each type that a fetch takes. What the planner wants rewritten for `... on Media` is rewritten
 * only where that part says something: a book that is known by `... on Book { isbn }` is no `Media`, which has no `isbn`.
 */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[] | undefined,
  isType: IsType,
): Represent {
  const conditions = new Set(requires.map(conditionOf))
  const parts = requires.map((part) => {
    const mine = inputRewrites?.filter(({ path: [condition] }) => {
      return condition === conditionOf(part) || !conditions.has(condition)
    })
    return { select: compileSelection(part, isType), rewrite: compileRewrites(mine, isType) }
  })
  return (entity) => {
    const representation: JsonObject = {}
    const rewrites: Rewrite[] = []
    for (const { select, rewrite } of parts) {
      const selected: JsonObject = {}
      if (!select(entity, selected)) return undefined
      if (selected.__typename === undefined) continue
      mergeInto(representation, selected, isType)
      if (rewrite) rewrites.push(rewrite)
    }
    for (const rewrite of rewrites) rewrite(representation)
    return representation.__typename === undefined ? undefined : representation
  }
}

function conditionOf(part: QueryPlanSelectionNode): string | undefined {
  return part.kind === 'InlineFragment' && part.typeCondition ? `... on ${part.typeCondition}` : undefined
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
