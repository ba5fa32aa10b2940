import { callerKey } from '../caller/caller-key.ts'
import { planNumber } from '../plan/plan-number.ts'
import type { PreparedRequest } from '../request.ts'
import { numberedOf } from './upstream.ts'

/**
 * What two subscriptions must have in common to be one: the plan, which belongs to one operation of one document of one
 * supergraph; the values of its variables, but for the number to resume after; and all that is known of the caller,
 * the identity and every header that goes on to subgraphs included, but for the trace and the token's end.
 * Undefined where the field does not allow it: what begins with a state, or makes something of its own for each
 * subscriber, cannot be joined later.
 */
export function sharingKey(prepared: PreparedRequest): string | undefined {
  const { planned, coerced, caller } = prepared
  const numbered = numberedOf(prepared)
  if (!numbered && !planned.live?.broadcast) return undefined
  const values = Object.entries(coerced)
    .filter(([name]) => name !== numbered?.ownVariable)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `${planNumber(planned)} ${JSON.stringify(values)} ${callerKey(caller)}`
}
