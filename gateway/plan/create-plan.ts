import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import {
  type DocumentNode,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
  getOperationAST,
} from 'graphql'
import { asksForData, conditionVariables, fragmentsOf } from '../operation/conditions.ts'
import { RequestErrors, refuse } from '../errors.ts'
import { type ExecutablePlan, NO_PLAN, compilePlan } from '../execute/compile-plan.ts'
import { type Introspect, compileIntrospection } from '../execute/introspect.ts'
import type { Gathered } from '../execute/run-plan.ts'
import { type Shape, type ShapeOptions, compileShape, unauthorized } from '../execute/shape.ts'
import { createIsType } from '../execute/types.ts'
import { createLru } from '../../kit/lru.ts'
import type { LoadedSupergraph } from '../supergraph/load-supergraph.ts'
import { type LiveField, readLiveField } from '../subscribe/live-field.ts'
import type { Requirement } from '../supergraph/read-protection.ts'
import { addBareFetches } from './corrections/bare-fetches.ts'
import { planInSeries } from './corrections/mutations-in-series.ts'
import { contextBeforeUse, takesContext } from './corrections/context-before-use.ts'
import type { Restricted } from './restrict.ts'

export type PlanOptions = {
  supergraph: LoadedSupergraph
  document: DocumentNode
  operationName: string | undefined
  /** Which labels of progressive `@override` are on. */
  overrides: Map<string, boolean>
  /** Whether those that it is planned for meet what the graph requires of them. */
  meets(requirement: Requirement): boolean
}

/** Everything about an operation that does not depend on a request. */
export type PlannedOperation = {
  plan: ExecutablePlan
  /** Of a query that had to be split: the plans of its other parts, and how all of them become one. */
  others: readonly ExecutablePlan[]
  /** Of a subscription: what its field lets the gateway do. */
  live: LiveField | undefined
  merge(gathered: readonly Gathered[]): Gathered
  introspect: Introspect | undefined
  /** The shaping for what `@skip` and `@include` come to. */
  shape(coerced: Record<string, unknown>): Shape
  isForClient(name: string): boolean
  toPlanVariables(variables: Record<string, unknown>): Record<string, unknown>
  toClientPaths(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[]
}

const KEPT_SHAPES = 16

/**
 * Plans one operation of a document that is valid against the graph, and that has no `@defer`.
 * @throws RequestErrors when there is no plan
 */
export function createPlan(options: PlanOptions): PlannedOperation {
  const planning = beginPlanning(options)
  const { shown, shownOperation, apart, live, parts, introspect } = planning
  const [plan = NO_PLAN, ...others] = asksForData(shown, shownOperation) ? parts.documents.map(planPart) : []
  const isLeft = shownOperation.selectionSet.selections.length > 0

  return {
    plan,
    others,
    live,
    merge: parts.merge,
    introspect,
    shape: planning.forConditions((shapeOptions) => {
      const shape = compileShape(shapeOptions)
      return isLeft ? shape : withoutData(shape)
    }),
    isForClient: apart.isForClient,
    toPlanVariables: apart.toPlanVariables,
    toClientPaths: apart.toClientPaths,
  }

  function planPart(part: DocumentNode): ExecutablePlan {
    return compilePlan(contextBeforeUse(planning.queryPlan(part)), planning.isType)
  }
}

/** What every plan of an operation begins with. */
export function beginPlanning(options: PlanOptions) {
  const { supergraph, document, operationName, overrides, meets } = options
  const { apiSchema } = supergraph
  const operation = operationIn(document, operationName)
  const restricted = supergraph.restrict.restrict(document, operation, meets)
  if (restricted && operation.operation === 'subscription') refuseRoot(restricted)
  const shown = restricted?.document ?? document
  const shownOperation = operationIn(shown, operationName)
  const fragments = fragmentsOf(document)
  const conditions = conditionVariables(document)
  const apart = supergraph.setApart(document)
  const { broadcastFields } = supergraph
  const live =
    operation.operation === 'subscription'
      ? readLiveField({ schema: apiSchema, document: shown, operation: shownOperation, broadcastFields })
      : undefined
  const parts = supergraph.splitRequirements(shown, shownOperation)

  return {
    /** What of the operation may be seen. */
    shown,
    shownOperation,
    apart,
    live,
    parts,
    introspect: compileIntrospection(apiSchema, operation, fragments),
    isType: createIsType(supergraph.fullSchema),

    queryPlan(part: DocumentNode): QueryPlan {
      const asked = live?.extend(part) ?? part
      const plain = supergraph.plainFragments(asked, operationIn(asked, operationName))
      const applied = apart.apply(plain)
      const planned = planInSeries(applied, operationIn(applied, operationName), (document) =>
        supergraph.planner.buildQueryPlan(
          operationFromDocument(supergraph.plannerSchema, document, operationName ? { operationName } : {}),
          { overrideConditions: overrides },
        ),
      )
      // A part may have been skipped whole; an operation that asks for data may not.
      const needsData = parts.documents.length === 1 && asksForData(plain, operationIn(plain, operationName))
      if (!planned.node && needsData) throw noPlan()
      if (takesContext(planned)) refuseNamesOfThePlan(operation)
      return addBareFetches(planned, supergraph.fieldNeeds)
    },

    /** Compiles, once for each, what depends on what `@skip` and `@include` come to. */
    forConditions<Compiled>(compile: (options: ShapeOptions) => Compiled) {
      const kept = createLru<{ compiled: Compiled }>({ entries: KEPT_SHAPES })
      return (coerced: Record<string, unknown>): Compiled => {
        const key = conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('')
        const known = kept.get(key)
        if (known) return known.compiled
        const compiled = compile({
          apiSchema,
          operation: restricted?.operation ?? operation,
          fragments,
          conditions: coerced,
          fetchedAs: apart.fetchedAs,
          refused: restricted?.refused,
        })
        kept.set(key, { compiled })
        return compiled
      }
    },
  }
}

function noPlan(): RequestErrors {
  return refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')
}

function operationIn(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName)
  if (!operation) throw noPlan()
  return operation
}

/** The planner gives what `@fromContext` brings to a subgraph in variables of these names. */
function refuseNamesOfThePlan({ variableDefinitions = [] }: OperationDefinitionNode): void {
  const taken = variableDefinitions.find(({ variable }) => variable.name.value.startsWith(CONTEXTUAL))
  if (!taken) return
  throw refuse('BAD_REQUEST', `No variable's name may begin with "${CONTEXTUAL}" in this operation.`)
}

const CONTEXTUAL = 'contextualArgument_'

/** A subscription whose one field may not be seen never begins. */
function refuseRoot({ operation, refused }: Restricted): void {
  for (const selection of operation.selectionSet.selections) {
    if (!refused.has(selection)) continue
    const name = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : undefined
    throw new RequestErrors([unauthorized(name === undefined ? [] : [name])])
  }
}

/** Where nothing was left to ask for, there is no data either, unless all of it was skipped. */
function withoutData(shape: Shape): Shape {
  return (gathered, introspection) => {
    const shaped = shape(gathered, introspection)
    return shaped.refused.length > 0 ? { ...shaped, data: null } : shaped
  }
}
