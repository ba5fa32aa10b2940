import type { AddressInfo } from 'node:net'
import type { Database } from '../kit/database.ts'
import type { Fanout } from '../kit/fanout.ts'
import type { Logger } from '../kit/log.ts'
import { createAuthenticator, passAuthorizationOn } from './caller/authenticate.ts'
import { forwardHeaders } from './caller/forward-headers.ts'
import { identifyClient } from './caller/identify-client.ts'
import { createRevokedSessions, hearRevocations } from './caller/revoked-sessions.ts'
import type { Policies } from './caller/rights.ts'
import { createHealth } from './door/health.ts'
import { PATIENCE, type Patience, createHttp } from './door/http.ts'
import { LOAD_LIMITS, type LoadLimits, createShedder } from './door/shed-load.ts'
import { createStreams } from './door/stream.ts'
import { type SocketTimes, serveWebSocket } from './door/websocket.ts'
import { createGraphiql } from './explorer/graphiql.ts'
import { type Gateway, createGateway } from './gateway.ts'
import { createMetrics } from './metrics.ts'
import { DEFAULT_LIMITS, type Limits } from './operation/limits.ts'
import { createPersisted } from './persisted/persisted.ts'
import { createOwnSubgraph } from './persisted/subgraph.ts'
import type { Topology } from './reach/reach.ts'
import type { SlowLimits } from './subscribe/member.ts'
import type { OverrideLabels } from './supergraph/override-labels.ts'

export type StartGatewayOptions = {
  supergraphSdl: string
  /** Which subgraphs run in this process, and where the others are. */
  reach: Topology
  host?: string | undefined
  /** 0 for any free one. */
  port: number
  /** Verifies access tokens (SPKI, PEM). Without it nobody is authenticated here, and `authorization` is passed on. */
  publicKey?: string | undefined
  /** Signs for the subgraphs who is calling. Goes with `publicKey`. */
  identitySecret?: string | undefined
  /** Where registered documents are kept, by whoever opened it; without one nothing can be registered. */
  database?: Database | undefined
  /** Decides what `@policy` names in the graph; what is not named here is met by the role of that name. */
  policies?: Policies | undefined
  /** For whom the labels of progressive `@override` are on; nobody, but for `percent(n)`. */
  overrideLabels?: OverrideLabels | undefined
  log: Logger
  /** Introspection and the explorers; on unless said otherwise. */
  introspection?: boolean | undefined
  corsOrigins?: readonly string[] | undefined
  /** Headers of the client's that go on to the subgraphs, by their names in lower case. */
  forwardHeaders?: readonly string[] | undefined
  maxBodyBytes?: number | undefined
  limits?: Partial<Limits> | undefined
  /** How much may be under way before requests are refused. */
  load?: Partial<LoadLimits> | undefined
  /** When a subscriber is too slow, and is dropped. */
  slow?: Partial<SlowLimits> | undefined
  /** Where it is told which sessions end while their access tokens are still valid. */
  fanout?: Fanout | undefined
  /** How long WebSockets may be silent. */
  socketTimes?: Partial<SocketTimes> | undefined
  /** How often a quiet subscription over HTTP says that it lives, in milliseconds. */
  heartbeatMs?: number | undefined
  /** How long a client of the HTTP door may take. */
  patience?: Partial<Patience> | undefined
  /** Metrics of the process itself beside the gateway's; on unless said otherwise. */
  processMetrics?: boolean | undefined
}

export type StartedGateway = {
  url: string
  port: number
  /** Of the supergraph that is served now. */
  readonly version: string
  /** How many queries and mutations are under way. */
  readonly running: number
  replaceSupergraph: Gateway['replaceSupergraph']
  /** Ends what is open in a session's name, and refuses its access tokens from now on. */
  revokeSession(sessionId: string): void
  setOverrideLabels: Gateway['setOverrideLabels']
  /** Refuses what is new, finishes what runs (10 s at most), closes the sockets with 1001. */
  stop(): Promise<void>
}

const MAX_BODY_BYTES = 1_000_000
const HEARTBEAT_MS = 10_000
/** How many connections may wait to be taken in, so that many clients that come back at once are not told to try again. */
const BACKLOG = 4_096
const FINISH_WITHIN_MS = 10_000
const SOCKETS_CLOSE_WITHIN_MS = 1_000
const SWEEP_MS = 10

/**
 * Opens the public door.
 * @throws SupergraphError when the supergraph cannot be served, and what `listen` throws when the port is taken
 */
export async function startGateway(options: StartGatewayOptions): Promise<StartedGateway> {
  const {
    host = '127.0.0.1',
    publicKey,
    identitySecret,
    log,
    introspection = true,
    maxBodyBytes = MAX_BODY_BYTES,
  } = options
  if ((publicKey === undefined) !== (identitySecret === undefined)) {
    throw new Error('The public key of access tokens and the identity secret go together: give both or none.')
  }
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const metrics = createMetrics({ process: options.processMetrics ?? true })
  const persisted = createPersisted({ database: options.database, metrics, log })
  const shedder = createShedder({
    running: () => gateway.running,
    limits: { ...LOAD_LIMITS, ...options.load },
    metrics,
    log,
  })
  const revoked = createRevokedSessions()
  const gateway: Gateway = createGateway({
    supergraphSdl: options.supergraphSdl,
    reach: {
      ...options.reach,
      own: () => createOwnSubgraph({ persisted, engine: () => gateway.engine, identitySecret, log }),
    },
    persisted,
    identitySecret,
    policies: options.policies ?? {},
    overrideLabels: options.overrideLabels ?? {},
    introspection,
    limits,
    mayRun: shedder.mayRun,
    hasEnded: revoked.isRevoked,
    slow: options.slow,
    metrics,
    log,
  })
  const forwarded = options.forwardHeaders ?? []
  const authenticate = revoked.guard(
    forwardHeaders(
      forwarded,
      identifyClient(
        publicKey === undefined ? passAuthorizationOn : createAuthenticator(publicKey),
        persisted.clientOf,
      ),
    ),
  )
  revoked.onRevoked((sessionId) => gateway.endSession(sessionId))
  const stopHearing = hearRevocations(options.fanout, revoked, log)
  const health = createHealth(async () => [
    ...(await gateway.waitingFor()),
    ...(await persisted.waitingFor()),
  ])
  const streams = createStreams({
    present: gateway.present,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
  })
  const server = createHttp({
    gateway,
    authenticate,
    streams,
    shedder,
    health,
    metrics,
    graphiql: introspection ? createGraphiql() : undefined,
    corsOrigins: options.corsOrigins ?? [],
    forwarded,
    maxBodyBytes,
    maxBatch: limits.batch,
    patience: { ...PATIENCE, ...options.patience },
    log,
  })
  const webSocket = serveWebSocket({
    server,
    gateway,
    authenticate,
    forwarded,
    revoked,
    shedder,
    metrics,
    maxMessageBytes: maxBodyBytes,
    times: options.socketTimes,
    log,
  })
  try {
    await persisted.start({ engine: () => gateway.engine, changed: () => gateway.endUnregistered() })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port: options.port, host, backlog: BACKLOG }, () => resolve())
    })
  } catch (error) {
    stopHearing()
    shedder.stop()
    await webSocket.stop(0)
    await gateway.stop()
    await persisted.stop()
    throw error
  }
  const { port } = server.address() as AddressInfo

  async function stop(): Promise<void> {
    health.stopping()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    await within(FINISH_WITHIN_MS, gateway.idle())
    stopHearing()
    streams.stop()
    await webSocket.stop(SOCKETS_CLOSE_WITHIN_MS)
    // A connection that was busy a moment ago is idle, but kept, as soon as its answer is written.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    await within(SOCKETS_CLOSE_WITHIN_MS, closed)
    clearInterval(sweep)
    server.closeAllConnections()
    await closed
    shedder.stop()
    await gateway.stop()
    await persisted.stop()
  }

  let stopped: Promise<void> | undefined
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`,
    port,
    get version() {
      return gateway.engine.version
    },
    get running() {
      return gateway.running
    },
    replaceSupergraph: gateway.replaceSupergraph,
    revokeSession: revoked.revoke,
    setOverrideLabels: gateway.setOverrideLabels,
    stop: () => (stopped ??= stop()),
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))
  await Promise.race([work, late])
  clearTimeout(timer)
}
