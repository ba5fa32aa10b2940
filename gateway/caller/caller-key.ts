import type { Caller } from './authenticate.ts'

/**
 * All that is known of a caller and may matter to an answer, as text: the identity, with it the session, and every header
 * that goes on to subgraphs, but for the trace. Only when the token ends does not matter.
 */
export function callerKey(caller: Caller): string {
  return JSON.stringify({ ...caller, expiresAt: undefined })
}
