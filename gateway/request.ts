import type { Caller } from './caller/authenticate.ts'
import type { PresentedError } from './errors.ts'
import type { PlanRequest } from './explain/plan-request.ts'
import type { Operation } from './operation/operations.ts'
import type { PlannedDeferred } from './plan/create-deferred-plan.ts'
import type { PlannedOperation } from './plan/create-plan.ts'
import type { ServedEngine } from './serve-engine.ts'

/** What arrives, whichever way: HTTP or WebSocket. */
export type GatewayRequest = {
  query?: string | undefined
  /** The SHA-256 of the document, in place of its text or beside it, so that it is known by it from then on. */
  documentId?: string | undefined
  operationName?: string | undefined
  variables?: Record<string, unknown> | undefined
  /** To be shown the plan. */
  plan?: PlanRequest | undefined
  /** The client takes an answer in parts, if the operation asks for it by `@defer`. */
  incremental?: boolean | undefined
  caller: Caller
  traceId: string
}

/** A request whose operation is known, valid and planned. */
export type PreparedRequest = {
  /** The supergraph for which it was planned. */
  engine: ServedEngine
  caller: Caller
  traceId: string
  operation: Operation
  planned: PlannedOperation
  /** The answer comes in parts: `deliver` gives them. */
  deferred: PlannedDeferred | undefined
  /** As they were sent. */
  variables: Record<string, unknown>
  /** The same, checked and with the operation's defaults. */
  coerced: Record<string, unknown>
  /** The client wants to see the plan, and may. */
  plan: PlanRequest | undefined
}

/** What goes back, ready to be written as JSON. Without `data`, the request itself was at fault. */
export type GatewayResult = {
  errors?: readonly PresentedError[]
  data?: Record<string, unknown> | null
  extensions?: Record<string, unknown>
}

/** What every line of the log says about a request. */
export function inLog({
  operation,
  caller,
  traceId,
}: Pick<PreparedRequest, 'operation' | 'caller' | 'traceId'>) {
  return {
    traceId,
    operation: operation.name ?? null,
    type: operation.type,
    userId: caller.viewer?.userId ?? null,
    ...(caller.client === undefined ? {} : { client: caller.client }),
  }
}
