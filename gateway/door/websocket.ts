import { GraphQLError } from 'graphql'
import { handleProtocols, makeServer } from 'graphql-ws'
import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Logger } from '../../kit/log.ts'
import { traceIdOf } from '../../kit/trace.ts'
import type { Authenticate, Caller } from '../caller/authenticate.ts'
import { PresentedErrors, refuse } from '../errors.ts'
import type { Gateway, PreparedRequest } from '../gateway.ts'
import { GRAPHQL_PATH } from './http.ts'
import type { Metrics } from '../metrics.ts'

/** The codes with which the gateway closes a socket, beside those of the graphql-ws protocol. */
const CLOSE = {
  /** The gateway stops; stock clients connect again. */
  GOING_AWAY: 1001,
  /** More events waited than may: the client did not read. Stock clients connect again. */
  TOO_SLOW: 1013,
  /** The access token is not valid, or has expired: stock clients connect again, and then bring a fresh one. */
  FORBIDDEN: 4403,
} as const

const INIT_WITHIN_MS = 10_000
const PING_MS = 15_000
const OPERATIONS_PER_SOCKET = 100
/** The longest delay that a timer takes. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

type Connection = { socket: WebSocket; request: IncomingMessage; caller?: Caller; traceparent?: string }
type InitPayload = Record<string, unknown>

/**
 * graphql-ws at the path of HTTP, for queries and mutations as well as subscriptions.
 * `connection_init` may bring `{ authorization: 'Bearer …', 'accept-language'?, traceparent? }`, also within `headers`;
 * what it does not bring is taken from the upgrade request. The socket ends with its access token.
 */
export function serveWebSocket(options: {
  server: Server
  gateway: Gateway
  authenticate: Authenticate
  metrics: Metrics
  maxMessageBytes: number
  log: Logger
}) {
  const { server, gateway, authenticate, metrics, maxMessageBytes, log } = options
  const sockets = new WebSocketServer({ noServer: true, handleProtocols, maxPayload: maxMessageBytes })

  const protocol = makeServer<InitPayload, Connection>({
    connectionInitWaitTimeout: INIT_WITHIN_MS,

    async onConnect({ connectionParams = {}, extra }) {
      const said = (name: string) => headerIn(connectionParams, name) ?? headerIn(extra.request.headers, name)
      const traceparent = said('traceparent')
      if (traceparent) extra.traceparent = traceparent
      try {
        extra.caller = await authenticate({
          authorization: said('authorization'),
          acceptLanguage: said('accept-language'),
        })
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error
        extra.socket.close(CLOSE.FORBIDDEN, error.message)
        return
      }
      endWithToken(extra.socket, extra.caller)
    },

    async onSubscribe({ extra, subscriptions }, _id, { query, operationName, variables }) {
      const { caller, socket, traceparent } = extra
      const traceId = traceIdOf(traceparent)
      try {
        if (!caller) throw refuse('UNAUTHENTICATED', 'The connection is not initialised.')
        if (Object.keys(subscriptions).length > OPERATIONS_PER_SOCKET) {
          throw refuse(
            'TOO_MANY_OPERATIONS',
            `A socket may run ${OPERATIONS_PER_SOCKET} operations at a time.`,
          )
        }
        const prepared = await gateway.prepare({
          query,
          operationName: operationName ?? undefined,
          variables,
          caller,
          traceId,
        })
        return {
          schema: gateway.schema,
          document: prepared.operation.document,
          operationName: prepared.operation.name ?? null,
          contextValue: prepared,
          rootValue: socket,
        }
      } catch (error) {
        // The protocol's library takes errors of this class alone; onError gives what it carries.
        const originalError = new PresentedErrors(gateway.refusal(error, traceId))
        return [new GraphQLError(originalError.message, { originalError })]
      }
    },

    execute: ({ contextValue }) => gateway.execute(contextValue as PreparedRequest) as never,

    subscribe({ contextValue, rootValue }) {
      const tooSlow = () => (rootValue as WebSocket).close(CLOSE.TOO_SLOW, 'Too many events were waiting')
      return gateway.subscribe(contextValue as PreparedRequest, tooSlow) as never
    },

    // Results are presented already, and have no methods.
    onNext: (_context, _id, _payload, _args, result) => result as never,

    onError({ extra }, _id, _payload, errors) {
      const [error] = errors
      if (error?.originalError instanceof PresentedErrors) return error.originalError.errors
      return gateway.present(errors, traceIdOf(extra.traceparent))
    },
  })

  /** An access token is not extended: the socket closes with it, and the client comes back with a fresh one. */
  function endWithToken(socket: WebSocket, { expiresAt }: Caller): void {
    if (expiresAt === undefined) return
    const timer = setTimeout(
      () => socket.close(CLOSE.FORBIDDEN, 'The access token has expired'),
      Math.min(Math.max(expiresAt - Date.now(), 0), LONGEST_TIMER_MS),
    )
    socket.once('close', () => clearTimeout(timer))
  }

  sockets.on('connection', (socket, request) => {
    metrics.sockets.inc()
    const stopPings = keepAlive(socket)
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) =>
          socket.on('message', (data) => {
            // Closing takes the other side's consent: until then a client with an expired token could still speak.
            if (socket.readyState !== socket.OPEN) return
            receive(String(data)).catch((error: unknown) => {
              log.error({ err: error }, 'A message could not be handled')
              socket.close(1011, 'Something went wrong on our side')
            })
          }),
      },
      { socket, request },
    )
    socket.on('error', (error) => log.debug({ err: error }, 'A socket failed'))
    socket.once('close', (code, reason) => {
      metrics.sockets.dec()
      stopPings()
      closed(code, String(reason)).catch((error: unknown) => {
        log.error({ err: error }, 'A socket did not end cleanly')
      })
    })
  })

  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== GRAPHQL_PATH) {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      sockets.emit('connection', webSocket, request),
    )
  })

  return {
    /** Tells every client that the gateway goes; those that do not answer are cut off after `withinMs`. */
    async stop(withinMs: number): Promise<void> {
      const open = [...sockets.clients]
      for (const socket of open) socket.close(CLOSE.GOING_AWAY, 'The gateway stops')
      const cut = setTimeout(() => open.forEach((socket) => socket.terminate()), withinMs)
      await Promise.all(
        open.map((socket) =>
          socket.readyState === socket.CLOSED
            ? undefined
            : new Promise((resolve) => socket.once('close', resolve)),
        ),
      )
      clearTimeout(cut)
      sockets.close()
    },
  }
}

/** Resolves when the socket has taken the message, so that one client's pace holds back its own events alone. */
function send(socket: WebSocket, data: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) return resolve()
    // An error means that the socket is gone, of which its own close tells.
    socket.send(data, () => resolve())
  })
}

/** Pings, and cuts off a client that does not answer before the next. Gives what stops it. */
function keepAlive(socket: WebSocket): () => void {
  let answered = true
  socket.on('pong', () => (answered = true))
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, PING_MS)
  return () => clearInterval(timer)
}

/** A header by its name in any case, at the top or, as some explorers send it, within `headers`. */
function headerIn(params: object, name: string): string | undefined {
  return [params, valueIn(params, 'headers')]
    .map((headers) => valueIn(headers, name))
    .find((value) => typeof value === 'string')
}

function valueIn(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1] as unknown
}
