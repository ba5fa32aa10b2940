import { IDENTITY_HEADER, createIdentitySigner } from '../../kit/identity.ts'
import { traceparentOf } from '../../kit/trace.ts'
import type { Caller } from './authenticate.ts'
import type { Headers } from '../reach/reach.ts'

export type Identify = (caller: Caller, traceId: string) => Promise<Headers>

/**
 * The headers of the hop to a subgraph: who is calling, signed by the gateway; the trace; the reader's languages.
 * Nothing else of what a client sent goes on but what is to be forwarded, so a client cannot say who it is in the gateway's words.
 * Without a secret, the client's own `authorization` goes on instead.
 */
export function createIdentify(identitySecret: string | undefined): Identify {
  const signer = identitySecret === undefined ? undefined : createIdentitySigner(identitySecret)
  return async (caller, traceId) => ({
    ...(caller.forwarded ? sendable(caller.forwarded) : {}),
    traceparent: traceparentOf(traceId),
    ...(caller.acceptLanguage ? sendable({ 'accept-language': caller.acceptLanguage }) : {}),
    ...(signer ? { [IDENTITY_HEADER]: await signer.sign(caller.viewer) } : {}),
    ...(!signer && caller.authorization ? sendable({ authorization: caller.authorization }) : {}),
  })
}

/** What a header may hold (RFC 9110, section 5.5); what a client says over a WebSocket can be any text. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** Without those that no request could carry, which is then nobody's fault but the client's. */
function sendable(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => HEADER_VALUE.test(value)))
}
