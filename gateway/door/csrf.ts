import type { IncomingMessage } from 'node:http'
import { EVENTS_TYPE } from './accept.ts'
import { Refusal, malformed } from './refusal.ts'

/**
 * Refuses a GET that a page of another site could have a browser send without asking first (Cross-Site Request
 * Forgery): it must carry a header that only a preflight lets through. A POST needs no such header, since its
 * `application/json` asks for the preflight already.
 *
 * An `EventSource` can set no headers. It is let in where the browser itself says that its page is of this origin, or
 * of one that may call.
 * @param trusted whether the request names an origin that may call
 * @throws Refusal 400, or 415 for a content type that a GET cannot have
 */
export function refuseForgery({ headers }: IncomingMessage, trusted: boolean): void {
  const type = headers['content-type']
  if (type !== undefined) {
    if (type.split(';')[0]?.trim().toLowerCase() === 'application/json') return
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'A GET has no content type but application/json.')
  }
  if (headers['apollo-require-preflight'] || headers['x-apollo-operation-name']) return
  if (headers.accept === EVENTS_TYPE && (trusted || headers['sec-fetch-site'] === 'same-origin')) return
  throw malformed(
    'A GET needs the header apollo-require-preflight or x-apollo-operation-name, so that no page of another site can send it.',
  )
}
