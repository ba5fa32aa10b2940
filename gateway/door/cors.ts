import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

const ALLOWED_HEADERS =
  'accept-language, apollo-require-preflight, authorization, content-type, if-none-match, traceparent, x-api-key, x-apollo-operation-name'
const PREFLIGHT_SECONDS = '600'

/**
 * Lets pages of the given origins call the gateway; `*` stands for all. None by default: the explorers that the gateway
 * itself serves are of its own origin. `forwarded` are headers that they may send beside the usual ones. Cookies play no part, so none are let through.
 */
export function allowOrigins(origins: readonly string[], forwarded: readonly string[]) {
  const varies = forwarded.join(', ')
  const allowedHeaders = [ALLOWED_HEADERS, ...forwarded].join(', ')
  /** Adds to the headers of the answer, and says whether the request comes from a page that is let in. */
  return ({ method, headers: { origin } }: IncomingMessage, headers: OutgoingHttpHeaders): boolean => {
    if (forwarded.length > 0) headers.vary = varies
    if (origins.length === 0) return false
    headers.vary = forwarded.length > 0 ? `origin, ${varies}` : 'origin'
    if (!origin || !(origins.includes('*') || origins.includes(origin))) return false
    headers['access-control-allow-origin'] = origins.includes('*') ? '*' : origin
    headers['access-control-expose-headers'] = 'x-trace-id'
    if (method === 'OPTIONS') {
      headers['access-control-allow-methods'] = 'GET, POST'
      headers['access-control-allow-headers'] = allowedHeaders
      headers['access-control-max-age'] = PREFLIGHT_SECONDS
    }
    return true
  }
}
