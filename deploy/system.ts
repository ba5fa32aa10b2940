import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Config } from '../kit/config.ts'
import { openDatabase } from '../kit/database.ts'
import { layFoundation } from './foundation.ts'
import { openLog } from './open-log.ts'
import { silently, type Step } from './steps.ts'

export type System = {
  /** Where GraphQL answers, over HTTP and, with `ws:`, over WebSocket. */
  url: string
  /** The file that the log lines go to. */
  logFile: string
  /** Resolves, with the reason, when the system can no longer work and has to be stopped. */
  lost: Promise<string>
  /** Stops everything in the order opposite to that of starting: the door first, PostgreSQL last. */
  stop(): Promise<void>
}

/**
 * Starts the whole system in this process: PostgreSQL, tables, the six subgraphs, demo content, the gateway.
 * Either all of it runs when this resolves, or nothing is left running when it rejects.
 *
 * @throws {StartError} for what a person can mend
 */
export async function startSystem(options: { config: Config; step?: Step }): Promise<System> {
  const { step = silently } = options
  await using stack = new AsyncDisposableStack()

  // While PostgreSQL comes up in its own process, this one reads the program.
  const program = Promise.all([import('./open-subgraphs.ts'), import('../gateway/start-gateway.ts')])
  program.catch(() => {})
  const { config, home, lost } = await layFoundation({ config: options.config, step, stack })
  const [{ createSubgraphs, openDependencies }, { startGateway }] = await program
  const { log, logFile } = openLog({ home, name: 'simpul', level: config.LOG_LEVEL, stack })
  const logWarning = (warning: Error) => log.warn({ err: warning }, 'Node.js warns')
  process.on('warning', logWarning)
  stack.defer(() => void process.removeListener('warning', logWarning))

  const dependencies = await step('Tables', () => openDependencies({ config, log, stack }))
  const subgraphs = await step('Subgraphs', async () => {
    const created = await createSubgraphs(dependencies, config)
    await Promise.all(
      Object.values(created).map(async (subgraph) => {
        stack.defer(() => subgraph.stop())
        await subgraph.start()
      }),
    )
    return created
  })
  if (config.DEMO) {
    await step('Demo content', async () => {
      const { seedDemo } = await import('../demo/seed.ts')
      await seedDemo(subgraphs)
    })
  }
  const { DATABASE_CONNECTIONS: connections, GATEWAY_DATABASE_URL: databaseUrl = config.DATABASE_URL } =
    config
  const database = openDatabase({ url: databaseUrl, schema: 'gateway', connections })
  stack.defer(() => database.close())
  const gateway = await step('Gateway', async () =>
    startGateway({
      supergraphSdl: await readFile(resolve(import.meta.dirname, '..', config.SUPERGRAPH), 'utf8'),
      reach: {
        subgraphs: Object.values(subgraphs),
        http: { timeoutMs: config.SUBGRAPH_TIMEOUT_MS },
        timeouts: config.SUBGRAPH_TIMEOUTS_MS,
      },
      host: config.HOST,
      port: config.PORT,
      publicKey: config.ACCESS_TOKEN_PUBLIC_KEY,
      identitySecret: config.IDENTITY_SECRET,
      database,
      fanout: dependencies.users.fanout,
      introspection: config.INTROSPECTION,
      corsOrigins: config.CORS_ORIGINS,
      forwardHeaders: config.FORWARD_HEADERS,
      maxBodyBytes: config.MAX_BODY_BYTES,
      load: { operations: config.MAX_OPERATIONS, lagMs: config.MAX_LAG_MS },
      log,
    }),
  )
  stack.defer(() => gateway.stop())

  log.info({ url: gateway.url }, 'ready')

  const running = stack.move()
  return { url: gateway.url, logFile, lost, stop: () => running.disposeAsync() }
}
