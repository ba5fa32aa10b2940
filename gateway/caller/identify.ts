import { IDENTITY_HEADER, createIdentitySigner } from '../../kit/identity.ts'
import { traceparentOf } from '../../kit/trace.ts'
import type { Caller } from './authenticate.ts'
import type { Headers } from '../reach/reach.ts'

export type Identify = (caller: Caller, traceId: string) => Promise<Headers>

/**
 * The headers of the hop to a subgraph: who is calling, signed by the gateway; the trace; the reader's languages.
 * Nothing else of what a client sent goes on, so a client cannot say who it is in the gateway's words.
 * Without a secret, the client's own `authorization` goes on instead.
 */
export function createIdentify(identitySecret: string | undefined): Identify {
  const signer = identitySecret === undefined ? undefined : createIdentitySigner(identitySecret)
  return async (caller, traceId) => ({
    traceparent: traceparentOf(traceId),
    ...(caller.acceptLanguage ? { 'accept-language': caller.acceptLanguage } : {}),
    ...(signer ? { [IDENTITY_HEADER]: await signer.sign(caller.viewer) } : {}),
    ...(!signer && caller.authorization ? { authorization: caller.authorization } : {}),
  })
}
