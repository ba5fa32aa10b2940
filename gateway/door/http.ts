import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { Registry, register } from 'prom-client'
import type { Logger } from '../../kit/log.ts'
import { traceIdOf } from '../../kit/trace.ts'
import type { Apollo } from './apollo.ts'
import type { Authenticate } from '../caller/authenticate.ts'
import { BodyError, readJsonBody } from './body.ts'
import { allowOrigins } from './cors.ts'
import { failure } from '../errors.ts'
import type { GraphiqlAssets } from '../explorer/graphiql.ts'
import type { Gateway } from '../gateway.ts'
import type { Health } from './health.ts'
import type { Metrics } from '../metrics.ts'

export const GRAPHQL_PATH = '/graphql'

const HEADERS_WITHIN_MS = 15_000
const REQUEST_WITHIN_MS = 60_000
/** How long the rest of a refused body may still come, so that the client reads the answer before the line closes. */
const DRAIN_MS = 2_000

/** The HTTP door. Every response carries the trace id; whatever is wrong with a request has one coded error. */
export function createHttp(options: {
  gateway: Gateway
  apollo: Apollo
  authenticate: Authenticate
  health: Health
  metrics: Metrics
  graphiql: GraphiqlAssets | undefined
  corsOrigins: readonly string[]
  maxBodyBytes: number
  log: Logger
}): Server {
  const { gateway, apollo, authenticate, health, metrics, graphiql, maxBodyBytes, log } = options
  const allow = allowOrigins(options.corsOrigins)

  async function answer(request: IncomingMessage, response: ServerResponse, traceId: string): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://gateway')
    if (url.pathname === GRAPHQL_PATH) return answerGraphQL(request, response, url, traceId)
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (url.pathname === '/healthz') return health.alive(response)
      if (url.pathname === '/readyz') return health.ready(response)
      if (url.pathname === '/metrics') {
        response.setHeader('content-type', register.contentType)
        return void response.end(await Registry.merge([metrics.registry, register]).metrics())
      }
      if (url.pathname === '/') return void response.writeHead(302, { location: GRAPHQL_PATH }).end()
      if (graphiql && (await graphiql.serve(url.pathname, response))) return
    }
    sendErrors(response, 404, [failure('NOT_FOUND', `Nothing is served at ${url.pathname}.`)], traceId)
  }

  async function answerGraphQL(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    traceId: string,
  ): Promise<void> {
    allow(request, response)
    if (request.method === 'OPTIONS') return void response.writeHead(204, { allow: 'GET, POST' }).end()
    const { method = 'GET', headers } = request
    const body = method === 'POST' ? await readJsonBody(request, maxBodyBytes) : undefined
    const result = await apollo.answer(
      { method, headers: headerMap(headers), search: url.search, body },
      traceId,
      () => identifyCaller(request),
    )
    for (const [name, value] of result.headers) response.setHeader(name, value)
    response.statusCode = result.status ?? 200
    if (result.body.kind === 'complete') return void response.end(result.body.string)
    for await (const chunk of result.body.asyncIterator) response.write(chunk)
    response.end()
  }

  async function identifyCaller({ headers }: IncomingMessage) {
    try {
      return await authenticate({
        authorization: headers.authorization,
        acceptLanguage: headers['accept-language'],
      })
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      const http = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) }
      throw new GraphQLError(error.message, { extensions: { ...error.extensions, http } })
    }
  }

  function sendErrors(response: ServerResponse, status: number, errors: readonly unknown[], traceId: string) {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify({ errors: gateway.present(errors, traceId) }))
  }

  function fail(error: unknown, request: IncomingMessage, response: ServerResponse, traceId: string): void {
    if (response.headersSent || request.socket.destroyed) return void response.destroy()
    if (!(error instanceof BodyError)) return sendErrors(response, 500, [error], traceId)
    response.setHeader('connection', 'close')
    sendErrors(response, error.status, error.errors, traceId)
    request.resume()
    setTimeout(() => request.destroy(), DRAIN_MS).unref()
  }

  const server = createServer((request, response) => {
    const started = performance.now()
    const traceId = traceIdOf(single(request.headers.traceparent))
    response.setHeader('x-trace-id', traceId)
    response.setHeader('x-content-type-options', 'nosniff')
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
    answer(request, response, traceId).catch((error: unknown) => fail(error, request, response, traceId))
  })
  server.headersTimeout = HEADERS_WITHIN_MS
  server.requestTimeout = REQUEST_WITHIN_MS
  return server
}

function headerMap(headers: IncomingMessage['headers']): HeaderMap {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return map
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
