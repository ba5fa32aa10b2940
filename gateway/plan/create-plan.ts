import { operationFromDocument } from '@apollo/federation-internals'
import {
  type DocumentNode,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
  getOperationAST,
} from 'graphql'
import { asksForData, conditionVariables, fragmentsOf } from '../operation/conditions.ts'
import { RequestErrors, refuse } from '../errors.ts'
import { type ExecutablePlan, compilePlan } from '../execute/compile-plan.ts'
import { type Introspect, compileIntrospection } from '../execute/introspect.ts'
import type { Gathered } from '../execute/run-plan.ts'
import { type Shape, compileShape, unauthorized } from '../execute/shape.ts'
import { createIsType } from '../execute/types.ts'
import { createLru } from '../../kit/lru.ts'
import type { LoadedSupergraph } from '../supergraph/load-supergraph.ts'
import { type LiveField, readLiveField } from '../subscribe/live-field.ts'
import type { Requirement } from '../supergraph/read-protection.ts'
import { contextBeforeUse } from './corrections/context-before-use.ts'
import type { Restricted } from './restrict.ts'

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
  toClientPaths(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[]
}

const NO_PLAN: ExecutablePlan = { node: undefined, primary: undefined, contextual: false }
const KEPT_SHAPES = 16

/**
 * Plans one operation of a document that is valid against the graph.
 * @throws RequestErrors when there is no plan
 */
export function createPlan(options: {
  supergraph: LoadedSupergraph
  document: DocumentNode
  operationName: string | undefined
  overrides: Map<string, boolean>
  /** Whether those that it is planned for meet what the graph requires of them. */
  meets(requirement: Requirement): boolean
}): PlannedOperation {
  const { supergraph, document, operationName, overrides, meets } = options
  const operation = operationIn(document, operationName)
  const restricted = supergraph.restrict.restrict(document, operation, meets)
  if (restricted && operation.operation === 'subscription') refuseRoot(restricted)
  const shown = restricted?.document ?? document
  const shownOperation = operationIn(shown, operationName)
  const fragments = fragmentsOf(document)
  const conditions = conditionVariables(document)
  const apart = supergraph.setApart(document)
  const live =
    operation.operation === 'subscription'
      ? readLiveField({
          schema: supergraph.apiSchema,
          document: shown,
          operation: shownOperation,
          broadcastFields: supergraph.broadcastFields,
        })
      : undefined
  const parts = supergraph.splitRequirements(shown, shownOperation)
  const [plan = NO_PLAN, ...others] = asksForData(shown, shownOperation) ? parts.documents.map(buildPlan) : []
  const shapes = createLru<Shape>({ entries: KEPT_SHAPES })

  return {
    plan,
    others,
    live,
    merge: parts.merge,
    introspect: compileIntrospection(supergraph.apiSchema, operation, fragments),
    shape(coerced) {
      const key = conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('')
      const known = shapes.get(key)
      if (known) return known
      const { apiSchema } = supergraph
      const shape = compileShape({
        apiSchema,
        operation: restricted?.operation ?? operation,
        fragments,
        conditions: coerced,
        fetchedAs: apart.fetchedAs,
        refused: restricted?.refused,
      })
      const whole = shownOperation.selectionSet.selections.length > 0 ? shape : withoutData(shape)
      shapes.set(key, whole)
      return whole
    },
    toClientPaths: apart.toClientPaths,
  }

  function buildPlan(part: DocumentNode): ExecutablePlan {
    const asked = live?.extend(part) ?? part
    const plain = supergraph.plainFragments(asked, operationIn(asked, operationName))
    const planned = supergraph.planner.buildQueryPlan(
      operationFromDocument(
        supergraph.plannerSchema,
        apart.apply(plain),
        operationName ? { operationName } : {},
      ),
      { overrideConditions: overrides },
    )
    // A part may have been skipped whole; an operation that asks for data may not.
    const needsData = parts.documents.length === 1 && asksForData(plain, operationIn(plain, operationName))
    if (!planned.node && needsData) {
      throw refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')
    }
    const plan = compilePlan(contextBeforeUse(planned), createIsType(supergraph.fullSchema))
    if (plan.contextual) refuseNamesOfThePlan(operation)
    return plan
  }
}

function operationIn(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName)
  if (!operation) throw refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')
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
