import type { DeferNode, PlanNode } from '@apollo/query-planner'
import type { GraphQLFormattedError } from 'graphql'
import { RequestErrors } from '../errors.ts'
import { type ExecutablePlan, NO_PLAN, compilePlan } from '../execute/compile-plan.ts'
import type { Introspect } from '../execute/introspect.ts'
import { type DeferredShape, compileDeferredShape } from '../execute/shape.ts'
import type { IsType } from '../execute/types.ts'
import { type Deferring, deferLabel } from '../operation/defer.ts'
import { contextBeforeUse } from './corrections/context-before-use.ts'
import { type PlanOptions, beginPlanning } from './create-plan.ts'

/** What is fetched for a part of an operation that comes later. */
export type DeferredBlock = {
  label: string
  /** The fetches, by their ids, without which it cannot begin. */
  depends: readonly string[]
  plan: ExecutablePlan
  blocks: readonly DeferredBlock[]
}

/** An operation of which parts come later. */
export type PlannedDeferred = {
  first: ExecutablePlan
  blocks: readonly DeferredBlock[]
  /** The client's labels, by those of the plan. */
  labels: Deferring['labels']
  introspect: Introspect | undefined
  shape(coerced: Record<string, unknown>): DeferredShape
  toClientPaths(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[]
}

/**
 * Plans an operation with `@defer`. Undefined when nothing of it can come later, and so it comes as a whole, as the
 * specification allows: when one plan cannot bring it, since it must be split or all of it is refused, when the planner
 * finds nothing that would come sooner without the rest, or cannot plan it.
 */
export function createDeferredPlan(
  options: Omit<PlanOptions, 'document'> & { deferring: Deferring },
): PlannedDeferred | undefined {
  const { document, labels } = options.deferring
  const planning = beginPlanning({ ...options, document })
  const [part, ...others] = planning.parts.documents
  if (!part || others.length > 0 || planning.shownOperation.selectionSet.selections.length === 0) {
    return undefined
  }
  const sections = planSections(() => planning.queryPlan(part).node, planning.isType)
  return (
    sections && {
      ...sections,
      labels,
      introspect: planning.introspect,
      shape: planning.forConditions((shapeOptions) => compileDeferredShape({ ...shapeOptions, deferLabel })),
      toClientPaths: planning.apart.toClientPaths,
    }
  )
}

type Sections = Pick<PlannedDeferred, 'first' | 'blocks'>

function planSections(plan: () => { kind: string } | undefined, isType: IsType): Sections | undefined {
  try {
    const node = plan() as PlanNode | undefined
    return node?.kind === 'Defer' ? compileSections(node, isType) : undefined
  } catch (error) {
    if (error instanceof RequestErrors) throw error
    return undefined
  }
}

function compileSections({ primary, deferred }: DeferNode, isType: IsType): Sections {
  const first = compileSection(primary.node, isType)
  const blocks = deferred.map(({ label = '', depends, node }): DeferredBlock => {
    const inner: Sections =
      node?.kind === 'Defer'
        ? compileSections(node, isType)
        : { first: compileSection(node, isType), blocks: [] }
    return { label, depends: depends.map(({ id }) => id), plan: inner.first, blocks: inner.blocks }
  })
  const contextual = [first, ...everyPlan(blocks)].some((plan) => plan.contextual)
  return contextual
    ? { first: { ...first, contextual }, blocks: blocks.map(asContextual) }
    : { first, blocks }
}

function compileSection(node: PlanNode | undefined, isType: IsType): ExecutablePlan {
  return node ? compilePlan(contextBeforeUse({ kind: 'QueryPlan', node }), isType) : NO_PLAN
}

function everyPlan(blocks: readonly DeferredBlock[]): ExecutablePlan[] {
  return blocks.flatMap(({ plan, blocks: inner }) => [plan, ...everyPlan(inner)])
}

/** All sections write into the same data. */
function asContextual({ plan, blocks, ...block }: DeferredBlock): DeferredBlock {
  return { ...block, plan: { ...plan, contextual: true }, blocks: blocks.map(asContextual) }
}
