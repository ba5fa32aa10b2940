import { ApolloServer, HeaderMap } from '@apollo/server'
import type { GraphQLError } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Registry, collectDefaultMetrics, register } from 'prom-client'
import { WebSocketServer } from 'ws'
import { internalError, isCoded, messageOf } from './errors.ts'
import { IDENTITY_HEADER } from './identity.ts'
import type { Logger } from './log.ts'
import type { Subgraph, SubgraphRequest } from './subgraph.ts'

const MAX_BODY_BYTES = 50_000_000

/**
 * Serves one subgraph alone: GraphQL over HTTP and graphql-ws at `/graphql`, `/healthz`, `/readyz`, `/metrics`.
 * On a WebSocket each operation brings its headers in `extensions.headers`, because one socket carries many viewers.
 */
export async function serveSubgraph(options: {
  subgraph: Subgraph
  host: string
  port: number
  log: Logger
}) {
  const { subgraph, host, port, log } = options
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  const apollo = new ApolloServer<object>({
    schema: subgraph.schema,
    introspection: true,
    // The gateway alone can reach a resolver: the signed identity, which no browser can send, is the guard.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: {
      debug() {},
      info() {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  })
  await apollo.start()

  async function answerGraphQL(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = lowerCased(request.headers)
    let context: object
    try {
      context = await subgraph.context({ headers })
    } catch (error) {
      const shown = shownError(error, log)
      return sendJson(response, shown.extensions.code === 'UNAUTHENTICATED' ? 401 : 500, {
        errors: [{ message: shown.message, extensions: shown.extensions }],
      })
    }
    const body: unknown = JSON.parse((await readBody(request)) || 'null')
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: new HeaderMap(
          Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
        ),
        search: new URL(request.url ?? '/', 'http://subgraph').search,
        body,
      },
      context: async () => context,
    })
    for (const [name, value] of result.headers) response.setHeader(name, value)
    response.statusCode = result.status ?? 200
    if (result.body.kind === 'complete') return void response.end(result.body.string)
    for await (const chunk of result.body.asyncIterator) response.write(chunk)
    response.end()
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0]
    if (path === '/graphql') return answerGraphQL(request, response)
    if (path === '/healthz') return sendJson(response, 200, { status: 'ok' })
    if (path === '/readyz') {
      const waitingFor = await subgraph.waitingFor()
      return waitingFor.length === 0
        ? sendJson(response, 200, { status: 'ready' })
        : sendJson(response, 503, { status: 'waiting', waitingFor })
    }
    if (path === '/metrics') {
      response.setHeader('content-type', register.contentType)
      return void response.end(await Registry.merge([registry, register]).metrics())
    }
    sendJson(response, 404, {
      errors: [{ message: 'Nothing is served here.', extensions: { code: 'NOT_FOUND' } }],
    })
  }

  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const [status, code] =
        error instanceof SyntaxError
          ? [400, 'BAD_REQUEST']
          : error instanceof RangeError
            ? [413, 'BODY_TOO_LARGE']
            : [500, 'INTERNAL_SERVER_ERROR']
      if (status === 500) log.error({ err: error }, 'A request failed')
      if (!response.headersSent) {
        sendJson(response, status as number, {
          errors: [{ message: messageOf(error), extensions: { code } }],
        })
      } else response.destroy()
    })
  })
  const sockets = new WebSocketServer({ server: http, path: '/graphql', maxPayload: MAX_BODY_BYTES })
  const contexts = new WeakMap<object, object>()
  const graphqlWs = useServer(
    {
      schema: subgraph.schema,
      // A context that cannot be made refuses its own operation: thrown later, it would close the socket of everyone.
      async onSubscribe(_connection, _id, payload) {
        try {
          contexts.set(payload, await subgraph.context({ headers: headersOf(payload.extensions) }))
        } catch (error) {
          return [shownError(error, log)]
        }
      },
      context: (_connection, _id, payload) => contexts.get(payload),
    },
    sockets,
  )
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => resolve())
  })

  return {
    port: (http.address() as AddressInfo).port,
    async stop() {
      await graphqlWs.dispose()
      http.closeIdleConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
      await apollo.stop()
    },
  }
}

/** Why there is no context, as the caller may know it. */
function shownError(error: unknown, log: Logger): GraphQLError {
  if (isCoded(error)) return error
  log.error({ err: error }, 'The context of a request could not be made')
  return internalError()
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new RangeError(`A request may have at most ${MAX_BODY_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function lowerCased(headers: IncomingMessage['headers']): SubgraphRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
}

function headersOf(extensions: unknown): SubgraphRequest['headers'] {
  const headers = (extensions as { headers?: Record<string, unknown> } | undefined)?.headers ?? {}
  return Object.fromEntries(
    [IDENTITY_HEADER, 'traceparent', 'accept-language'].map((name) => {
      const value = headers[name]
      return [name, typeof value === 'string' ? value : undefined]
    }),
  )
}
