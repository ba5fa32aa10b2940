import type { GatewayResult } from '../request.ts'
import { callerKey } from '../caller/caller-key.ts'
import type { Caller } from '../caller/authenticate.ts'
import type { PlannedOperation } from '../plan/create-plan.ts'
import { planNumber } from '../plan/plan-number.ts'

/** The JSON of results that go to several clients, written once for all of them. */
const written = new WeakMap<GatewayResult, Buffer>()

/** A result as it is sent. */
export function toJson(result: GatewayResult): string | Buffer {
  return written.get(result) ?? JSON.stringify(result)
}

/** The trace is that of the request that is executed. */
type Running = { traceId: string; joined: boolean; result: Promise<GatewayResult> | undefined }

/**
 * Lets identical queries that are under way at the same time be one: the same plan, the same variables, and all that is
 * known of the caller the same. Nothing is kept once the answer is there.
 */
export function createSharedResults() {
  const running = new Map<string, Running>()

  async function run(key: string, own: Running, start: () => Promise<GatewayResult>): Promise<GatewayResult> {
    try {
      const result = await start()
      if (own.joined && !result.errors) written.set(result, Buffer.from(JSON.stringify(result)))
      return result
    } finally {
      if (running.get(key) === own) running.delete(key)
    }
  }

  return {
    /**
     * Gives what is nobody's own: whoever wants to change it makes a copy.
     * @param joined is told in whose trace the work is, when that is another's
     */
    share(
      query: {
        planned: PlannedOperation
        variables: Record<string, unknown>
        caller: Caller
        traceId: string
      },
      start: () => Promise<GatewayResult>,
      joined: (traceId: string) => void,
    ): Promise<GatewayResult> {
      const { planned, variables, caller, traceId } = query
      const key = `${planNumber(planned)} ${JSON.stringify(variables)} ${callerKey(caller)}`
      const same = running.get(key)
      if (same?.result) {
        same.joined = true
        joined(same.traceId)
        return same.result
      }
      const own: Running = { traceId, joined: false, result: undefined }
      running.set(key, own)
      return (own.result = run(key, own, start))
    },

    /** Nobody joins what is under way any more: what is asked from now on must see what has just been changed. */
    startAnew(): void {
      running.clear()
    },
  }
}
