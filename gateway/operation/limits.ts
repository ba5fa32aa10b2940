import { type DocumentNode, Kind, type SelectionSetNode, visit } from 'graphql'
import { refuse } from '../errors.ts'
import { fragmentsOf } from './conditions.ts'

/** How much one request may ask for, before anything is planned or executed. */
export type Limits = {
  /** Operations in one request. */
  batch: number
  /** Lexical tokens of the document. */
  tokens: number
  /** Fields below fields. */
  depth: number
  aliases: number
  /** Things that one mutation does: each may cost as much as a password's hash, one after another. */
  mutations: number
  /** Fields after fragments are spread, since a small text can spread into millions. */
  fields: number
  /** Lists and objects within each other in the variables, or in a value that is written into the document. */
  valueDepth: number
  /** Lists within each other in a value in the document: the planner's library takes twice as long for each. */
  listDepth: number
  /** Fragments that come later by `@defer`, once they are spread: each may come in as many parts as there are objects. */
  defers: number
}

export const DEFAULT_LIMITS: Limits = {
  batch: 10,
  tokens: 10_000,
  depth: 40,
  aliases: 500,
  mutations: 20,
  fields: 20_000,
  valueDepth: 64,
  listDepth: 8,
  defers: 20,
}

type Extent = { depth: number; aliases: number; fields: number }

/**
 * Refuses a document that asks for too much. Works on a document that is not yet validated, since validation
 * itself takes time on such a document.
 * @throws RequestErrors OPERATION_TOO_LARGE
 */
export function limitDocument(document: DocumentNode, limits: Limits): void {
  limitValues(document, limits)
  limitSelections(document, limits)
}

function limitValues(document: DocumentNode, limits: Limits): void {
  let lists = 0
  let depth = 0
  visit(document, {
    ListValue: {
      enter() {
        if (++lists > limits.listDepth) throw tooLarge('lists in lists', limits.listDepth)
        if (++depth > limits.valueDepth) throw tooLarge('depth in values', limits.valueDepth)
      },
      leave() {
        lists -= 1
        depth -= 1
      },
    },
    ObjectValue: {
      enter() {
        if (++depth > limits.valueDepth) throw tooLarge('depth in values', limits.valueDepth)
      },
      leave() {
        depth -= 1
      },
    },
  })
}

function limitSelections(document: DocumentNode, limits: Limits): void {
  const fragments = fragmentsOf(document)
  const measured = new Map<string, Extent>()

  function ofFragment(name: string): Extent {
    const known = measured.get(name)
    if (known) return known
    // Also what a fragment that spreads itself finds; validation then says so.
    const extent = { depth: 0, aliases: 0, fields: 0 }
    measured.set(name, extent)
    const fragment = fragments.get(name)
    if (fragment) Object.assign(extent, ofSelections(fragment.selectionSet, 0))
    return extent
  }

  function ofSelections(selectionSet: SelectionSetNode, level: number): Extent {
    if (level > limits.depth) throw tooLarge('depth', limits.depth)
    const extent = { depth: 0, aliases: 0, fields: 0 }
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        const inner = selection.selectionSet
          ? ofSelections(selection.selectionSet, level + 1)
          : { depth: 0, aliases: 0, fields: 0 }
        extent.depth = Math.max(extent.depth, 1 + inner.depth)
        extent.aliases += inner.aliases + (selection.alias ? 1 : 0)
        extent.fields += inner.fields + 1
      } else {
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelections(selection.selectionSet, level + 1)
        extent.depth = Math.max(extent.depth, inner.depth)
        extent.aliases += inner.aliases
        extent.fields += inner.fields
      }
    }
    if (extent.depth > limits.depth) throw tooLarge('depth', limits.depth)
    if (extent.aliases > limits.aliases) throw tooLarge('aliases', limits.aliases)
    if (extent.fields > limits.fields) throw tooLarge('fields', limits.fields)
    return extent
  }

  function rootFields(selectionSet: SelectionSetNode, within: readonly string[] = []): number {
    return selectionSet.selections.reduce((count, selection) => {
      if (selection.kind === Kind.FIELD) return count + 1
      if (selection.kind === Kind.INLINE_FRAGMENT) return count + rootFields(selection.selectionSet, within)
      const name = selection.name.value
      const fragment = within.includes(name) ? undefined : fragments.get(name)
      return count + (fragment ? rootFields(fragment.selectionSet, [...within, name]) : 0)
    }, 0)
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      ofSelections(definition.selectionSet, 0)
      if (definition.operation === 'mutation' && rootFields(definition.selectionSet) > limits.mutations) {
        throw tooLarge('fields of a mutation', limits.mutations)
      }
    }
    if (definition.kind === Kind.FRAGMENT_DEFINITION) ofFragment(definition.name.value)
  }
}

/** @throws RequestErrors OPERATION_TOO_LARGE */
export function limitVariables(variables: unknown, limits: Limits): void {
  let level = [variables]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.valueDepth) throw tooLarge('depth in the variables', limits.valueDepth)
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null
        ? Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null)
        : [],
    )
  }
}

function tooLarge(what: string, limit: number) {
  return refuse('OPERATION_TOO_LARGE', `The operation asks for too much: the limit for ${what} is ${limit}.`)
}
