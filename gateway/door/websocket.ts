import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import type { Logger } from '../../kit/log.ts'
import type { Authenticate } from '../caller/authenticate.ts'
import type { RevokedSessions } from '../caller/revoked-sessions.ts'
import type { Gateway } from '../gateway.ts'
import type { Metrics } from '../metrics.ts'
import type { LiveEvent } from '../subscribe/subscriber.ts'
import { type EventFrames, createEventFrames } from './event-frame.ts'
import { CLOSE, type Session, type Wire, createGraphqlWs } from './graphql-ws.ts'
import { GRAPHQL_PATH } from './http.ts'
import type { Shedder } from './shed-load.ts'

export type SocketTimes = {
  /** How long a client may take to say who it is, in milliseconds. */
  initWithinMs: number
  /** How often a client is pinged; one that has not answered by the next ping is cut off. */
  pingMs: number
}

const TIMES: SocketTimes = { initWithinMs: 10_000, pingMs: 15_000 }
/** Of a client that leaves more than this unread, nothing more is read either. */
const MOST_UNREAD_BYTES = 1_000_000
/** How often all sockets are looked at: one timer for all of them. */
const ROUND_MS = 250

/** Of the upgrade request nothing is kept but what a client may have said there in place of `connection_init`. */
const KEPT_HEADERS = [
  'authorization',
  'accept-language',
  'x-api-key',
  'traceparent',
  'apollo-query-plan-experimental',
  'apollo-expose-query-plan',
]

/** A socket, as `ws` makes it, with what it carries. */
class ClientSocket extends WebSocket {
  wire: ClientWire | undefined
  session: Session | undefined
  openedAt = 0
  pingAt = 0
  answered = true
}

/** graphql-transport-ws at the path of HTTP, for queries and mutations as well as subscriptions. */
export function serveWebSocket(options: {
  server: Server
  gateway: Gateway
  authenticate: Authenticate
  /** The names of headers that go on to the subgraphs. */
  forwarded: readonly string[]
  revoked: RevokedSessions
  shedder: Shedder
  metrics: Metrics
  maxMessageBytes: number
  times?: Partial<SocketTimes> | undefined
  log: Logger
}) {
  const { server, gateway, authenticate, forwarded, revoked, shedder, metrics, maxMessageBytes, log } =
    options
  const { initWithinMs, pingMs } = { ...TIMES, ...options.times }
  const sockets = new WebSocketServer<typeof ClientSocket>({
    noServer: true,
    handleProtocols,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    WebSocket: ClientSocket,
  })
  const protocol = createGraphqlWs({ gateway, authenticate, log })
  const frames = createEventFrames()

  // Each of these is one function for all sockets.
  function onMessage(this: WebSocket, data: RawData): void {
    const socket = this as ClientSocket
    // Closing takes the other side's consent: until then a client with an expired token could still speak.
    if (socket.readyState !== socket.OPEN || !socket.session || endedWithToken(socket, Date.now())) return
    protocol.receive(socket.session, String(data))
  }

  function onPong(this: WebSocket): void {
    ;(this as ClientSocket).answered = true
  }

  function onError(error: Error): void {
    log.debug({ err: error }, 'A socket failed')
  }

  function onClose(this: WebSocket): void {
    const { session, wire } = this as ClientSocket
    metrics.sockets.dec()
    session?.closed()
    wire?.closed()
  }

  function refuseUpgrade(stream: Duplex, answer: string): void {
    stream.on('error', onError)
    // A client that does not close its half in turn would keep the other one for ever.
    stream.once('finish', () => stream.destroy())
    stream.end(`HTTP/1.1 ${answer}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  }

  function open(socket: ClientSocket, stream: Duplex, { headers }: IncomingMessage): void {
    metrics.sockets.inc()
    socket.on('message', onMessage)
    socket.on('pong', onPong)
    socket.on('error', onError)
    socket.on('close', onClose)
    socket.openedAt = Date.now()
    socket.pingAt = socket.openedAt + pingMs
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      return socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable')
    }
    const kept = new Map(
      [...KEPT_HEADERS, ...forwarded].flatMap((name) => {
        const value = headers[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
    )
    socket.wire = new ClientWire(socket, stream, frames)
    socket.session = protocol.open(socket.wire, (name) => kept.get(name))
  }

  /** An access token is not extended: the socket closes with it, and the client comes back with a fresh one. */
  function endedWithToken(socket: ClientSocket, now: number): boolean {
    const expiresAt = socket.session?.caller?.expiresAt
    if (expiresAt === undefined || now < expiresAt) return false
    socket.close(CLOSE.FORBIDDEN, 'The access token has expired')
    return true
  }

  function attend(socket: ClientSocket, now: number): void {
    if (now >= socket.pingAt) {
      if (!socket.answered) return socket.terminate()
      socket.answered = false
      socket.pingAt = now + pingMs
      socket.ping()
    }
    if (socket.readyState !== socket.OPEN || endedWithToken(socket, now)) return
    if (socket.session?.upgrade && now >= socket.openedAt + initWithinMs) {
      socket.close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout')
    }
  }

  const rounds = setInterval(() => {
    const now = Date.now()
    for (const socket of sockets.clients) attend(socket, now)
  }, ROUND_MS)

  const stopListening = revoked.onRevoked((sessionId) => {
    for (const socket of sockets.clients) {
      if (socket.session?.caller?.viewer?.sessionId === sessionId) {
        socket.close(CLOSE.FORBIDDEN, 'The session has ended')
      }
    }
  })

  server.on('upgrade', (request, stream, head) => {
    if (request.url?.split('?')[0] !== GRAPHQL_PATH) {
      return refuseUpgrade(stream, '404 Not Found')
    }
    if (!shedder.admits()) return refuseUpgrade(stream, '503 Service Unavailable\r\nretry-after: 1')
    sockets.handleUpgrade(request, stream, head, (socket) => open(socket, stream, request))
  })

  return {
    /** Tells every client that the gateway goes; those that do not answer are cut off after `withinMs`. */
    async stop(withinMs: number): Promise<void> {
      stopListening()
      clearInterval(rounds)
      const clients = [...sockets.clients]
      for (const socket of clients) socket.close(CLOSE.GOING_AWAY, 'The gateway stops')
      const cut = setTimeout(() => clients.forEach((socket) => socket.terminate()), withinMs)
      await Promise.all(
        clients.map((socket) =>
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

/**
 * One client's socket. Events go to the stream below `ws` in frames that are made once for many; all else goes through
 * `ws`, which without compression writes at once, so that the order stays.
 */
class ClientWire implements Wire {
  readonly #socket: WebSocket
  readonly #stream: Duplex
  readonly #frames: EventFrames
  #drained: PromiseWithResolvers<void> | undefined

  constructor(socket: WebSocket, stream: Duplex, frames: EventFrames) {
    this.#socket = socket
    this.#stream = stream
    this.#frames = frames
  }

  send(message: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    this.#socket.send(message)
    this.#holdBack()
  }

  next(id: string, event: LiveEvent): Promise<void> | undefined {
    if (this.#socket.readyState !== WebSocket.OPEN) return undefined
    const stream = this.#stream
    const pieces = this.#frames(id, event)
    if (pieces.length > 1) stream.cork()
    for (const piece of pieces) stream.write(piece)
    if (pieces.length > 1) stream.uncork()
    if (!stream.writableNeedDrain) return undefined
    this.#holdBack()
    if (!this.#drained) {
      this.#drained = Promise.withResolvers()
      stream.once('drain', () => this.closed())
    }
    return this.#drained.promise
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  /** Otherwise who asks on and on, or pings, and never reads would fill the memory with answers. */
  #holdBack(): void {
    if (this.#stream.writableLength <= MOST_UNREAD_BYTES || this.#socket.isPaused) return
    this.#socket.pause()
    this.#stream.once('drain', () => this.#socket.resume())
  }

  /** Nobody waits for it to drain any more. */
  closed(): void {
    this.#drained?.resolve()
    this.#drained = undefined
  }
}
