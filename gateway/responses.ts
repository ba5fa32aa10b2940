import type { Logger } from '../kit/log.ts'
import { type PresentedError, RequestErrors, codesOf, presentError } from './errors.ts'
import type { DeferredPart } from './execute/execute-deferred.ts'
import type { ExecutedPlan } from './execute/execute-plan.ts'
import type { Metrics } from './metrics.ts'

/** What clients are told, whatever came of their requests. */
export function createResponses({ metrics, log }: { metrics: Metrics; log: Logger }) {
  /** Errors in their one shape. Those that were not meant for clients are logged, and masked. */
  function present(errors: readonly unknown[], traceId: string): PresentedError[] {
    return errors.map((error) =>
      presentError(error, traceId, (unexpected) => {
        log.error({ err: unexpected, traceId }, 'An operation failed unexpectedly')
      }),
    )
  }

  function result<Told extends ExecutedPlan>({ errors, ...told }: Told, traceId: string) {
    return { ...(errors ? { errors: present(errors, traceId) } : {}), ...told }
  }

  return {
    present,

    /** Of a request that could not be prepared. */
    refusal(error: unknown, traceId: string): PresentedError[] {
      const errors = present(error instanceof RequestErrors ? error.errors : [error], traceId)
      metrics.refused()
      log.info({ traceId, codes: codesOf(errors) }, 'operation refused')
      return errors
    },

    /** Of one that was executed. */
    result,

    /** Of one that is executed in parts: what this part tells. */
    part(part: DeferredPart, traceId: string) {
      return 'incremental' in part
        ? { ...part, incremental: part.incremental.map((one) => result(one, traceId)) }
        : result(part, traceId)
    },
  }
}

export type Responses = ReturnType<typeof createResponses>
