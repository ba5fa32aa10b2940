import type { IncomingMessage, ServerResponse } from 'node:http'

const ALLOWED_HEADERS =
  'accept-language, apollo-require-preflight, authorization, content-type, traceparent, x-apollo-operation-name'
const PREFLIGHT_SECONDS = 600

/**
 * Lets pages of the given origins call the gateway; `*` stands for all. None by default: the explorers that the gateway
 * itself serves are of its own origin. Cookies play no part, so none are let through.
 */
export function allowOrigins(origins: readonly string[]) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { origin } = request.headers
    if (origins.length === 0) return
    response.setHeader('vary', 'origin')
    if (!origin || !(origins.includes('*') || origins.includes(origin))) return
    response.setHeader('access-control-allow-origin', origins.includes('*') ? '*' : origin)
    response.setHeader('access-control-expose-headers', 'x-trace-id')
    if (request.method !== 'OPTIONS') return
    response.setHeader('access-control-allow-methods', 'GET, POST')
    response.setHeader('access-control-allow-headers', ALLOWED_HEADERS)
    response.setHeader('access-control-max-age', PREFLIGHT_SECONDS)
  }
}
