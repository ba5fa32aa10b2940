import type { Meets } from './caller/rights.ts'
import { NO_QUERY, refuse } from './errors.ts'
import { grantPlan } from './explain/plan-request.ts'
import { textOf } from './operation/operations.ts'
import type { Persisted } from './persisted/persisted.ts'
import type { GatewayRequest, PreparedRequest } from './request.ts'
import type { ServedEngine } from './serve-engine.ts'
import { decideOverrides } from './supergraph/decide-overrides.ts'
import type { OverrideLabels } from './supergraph/override-labels.ts'

/** From what arrives to what can be executed: which document, which operation of it, and which plan for this caller. */
export function createPreparation(options: {
  engine(): ServedEngine
  persisted: Persisted
  meets: Meets
  overrideLabels(): OverrideLabels
  authenticates: boolean
  introspection: boolean
}) {
  const { engine, persisted, meets, overrideLabels, authenticates, introspection } = options

  type Asked = Pick<PreparedRequest, 'caller' | 'traceId' | 'variables'> & {
    query: string
    operationName: string | undefined
    registered?: boolean | undefined
    incremental?: boolean
  }

  async function prepareFor(on: ServedEngine, asked: Asked): Promise<PreparedRequest> {
    const { query, operationName, registered, incremental, variables, caller, traceId } = asked
    const { operations, supergraph } = on
    const operation = operations.read({ query, operationName, registered })
    const coerced = operations.coerceVariables(operation, variables)
    const { viewer } = caller
    const overrides = decideOverrides(supergraph.overrideLabels, { viewer, traceId }, overrideLabels())
    const { requirements } = operation
    const met = requirements.length === 0 ? [] : await meets(caller, requirements)
    const planned = operations.plan(operation, coerced, overrides, met)
    const deferred = incremental ? operations.planDeferred(operation, coerced, overrides, met) : undefined
    return {
      engine: on,
      caller,
      traceId,
      operation,
      planned,
      deferred,
      variables: planned.toPlanVariables(variables),
      coerced: planned.toPlanVariables(coerced),
      plan: undefined,
    }
  }

  return {
    /** @throws RequestErrors when the operation is not valid, asks for too much, or cannot be planned */
    async prepare(request: GatewayRequest): Promise<PreparedRequest> {
      const { documentId, operationName, variables = {}, caller, traceId } = request
      // Only what is named by a hash, or is a client's, is looked up.
      const found =
        documentId === undefined && caller.client === undefined
          ? undefined
          : await persisted.find({ query: request.query, documentId, client: caller.client })
      const query = found ? found.query : request.query
      if (query === undefined) throw refuse('BAD_REQUEST', NO_QUERY)
      const plan = grantPlan(request.plan, caller, { authenticates, introspection })
      const registered = found?.registered
      // Who wants to see the plan sees that of the whole.
      const incremental = request.incremental === true && !plan
      const asked = { query, operationName, registered, incremental, variables, caller, traceId }
      const prepared = await prepareFor(engine(), asked)
      found?.accepted()
      return plan ? { ...prepared, plan } : prepared
    },

    /**
     * The same request for the engine that is served now; as it is when it already is for that.
     * @throws RequestErrors when the operation is no longer valid
     */
    async prepareAgain(prepared: PreparedRequest): Promise<PreparedRequest> {
      const on = engine()
      if (prepared.engine === on) return prepared
      const { operation, caller, traceId, variables } = prepared
      const query = textOf(operation)
      return prepareFor(on, { query, operationName: operation.name, variables, caller, traceId })
    },
  }
}
