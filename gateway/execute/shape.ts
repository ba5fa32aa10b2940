import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { isObject } from '../../kit/is-object.ts'
import { createCollectFields } from './collect-fields.ts'
import { createCompleteLeaf } from './leaf.ts'
import { type JsonObject, readOwn, writeOwn } from './own.ts'
import { PLACES_TOLD } from './places.ts'
import type { Gathered } from './run-plan.ts'
import { createIsType } from './types.ts'

/** What the client gets: only what it asked for, in its order, with its names and its schema's nulls. */
export type Shaped = {
  data: JsonObject | null
  /** Where what the subgraphs gave does not fit the schema, so that null had to take its place. */
  violations: GraphQLFormattedError[]
  /** Where the client may not see what it asked for. */
  refused: GraphQLFormattedError[]
}

export type Shape = (gathered: Pick<Gathered, 'data' | 'shared'>, introspection: JsonObject) => Shaped

/** What of one object comes later, by `@defer`. */
export type Later = {
  label: string
  path: (string | number)[]
  /** As it was gathered, which goes on. */
  value: JsonObject
  shape: ShapeObject
}

/** Shaping in parts: the first, and each that comes later, with those that come after it. */
export type DeferredShape = {
  first(data: JsonObject, introspection: JsonObject): Shaped & { later: readonly Later[] }
  next(part: Later, introspection: JsonObject): Shaped & { later: readonly Later[] }
}

export type ShapeOptions = {
  apiSchema: GraphQLSchema
  operation: OperationDefinitionNode
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Coerced; only those on which `@skip` and `@include` depend are read. */
  conditions: Record<string, unknown>
  /** The name under which the plan fetched a field, when it is not the client's. */
  fetchedAs(field: FieldNode): string
  /** What the client may not see: null stands for such a field, and the fields of such a fragment are left out. */
  refused?: ReadonlySet<SelectionNode> | undefined
  /** Whether a fragment comes later, and under which label. */
  deferLabel?: ((fragment: InlineFragmentNode) => string | undefined) | undefined
}

/** What a client is told where it may not see something. */
export function unauthorized(path: readonly (string | number)[]): GraphQLFormattedError {
  const extensions = { code: 'UNAUTHORIZED_FIELD_OR_TYPE' }
  return { message: 'Unauthorized field or type', ...(path.length > 0 ? { path } : {}), extensions }
}

const UNKNOWN_TYPE = 'A subgraph gave an object of a type that does not fit here.'

/** Null that stands for a violation which has been told of already. */
const NULLED = Symbol('nulled')

type State = {
  introspection: JsonObject
  violations: GraphQLFormattedError[]
  refused: GraphQLFormattedError[]
  violated: boolean
  /** Kept only in a second pass, once it is known that there are violations to tell of. */
  path: (string | number)[] | undefined
  /** What became of an object that stands at several places. */
  done: Map<ShapeObject, Map<JsonObject, unknown>> | undefined
  later: Later[]
}

/** Gives the shaped value, null, or NULLED. */
type Complete = (value: unknown, state: State) => unknown
type ShapeObject = (value: JsonObject, state: State) => unknown

type Field = {
  responseName: string
  source: string
  nonNull: boolean
  complete: Complete
  describe(): string
}

/**
 * Compiles the shaping of one operation for one set of conditions; each selection once for each type that turns up.
 * An object may name an interface as its type, as an `@interfaceObject` does, as long as the client does not ask for it.
 */
export function compileShape(options: ShapeOptions): Shape {
  const shapeRoot = compileRoot(options)
  return ({ data, shared }, introspection) => {
    const once = pass(shapeRoot, data, { introspection, shared })
    return once.violated ? pass(shapeRoot, data, { introspection, path: [] }) : once
  }
}

/** The same for an operation of which parts come later. */
export function compileDeferredShape(options: ShapeOptions): DeferredShape {
  const shapeRoot = compileRoot(options)
  return {
    first: (data, introspection) => pass(shapeRoot, data, { introspection, path: [] }),
    next: ({ shape, value, path }, introspection) => pass(shape, value, { introspection, path: [...path] }),
  }
}

function pass(
  shape: ShapeObject,
  value: JsonObject,
  { introspection, path, shared }: { introspection: JsonObject; path?: State['path']; shared?: boolean },
) {
  const state: State = {
    introspection,
    violations: [],
    refused: [],
    violated: false,
    path,
    done: shared ? new Map() : undefined,
    later: [],
  }
  const shaped = shape(value, state)
  const { violations, refused, violated, later } = state
  return { data: shaped === NULLED ? null : (shaped as JsonObject), violations, refused, violated, later }
}

function compileRoot(options: ShapeOptions): ShapeObject {
  const { apiSchema, operation, fragments, conditions, fetchedAs, refused, deferLabel } = options
  const isType = createIsType(apiSchema)
  const collectFields = createCollectFields({ fragments, conditions, refused, deferLabel, isType })
  return compileObject([operation.selectionSet], apiSchema.getRootType(operation.operation)?.name ?? '')

  function compileObject(selectionSets: readonly SelectionSetNode[], declaredType: string): ShapeObject {
    const byType = new Map<string, ShapeObject | undefined>()
    const shape: ShapeObject = (value, state) => {
      const typename = typeof value.__typename === 'string' ? value.__typename : declaredType
      let shapeFields = byType.get(typename)
      if (!shapeFields && !byType.has(typename)) {
        if (fits(typename, declaredType)) shapeFields = compileForType(selectionSets, typename)
        // Only names that the schema knows are kept: others are a subgraph's to choose, without end.
        if (shapeFields) byType.set(typename, shapeFields)
      }
      if (!shapeFields) return violate(state, UNKNOWN_TYPE)
      if (!state.done) return shapeFields(value, state)
      let done = state.done.get(shape)
      if (!done) state.done.set(shape, (done = new Map()))
      const known = done.get(value)
      if (known !== undefined) return known
      const shaped = shapeFields(value, state)
      done.set(value, shaped)
      return shaped
    }
    return shape
  }

  /** An `@interfaceObject` may name the interface where a type of it is declared. */
  function fits(typename: string, declaredType: string): boolean {
    return isType(typename, declaredType) || isType(declaredType, typename)
  }

  function compileForType(
    selectionSets: readonly SelectionSetNode[],
    typename: string,
  ): ShapeObject | undefined {
    const type = apiSchema.getType(typename)
    if (!isCompositeType(type)) return undefined
    const { groups, leavesOut, deferred } = collectFields(selectionSets, typename)
    const later = deferred.map(({ label, selectionSet }) => ({
      label,
      shape: compileObject([selectionSet], typename),
    }))
    const fields: Field[] = []
    for (const [responseName, nodes] of groups) {
      const field = compileField(responseName, nodes, typename)
      if (field) fields.push(field)
    }
    return (value, state) => {
      const shaped: JsonObject = {}
      if (leavesOut) refuseHere(state)
      for (const part of later) state.later.push({ ...part, value, path: [...(state.path ?? [])] })
      for (const field of fields) {
        state.path?.push(field.responseName)
        let completed = field.complete(readOwn(value, field.source), state)
        if (completed === null && field.nonNull) {
          completed = violate(state, `Cannot return null for non-nullable field ${field.describe()}.`)
        }
        state.path?.pop()
        if (completed === NULLED) {
          if (field.nonNull) return NULLED
          completed = null
        }
        writeOwn(shaped, field.responseName, completed)
      }
      return shaped
    }
  }

  function compileField(
    responseName: string,
    nodes: readonly FieldNode[],
    typename: string,
  ): Field | undefined {
    const [node] = nodes
    if (!node) return undefined
    const name = node.name.value
    const described = { responseName, source: fetchedAs(node), describe: () => `${typename}.${responseName}` }
    if (name === '__typename') {
      const known = isObjectType(apiSchema.getType(typename))
      return {
        ...described,
        nonNull: true,
        complete: (_, state) => (known ? typename : violate(state, UNKNOWN_TYPE)),
      }
    }
    if (name === '__schema' || name === '__type') {
      return {
        ...described,
        nonNull: false,
        complete: (_, { introspection }) => introspection[responseName] ?? null,
      }
    }
    const type = apiSchema.getType(typename)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    if (!field) return undefined
    const nonNull = isNonNullType(field.type)
    if (refused && nodes.some((one) => refused.has(one))) {
      return { ...described, nonNull, complete: (_, state) => refuseHere(state) }
    }
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    return {
      ...described,
      nonNull,
      complete: compileValue(field.type, selectionSets, described.describe),
    }
  }

  /** For the type without its `!`, which whoever writes the value enforces. */
  function compileValue(
    type: GraphQLOutputType,
    selectionSets: readonly SelectionSetNode[],
    describe: () => string,
  ): Complete {
    if (isNonNullType(type)) return compileValue(type.ofType, selectionSets, describe)
    if (isListType(type)) {
      return compileList(
        isNonNullType(type.ofType),
        compileValue(type.ofType, selectionSets, describe),
        describe,
      )
    }
    if (isCompositeType(type)) {
      const shape = compileObject(selectionSets, type.name)
      return (value, state) => {
        if (value === undefined || value === null) return null
        return isObject(value) ? shape(value, state) : misfit(state, describe)
      }
    }
    const completeLeaf = createCompleteLeaf(type)
    return (value, state) => {
      if (value === undefined || value === null) return null
      return completeLeaf(value) ?? misfit(state, describe)
    }
  }

  function compileList(itemNonNull: boolean, complete: Complete, describe: () => string): Complete {
    return (value, state) => {
      if (value === undefined || value === null) return null
      if (!Array.isArray(value)) return misfit(state, describe)
      const shaped: unknown[] = new Array(value.length)
      let nulled = false
      for (let index = 0; index < value.length; index++) {
        state.path?.push(index)
        let item = complete(value[index], state)
        if (item === null && itemNonNull) {
          item = violate(state, `Cannot return null for non-nullable array element of ${describe()}.`)
        }
        state.path?.pop()
        if (item === NULLED) {
          if (itemNonNull) nulled = true
          item = null
        }
        shaped[index] = item
      }
      return nulled ? NULLED : shaped
    }
  }

  function refuseHere(state: State): typeof NULLED {
    state.violated = true
    if (state.path && state.refused.length < PLACES_TOLD) {
      state.refused.push(unauthorized([...state.path]))
    }
    return NULLED
  }

  /** Without a word of the value, which was not meant for a client. */
  function misfit(state: State, describe: () => string): typeof NULLED {
    return violate(state, `What a subgraph gave for ${describe()} is not of its type.`)
  }

  function violate(state: State, message: string): typeof NULLED {
    state.violated = true
    if (state.path && state.violations.length < PLACES_TOLD) {
      const extensions = { code: 'SUBREQUEST_MALFORMED_RESPONSE' }
      state.violations.push({ message, path: [...state.path], extensions })
    }
    return NULLED
  }
}
