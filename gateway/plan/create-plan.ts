import { operationFromDocument } from '@apollo/federation-internals'
import { type DocumentNode, type GraphQLFormattedError, getOperationAST } from 'graphql'
import { asksForData, conditionVariables, fragmentsOf } from '../operation/conditions.ts'
import { refuse } from '../errors.ts'
import { type ExecutablePlan, compilePlan } from '../execute/compile-plan.ts'
import { type Introspect, compileIntrospection } from '../execute/introspect.ts'
import type { Gathered } from '../execute/run-plan.ts'
import { type Shape, compileShape } from '../execute/shape.ts'
import { createIsType } from '../execute/types.ts'
import { createLru } from '../../kit/lru.ts'
import type { LoadedSupergraph } from '../supergraph/load-supergraph.ts'

/** Everything about an operation that does not depend on a request. */
export type PlannedOperation = {
  plan: ExecutablePlan
  /** Of a query that had to be split: the plans of its other parts, and how all of them become one. */
  others: readonly ExecutablePlan[]
  merge(gathered: readonly Gathered[]): Gathered
  introspect: Introspect | undefined
  /** The shaping for what `@skip` and `@include` come to. */
  shape(coerced: Record<string, unknown>): Shape
  toClientPaths(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[]
}

const NO_PLAN: ExecutablePlan = { node: undefined, primary: undefined }
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
}): PlannedOperation {
  const { supergraph, document, operationName, overrides } = options
  const operation = getOperationAST(document, operationName)
  if (!operation) throw refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')
  const fragments = fragmentsOf(document)
  const conditions = conditionVariables(document)
  const apart = supergraph.setApart(document)
  const parts = supergraph.splitRequirements(document, operation)
  const [plan = NO_PLAN, ...others] = asksForData(document, operation) ? parts.documents.map(buildPlan) : []
  const shapes = createLru<Shape>({ entries: KEPT_SHAPES })

  return {
    plan,
    others,
    merge: parts.merge,
    introspect: compileIntrospection(supergraph.apiSchema, operation, fragments),
    shape(coerced) {
      const key = conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('')
      const known = shapes.get(key)
      if (known) return known
      const { apiSchema } = supergraph
      const shape = compileShape({
        apiSchema,
        operation,
        fragments,
        conditions: coerced,
        fetchedAs: apart.fetchedAs,
      })
      shapes.set(key, shape)
      return shape
    },
    toClientPaths: apart.toClientPaths,
  }

  function buildPlan(part: DocumentNode): ExecutablePlan {
    const planned = supergraph.planner.buildQueryPlan(
      operationFromDocument(
        supergraph.plannerSchema,
        apart.apply(part),
        operationName ? { operationName } : {},
      ),
      { overrideConditions: overrides },
    )
    // A part may have been skipped whole; an operation that asks for data may not.
    if (!planned.node && parts.documents.length === 1) {
      throw refuse('INTERNAL_SERVER_ERROR', 'No plan was found for this operation.')
    }
    return compilePlan(planned, createIsType(supergraph.fullSchema))
  }
}
