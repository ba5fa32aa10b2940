import {
  type DocumentNode,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  type OperationTypeNode,
  SingleFieldSubscriptionsRule,
  getOperationAST,
  getVariableValues,
  parse,
  print,
  specifiedRules,
  validate,
} from 'graphql'
import { type Lru, createLru } from '../../kit/lru.ts'
import { cacheControlOf } from './cache-policy.ts'
import { conditionVariables, decideRootConditions, rootConditionVariables } from './conditions.ts'
import { type GatewayErrorCode, RequestErrors, refuse } from '../errors.ts'
import { type PlannedDeferred, createDeferredPlan } from '../plan/create-deferred-plan.ts'
import { type PlannedOperation, createPlan } from '../plan/create-plan.ts'
import { DeferRule, deferVariables, readDefers, withoutDefers } from './defer.ts'
import { type Limits, limitDocument, limitVariables } from './limits.ts'
import type { LoadedSupergraph } from '../supergraph/load-supergraph.ts'
import type { Requirement } from '../supergraph/read-protection.ts'

/** One operation of a document that has been parsed and validated. */
export type Operation = {
  name: string | undefined
  type: OperationTypeNode
  document: DocumentNode
  definition: OperationDefinitionNode
  /** Variables that decide whether a subscription's root field is there at all. */
  conditionVariables: readonly string[]
  /** Variables that decide any condition. */
  conditions: readonly string[]
  /** `Cache-Control` of its answers, where they may be kept. */
  cacheControl: string | undefined
  /** What its callers must meet to be shown all of it. */
  requirements: readonly Requirement[]
  plans: Lru<PlannedOperation>
  /** Of one that asks for parts to come later: the variables that decide whether they do, and the plans. */
  defers: { variables: readonly string[]; plans: Lru<{ planned: PlannedDeferred | undefined }> } | undefined
}

/** The text of the document that an operation is of, as it was sent. */
export function textOf({ definition, document }: Operation): string {
  return definition.loc?.source.body ?? print(document)
}

const KEPT_DOCUMENTS = 2_000
/** Parsed, planned and compiled, a document takes a hundred times the memory of its text. */
const KEPT_CHARACTERS = 1_000_000
const KEPT_PLANS_PER_OPERATION = 16
/** Registered documents, which no number of others can push out. */
const KEPT_REGISTERED = 20_000

/** Parses, validates and plans each document once. */
export function createOperations(options: {
  supergraph: LoadedSupergraph
  limits: Limits
  introspection: boolean
}) {
  const { supergraph, limits, introspection } = options
  type Known = { document: DocumentNode; operations: Map<string, Operation> }
  const documents = createLru<Known>({ entries: KEPT_DOCUMENTS, weight: KEPT_CHARACTERS })
  const registered = createLru<Known>({ entries: KEPT_REGISTERED })
  // Its rule throws on a condition with a variable, so a subscription meets it when its conditions are decided.
  const rules = specifiedRules.filter((rule) => rule !== SingleFieldSubscriptionsRule)
  rules.push(DeferRule)
  if (!introspection) rules.push(NoSchemaIntrospectionCustomRule)

  return {
    /**
     * The operation that a request names.
     * @throws RequestErrors when the text does not parse, is not valid against the graph, or asks for too much
     */
    read(request: {
      query: string
      operationName?: string | undefined
      /** Whether it is kept apart from what anybody may send. */
      registered?: boolean | undefined
    }): Operation {
      const { query, operationName } = request
      const kept = request.registered ? registered : documents
      let known = kept.get(query)
      if (!known) {
        known = { document: parseAndValidate(query), operations: new Map() }
        kept.set(query, known, query.length)
      }
      const definition = getOperationAST(known.document, operationName)
      if (!definition) {
        throw refuse(
          'OPERATION_RESOLUTION_FAILURE',
          operationName
            ? `Unknown operation named "${operationName}".`
            : 'Must provide operation name if query contains multiple operations.',
        )
      }
      // Validation lets `mutation { __typename }` through, whatever the graph has.
      if (!supergraph.apiSchema.getRootType(definition.operation)) {
        throw refuse('GRAPHQL_VALIDATION_FAILED', `The graph has no ${definition.operation}.`)
      }
      const key = definition.name?.value ?? ''
      const operation = known.operations.get(key) ?? describe(known.document, definition)
      known.operations.set(key, operation)
      return operation
    },

    /**
     * Checks a request's variables against what the operation declares, and gives the coerced values.
     * @throws RequestErrors BAD_USER_INPUT
     */
    coerceVariables(operation: Operation, variables: Record<string, unknown>): Record<string, unknown> {
      limitVariables(variables, limits)
      const { coerced, errors } = getVariableValues(
        supergraph.apiSchema,
        operation.definition.variableDefinitions ?? [],
        variables,
        { maxErrors: 20 },
      )
      if (errors) throw new RequestErrors(errors.map((error) => withCode(error, 'BAD_USER_INPUT')))
      // A variable that may be null is let into a condition when it has a default, which null overrules.
      const undecided = operation.conditions.find((name) => coerced[name] === null)
      if (undecided !== undefined) {
        throw refuse('BAD_USER_INPUT', `Variable "$${undecided}" decides a condition and must not be null.`)
      }
      return coerced
    },

    /**
     * The plan of an operation, for the values that its shape depends on. `met` says, in their order, which of its
     * requirements the caller meets: who meets the same shares the plan, and nobody else.
     * @throws RequestErrors when it cannot be planned
     */
    plan(
      operation: Operation,
      coerced: Record<string, unknown>,
      overrides: Map<string, boolean>,
      met: readonly boolean[],
    ): PlannedOperation {
      if (operation.type === 'subscription') refuseDefers(operation, coerced)
      const key = planKey(operation, coerced, overrides, met)
      const known = operation.plans.get(key)
      if (known) return known
      const planned = makePlan(operation, coerced, overrides, met)
      operation.plans.set(key, planned)
      return planned
    },

    /**
     * The same with what `@defer` lets come later. Undefined when there is nothing, and the operation comes as a whole.
     * @throws RequestErrors when too much would come later
     */
    planDeferred(
      operation: Operation,
      coerced: Record<string, unknown>,
      overrides: Map<string, boolean>,
      met: readonly boolean[],
    ): PlannedDeferred | undefined {
      const { defers } = operation
      if (!defers) return undefined
      const values = defers.variables.map((name) => coerced[name])
      const key = JSON.stringify([values, planKey(operation, coerced, overrides, met)])
      const known = defers.plans.get(key)
      if (known) return known.planned
      const { document, definition, name } = operation
      const deferring = readDefers(document, definition, coerced, limits.defers)
      const planned =
        deferring &&
        createDeferredPlan({
          supergraph,
          deferring,
          operationName: name,
          overrides,
          meets: meetsOf(operation, met),
        })
      defers.plans.set(key, { planned })
      return planned
    },

    /** What was asked lately, latest first, with what the plans depended on. */
    asked(count: number): Asked[] {
      return documents.latest(count).flatMap(([query, { operations }]) =>
        [...operations].map(([name, { plans }]) => ({
          query,
          operationName: name === '' ? undefined : name,
          plans: plans.latest().map(([key]) => key),
        })),
      )
    },

    /**
     * Plans what another supergraph was asked.
     * @throws RequestErrors when it is not valid here, or cannot be planned
     */
    planAgain({ query, operationName, plans }: Asked): void {
      const operation = this.read({ query, operationName })
      for (const key of plans) {
        const [conditions, labels, met] = JSON.parse(key) as PlanKey
        const coerced = Object.fromEntries(
          operation.conditionVariables.map((name, index) => [name, conditions[index]]),
        )
        const overrides = new Map(supergraph.overrideLabels.map((label) => [label, labels.includes(label)]))
        this.plan(operation, coerced, overrides, met.map(Boolean))
      }
    },
  }

  function parseAndValidate(query: string): DocumentNode {
    const document = parseWithin(query, limits.tokens)
    limitDocument(document, limits)
    const errors = validate(supergraph.apiSchema, document, rules)
    if (errors.length > 0) {
      throw new RequestErrors(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')))
    }
    return document
  }

  function describe(document: DocumentNode, definition: OperationDefinitionNode): Operation {
    const requirements = supergraph.restrict.requirementsOf(document, definition)
    const defers = deferVariables(document, definition)
    return {
      name: definition.name?.value,
      type: definition.operation,
      document,
      definition,
      conditionVariables:
        definition.operation === 'subscription' ? rootConditionVariables(document, definition) : [],
      conditions: conditionVariables(document),
      cacheControl: cacheControlOf({
        hints: supergraph.cacheHints,
        schema: supergraph.apiSchema,
        document,
        definition,
        restricted: requirements.length > 0,
      }),
      requirements,
      plans: createLru({ entries: KEPT_PLANS_PER_OPERATION }),
      defers: defers && { variables: defers, plans: createLru({ entries: KEPT_PLANS_PER_OPERATION }) },
    }
  }

  function refuseDefers({ document, definition, defers }: Operation, coerced: Record<string, unknown>): void {
    if (!defers || !readDefers(document, definition, coerced, limits.defers)) return
    throw refuse(
      'GRAPHQL_VALIDATION_FAILED',
      'An event of a subscription comes as a whole: leave @defer out, or off by "if".',
    )
  }

  function makePlan(
    operation: Operation,
    coerced: Record<string, unknown>,
    overrides: Map<string, boolean>,
    met: readonly boolean[],
  ): PlannedOperation {
    const meets = meetsOf(operation, met)
    const asked =
      operation.type === 'subscription' ? decidedSubscription(operation, coerced) : operation.document
    const document = operation.defers ? withoutDefers(asked) : asked
    return createPlan({ supergraph, document, operationName: operation.name, overrides, meets })
  }

  function decidedSubscription(operation: Operation, coerced: Record<string, unknown>): DocumentNode {
    const decided = decideRootConditions(operation.document, operation.definition, coerced)
    if (decided.operation.selectionSet.selections.length === 0) {
      throw refuse('BAD_USER_INPUT', 'The subscription selects nothing: its field is skipped.')
    }
    const onlyThis = {
      ...decided.document,
      definitions: decided.document.definitions.filter(
        (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition === decided.operation,
      ),
    }
    const errors = validate(supergraph.apiSchema, onlyThis, [SingleFieldSubscriptionsRule])
    if (errors.length > 0) {
      throw new RequestErrors(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')))
    }
    return onlyThis
  }
}

/** What one supergraph was asked, to be planned again for another. */
export type Asked = { query: string; operationName: string | undefined; plans: readonly string[] }

/** What a plan depends on beside its operation: values of conditions, labels that take over, requirements that are met. */
type PlanKey = [conditions: unknown[], labels: string[], met: number[]]

function planKey(
  { conditionVariables, requirements }: Operation,
  coerced: Record<string, unknown>,
  overrides: Map<string, boolean>,
  met: readonly boolean[],
): string {
  const key: PlanKey = [
    conditionVariables.map((name) => coerced[name]),
    [...overrides].filter(([, on]) => on).map(([label]) => label),
    requirements.map((_, index) => (met[index] === true ? 1 : 0)),
  ]
  return JSON.stringify(key)
}

function meetsOf({ requirements }: Operation, met: readonly boolean[]) {
  const granted = new Set(requirements.filter((_, index) => met[index] === true))
  return (requirement: Requirement): boolean => granted.has(requirement)
}

export type Operations = ReturnType<typeof createOperations>

function parseWithin(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens })
  } catch (error) {
    // The parser recurses, so a text can nest deeper than the stack.
    if (error instanceof Error && error.message.startsWith('Maximum call stack')) {
      throw refuse('OPERATION_TOO_LARGE', 'The operation nests too deeply.')
    }
    if (!(error instanceof GraphQLError)) throw error
    const code = error.message.endsWith('tokens. Parsing aborted.')
      ? 'OPERATION_TOO_LARGE'
      : 'GRAPHQL_PARSE_FAILED'
    throw new RequestErrors([withCode(error, code)])
  }
}

function withCode(error: GraphQLError, code: GatewayErrorCode): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code, ...error.extensions },
  })
}
