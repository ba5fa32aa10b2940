import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { type Config, ConfigError, readConfig } from '../kit/config.ts'
import { openDatabase } from '../kit/database.ts'
import { openRedisFanout } from '../kit/fanout.ts'
import { createLogger } from '../kit/log.ts'
import { MigrationError } from '../kit/migrate.ts'
import { startGateway } from './start-gateway.ts'
import { followOverrideLabels, readOverrideLabels } from './supergraph/follow-override-labels.ts'
import { followSupergraph } from './supergraph/follow-supergraph.ts'
import { openHistory } from './supergraph/history.ts'
import { SupergraphError } from './supergraph/load-supergraph.ts'
import { OverrideLabelsError } from './supergraph/override-labels.ts'
import { startWithServable } from './supergraph/start-with-servable.ts'

const USAGE = `Usage: npm run gateway -- [--supergraph FILE] [--host HOST] [--port N] [--no-auth] [--accept-breaking]

With --supergraph, any Federation 2 supergraph is served, its subgraphs at the addresses in the file.
Without it, Simpul's own, with its subgraphs at USERS_URL and the like.

What is served changes with the file. With --accept-breaking a supergraph that breaks registered operations is let in too.`

const DEFAULT_PORT = 4000

/**
 * V8 lets the old part of the heap grow to several times of what is in use. To twice, and with the young part bounded by
 * `--max-semi-space-size=16`, which only the command line can say, a loaded gateway stays below 300 MB.
 */
const HEAP_GROWTH = '--heap-growing-percent=100'

/** Why the gateway does not start, in one line for whoever started it. */
class StartError extends Error {}

async function main(): Promise<void> {
  setFlagsFromString(HEAP_GROWTH)
  const flags = readFlags()
  const config = readConfig(
    flags.supergraph || flags.noAuth ? [] : ['ACCESS_TOKEN_PUBLIC_KEY', 'IDENTITY_SECRET'],
  )
  const log = createLogger({ name: 'gateway', level: config.LOG_LEVEL })
  const keys: { publicKey?: string | undefined; identitySecret?: string | undefined } = flags.noAuth
    ? {}
    : { publicKey: config.ACCESS_TOKEN_PUBLIC_KEY, identitySecret: config.IDENTITY_SECRET }
  if ((keys.publicKey === undefined) !== (keys.identitySecret === undefined)) {
    throw new StartError('ACCESS_TOKEN_PUBLIC_KEY and IDENTITY_SECRET go together: give both, or --no-auth.')
  }
  const file = flags.supergraph ?? config.SUPERGRAPH
  const labels = config.OVERRIDE_LABELS
  const overrideLabels = labels === undefined ? undefined : await readOverrideLabels(labels)
  const databaseUrl = config.GATEWAY_DATABASE_URL ?? config.DATABASE_URL
  const database =
    databaseUrl === undefined
      ? undefined
      : openDatabase({ url: databaseUrl, schema: 'gateway', connections: config.DATABASE_CONNECTIONS })
  // By Redis alone a gateway in a process of its own hears which sessions end before their access tokens do.
  const fanout = config.REDIS_URL ? await openRedisFanout({ url: config.REDIS_URL, log }) : undefined
  const history = openHistory({ home: config.SIMPUL_HOME, file, log })
  const gateway = await startWithServable({
    file,
    history,
    log,
    start: (supergraphSdl) =>
      startGateway({
        supergraphSdl,
        reach: {
          urls: flags.supergraph ? {} : ownSubgraphs(config),
          http: { timeoutMs: config.SUBGRAPH_TIMEOUT_MS },
          timeouts: config.SUBGRAPH_TIMEOUTS_MS,
        },
        host: flags.host ?? config.HOST,
        port: flags.port ?? config.PORT ?? DEFAULT_PORT,
        ...keys,
        database,
        fanout,
        overrideLabels,
        log,
        introspection: config.INTROSPECTION,
        corsOrigins: config.CORS_ORIGINS,
        forwardHeaders: config.FORWARD_HEADERS,
        maxBodyBytes: config.MAX_BODY_BYTES,
        load: { operations: config.MAX_OPERATIONS, lagMs: config.MAX_LAG_MS },
      }),
  }).catch(async (error: unknown) => {
    await fanout?.close()
    await database?.close()
    throw error
  })
  log.info({ url: gateway.url, supergraph: file, authenticates: keys.publicKey !== undefined }, 'ready')

  const following = followSupergraph({ file, gateway, history, breaking: flags.breaking, log })
  const followingLabels =
    labels === undefined ? undefined : followOverrideLabels({ file: labels, gateway, log })

  let stopping = false
  // npm passes on a Ctrl-C that the terminal has sent already: the second must not cut the first short.
  function stop(signal: string): void {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    const stopped = Promise.all([following.stop(), followingLabels?.stop(), gateway.stop()]).finally(() =>
      Promise.all([fanout?.close(), database?.close()]),
    )
    stopped.then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.error({ err: error }, 'The gateway did not stop cleanly')
        process.exitCode = 1
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', (signal) => {
    // A terminal that closes says so too; a server that has none is asked to read its configuration again.
    if (process.stdin.isTTY) return stop(signal)
    log.info({ signal, supergraph: file }, 'looking at the supergraph again')
    following.again()
  })
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        supergraph: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        'no-auth': { type: 'boolean', default: false },
        'accept-breaking': { type: 'boolean', default: false },
      },
    })
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) <= 65_535)) {
      throw new StartError(`--port must be a whole number from 0 to 65535, not "${values.port}".`)
    }
    return {
      supergraph: values.supergraph,
      host: values.host,
      port: values.port === undefined ? undefined : Number(values.port),
      noAuth: values['no-auth'],
      breaking: values['accept-breaking'],
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`${(error as Error).message}\n${USAGE}`)
  }
}

function ownSubgraphs(config: Config): Record<string, string> {
  return {
    users: config.USERS_URL,
    catalog: config.CATALOG_URL,
    assessment: config.ASSESSMENT_URL,
    agent: config.AGENT_URL,
    analytics: config.ANALYTICS_URL,
    notification: config.NOTIFICATION_URL,
  }
}

function reasonToStop(error: unknown): string | undefined {
  const known = [StartError, SupergraphError, ConfigError, OverrideLabelsError, MigrationError]
  if (error instanceof Error && known.some((kind) => error instanceof kind)) return error.message
  const { code, port } = error as { code?: unknown; port?: unknown }
  if (code === 'EADDRINUSE') return `The port ${String(port)} is taken: give another with --port or PORT.`
  if (code === 'EACCES') return `The port ${String(port)} needs rights that this user does not have.`
  return undefined
}

main().catch((error: unknown) => {
  const reason = reasonToStop(error)
  if (reason === undefined) throw error
  process.stderr.write(`${reason}\n`)
  process.exitCode = 1
})
