import { type Server, type ServerResponse, createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { Registry, register } from 'prom-client'
import type { Logger } from '../../kit/log.ts'
import { traceIdOf } from '../../kit/trace.ts'
import type { Authenticate } from '../caller/authenticate.ts'
import { OVERLOADED } from '../errors.ts'
import type { GraphiqlAssets } from '../explorer/graphiql.ts'
import type { Gateway } from '../gateway.ts'
import type { Metrics } from '../metrics.ts'
import { answerBadHttp } from './bad-http.ts'
import { allowOrigins } from './cors.ts'
import { type Exchange, createExchange, headerOf, sendJson } from './exchange.ts'
import { createGraphqlOverHttp } from './graphql.ts'
import type { Health } from './health.ts'
import { Refusal } from './refusal.ts'
import type { Shedder } from './shed-load.ts'
import type { Streams } from './stream.ts'

export const GRAPHQL_PATH = '/graphql'

/** How long a client may take, in milliseconds. */
export type Patience = {
  /** Until its headers are here. */
  headers: number
  /** Until its whole request is. */
  request: number
  /** Until it has read the whole answer, once that is written. */
  answer: number
}

export const PATIENCE: Patience = { headers: 15_000, request: 60_000, answer: 120_000 }
const MAX_HEADER_BYTES = 16_384
/** How long the rest of a refused body may still come, so that the client reads the answer before the line closes. */
const DRAIN_MS = 2_000

/** The HTTP door. Every response carries the trace id; whatever is wrong with a request has one coded error. */
export function createHttp(options: {
  gateway: Gateway
  authenticate: Authenticate
  streams: Streams
  shedder: Shedder
  health: Health
  metrics: Metrics
  /** GraphiQL and Apollo Sandbox, for those who come with a browser. */
  graphiql: GraphiqlAssets | undefined
  corsOrigins: readonly string[]
  /** The names of headers that go on to the subgraphs. */
  forwarded: readonly string[]
  maxBodyBytes: number
  maxBatch: number
  patience: Patience
  log: Logger
}): Server {
  const { gateway, shedder, health, metrics, graphiql, patience, log } = options
  const allow = allowOrigins(options.corsOrigins, options.forwarded)
  const answerGraphql = createGraphqlOverHttp({ ...options, sandbox: graphiql !== undefined })
  const answering = new WeakMap<Duplex, ServerResponse>()

  async function answer(exchange: Exchange): Promise<void> {
    const { request, response, headers } = exchange
    const { url = '/' } = request
    const [path, search] = url === GRAPHQL_PATH ? [url, ''] : split(url)
    if (path === GRAPHQL_PATH) {
      const trusted = allow(request, headers)
      if (!shedder.admits()) throw new Refusal(503, 'OVERLOADED', OVERLOADED)
      if (request.method !== 'OPTIONS') return answerGraphql(exchange, search, trusted)
      return void response.writeHead(204, { ...headers, allow: 'GET, POST' }).end()
    }
    if (request.method === 'GET' || request.method === 'HEAD') {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string)
      if (path === '/healthz') return health.alive(response)
      if (path === '/readyz') return health.ready(response)
      if (path === '/metrics') {
        response.setHeader('content-type', register.contentType)
        return void response.end(await Registry.merge([metrics.registry, register]).metrics())
      }
      if (path === '/') return void response.writeHead(302, { location: GRAPHQL_PATH }).end()
      if (graphiql && (await graphiql.serve(path, response))) return
    }
    throw new Refusal(404, 'NOT_FOUND', `Nothing is served at ${path}: GraphQL is at ${GRAPHQL_PATH}.`)
  }

  function fail(exchange: Exchange, error: unknown): void {
    const { request, response, traceId, headers } = exchange
    if (response.headersSent || request.socket.destroyed) return void response.destroy()
    const refusal = error instanceof Refusal ? error : undefined
    Object.assign(headers, refusal?.headers)
    const unread = request.method === 'POST' && !request.complete
    if (unread) headers.connection = 'close'
    const errors = gateway.present(refusal?.errors ?? [error], traceId)
    sendJson(exchange, refusal?.status ?? 500, JSON.stringify({ errors }))
    if (!unread) return
    request.resume()
    setTimeout(() => request.destroy(), DRAIN_MS).unref()
  }

  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, connectionsCheckingInterval: Math.min(5_000, patience.headers) },
    (request, response) => {
      const exchange = createExchange(
        request,
        response,
        traceIdOf(headerOf(request, 'traceparent')),
        patience.answer,
      )
      answering.set(request.socket, response)
      if (log.isLevelEnabled('debug')) logAtEnd(exchange, log)
      answer(exchange).catch((error: unknown) => fail(exchange, error))
    },
  )
  server.headersTimeout = patience.headers
  server.requestTimeout = patience.request
  // A client may close its half when it has asked: node would then not answer it (its name of 2011 for this).
  Object.assign(server, { httpAllowHalfOpen: true })
  answerBadHttp(server, answering)
  return server
}

function logAtEnd({ request, response, traceId }: Exchange, log: Logger): void {
  const started = performance.now()
  response.once('close', () => {
    log.debug(
      {
        traceId,
        method: request.method,
        path: request.url?.split('?')[0],
        status: response.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
      },
      'request',
    )
  })
}

/** The path and the search of an address, which may be a whole one: that is how requests to a proxy look. */
function split(url: string): [path: string, search: string] {
  const whole = url.startsWith('/') ? null : URL.parse(url)
  if (whole) return [whole.pathname, whole.search]
  const end = url.indexOf('?')
  return end === -1 ? [url, ''] : [url.slice(0, end), url.slice(end)]
}
