import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { isSelected } from '../operation/conditions.ts'
import { createCompleteLeaf } from './leaf.ts'
import { type JsonObject, isObject, readOwn, writeOwn } from './own.ts'
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

export type Shape = (gathered: Gathered, introspection: JsonObject) => Shaped

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
export function compileShape({
  apiSchema,
  operation,
  fragments,
  conditions,
  fetchedAs,
  refused,
}: ShapeOptions): Shape {
  const isType = createIsType(apiSchema)
  const rootType = apiSchema.getRootType(operation.operation)?.name ?? ''
  const shapeRoot = compileObject([operation.selectionSet], rootType)

  return (gathered, introspection) => {
    const once = pass({ tracked: false, shared: gathered.shared })
    if (!once.state.violated) return { data: once.data, violations: [], refused: [] }
    const told = pass({ tracked: true, shared: false })
    const { violations, refused } = told.state
    return { data: told.data, violations, refused }

    function pass({ tracked, shared }: { tracked: boolean; shared: boolean }) {
      const state: State = {
        introspection,
        violations: [],
        refused: [],
        violated: false,
        path: tracked ? [] : undefined,
        done: shared ? new Map() : undefined,
      }
      const data = shapeRoot(gathered.data, state)
      return { data: data === NULLED ? null : (data as JsonObject), state }
    }
  }

  function compileObject(selectionSets: readonly SelectionSetNode[], declaredType: string): ShapeObject {
    const byType = new Map<string, ShapeObject | undefined>()
    const shape: ShapeObject = (value, state) => {
      const typename = typeof value.__typename === 'string' ? value.__typename : declaredType
      let shapeFields = byType.get(typename)
      if (!shapeFields && !byType.has(typename)) {
        shapeFields = compileForType(selectionSets, typename)
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

  function compileForType(
    selectionSets: readonly SelectionSetNode[],
    typename: string,
  ): ShapeObject | undefined {
    const type = apiSchema.getType(typename)
    if (!isCompositeType(type)) return undefined
    const groups = new Map<string, FieldNode[]>()
    let leavesOut = false
    for (const selectionSet of selectionSets) {
      leavesOut = collect(selectionSet, typename, groups, new Set()) || leavesOut
    }
    const fields: Field[] = []
    for (const [responseName, nodes] of groups) {
      const field = compileField(responseName, nodes, typename)
      if (field) fields.push(field)
    }
    return (value, state) => {
      const shaped: JsonObject = {}
      if (leavesOut) refuseHere(state)
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

  /** Gives true when the client may not see a fragment that applies. */
  function collect(
    { selections }: SelectionSetNode,
    typename: string,
    groups: Map<string, FieldNode[]>,
    visited: Set<string>,
  ): boolean {
    let leavesOut = false
    for (const selection of selections) {
      if (!isSelected(selection, conditions)) continue
      if (selection.kind === Kind.FIELD) {
        const responseName = selection.alias?.value ?? selection.name.value
        const group = groups.get(responseName)
        if (group) group.push(selection)
        else groups.set(responseName, [selection])
        continue
      }
      let fragment: Pick<FragmentDefinitionNode, 'selectionSet'> & {
        typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined
      } = selection as never
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const spread = fragments.get(selection.name.value)
        if (!spread || visited.has(selection.name.value)) continue
        visited.add(selection.name.value)
        fragment = spread
      }
      const condition = fragment.typeCondition?.name.value
      if (condition !== undefined && !isType(typename, condition)) continue
      if (refused?.has(selection)) leavesOut = true
      else leavesOut = collect(fragment.selectionSet, typename, groups, visited) || leavesOut
    }
    return leavesOut
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
