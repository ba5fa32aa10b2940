import { hash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Accepted } from './accept.ts'
import { JSON_TYPE } from './accept.ts'

/** One request and its answer, on their way through the door. */
export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  traceId: string
  /** What every answer of this exchange says, whatever becomes of it. */
  headers: OutgoingHttpHeaders
  /** Undefined until the header is read, or when it cannot be satisfied. */
  accepted: Accepted | undefined
  readWithinMs: number
}

const NO_STORE = 'no-store'
/** What cannot be answered now may be in a moment. */
const RETRY_AFTER_SECONDS = '1'
/** What an answer to a GET depends on, beside its address. */
const VARY = 'accept, accept-language, authorization, x-api-key'

/** Begins an exchange. Its headers are written at once with the status, since that is the cheapest way in node. */
export function createExchange(
  request: IncomingMessage,
  response: ServerResponse,
  traceId: string,
  readWithinMs: number,
): Exchange {
  return {
    request,
    response,
    traceId,
    headers: { 'x-trace-id': traceId, 'x-content-type-options': 'nosniff' },
    accepted: undefined,
    readWithinMs,
  }
}

/** A header's value; the first, where a client sent several. */
export function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** Writes a JSON body and ends the exchange. */
export function sendJson(
  exchange: Exchange,
  status: number,
  body: string | Buffer,
  cacheControl = NO_STORE,
): void {
  const { headers, accepted } = exchange
  headers['content-type'] = `${accepted?.whole ?? JSON_TYPE}; charset=utf-8`
  headers['cache-control'] = cacheControl
  send(exchange, status, body)
}

/** Writes a JSON body that may be kept, with a mark by which a client can ask whether it is still so. */
export function sendCacheable(exchange: Exchange, body: string | Buffer, cacheControl: string): void {
  const { request, response, headers } = exchange
  const mark = `"${hash('sha256', body, 'base64url')}"`
  headers.etag = mark
  headers.vary = headers.vary === undefined ? VARY : `${headers.vary as string}, ${VARY}`
  if (!isKnown(mark, request.headers['if-none-match'])) return sendJson(exchange, 200, body, cacheControl)
  headers['cache-control'] = cacheControl
  response.writeHead(304, headers).end()
}

/** Writes a body whose type stands in the headers already. */
export function send(
  { response, headers, readWithinMs }: Exchange,
  status: number,
  body: string | Buffer,
): void {
  headers['content-length'] = Buffer.byteLength(body)
  if (status === 503) headers['retry-after'] = RETRY_AFTER_SECONDS
  response.writeHead(status, headers)
  response.end(body)
  // What the system did not take at once waits in memory for the client to read.
  if (response.socket?.writableLength) endWithin(readWithinMs, response)
}

/** Cuts the connection off when the client does not read to the end of the response. */
export function endWithin(ms: number, response: ServerResponse): void {
  const cut = setTimeout(() => response.destroy(), ms)
  response.once('close', () => clearTimeout(cut))
}

/** Whether the client has what the mark stands for (RFC 9110, section 13.1.2: compared weakly). */
function isKnown(mark: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === mark || one === '*')
}
