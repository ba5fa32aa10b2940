import { join } from 'node:path'
import type { Broker } from './broker.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database.ts'
import { createInProcessFanout, type Fanout, openRedisFanout } from './fanout.ts'
import { createIdentityVerifier } from './identity.ts'
import type { Logger } from './log.ts'
import { migrate } from './migrate.ts'
import { openBroker } from './open-broker.ts'
import type { SubgraphDependencies } from './subgraph.ts'

const root = join(import.meta.dirname, '..')

/** The address of the database that holds the tables of `subgraph`: its own variable's, or the common one. */
export function databaseUrlOf(subgraph: string, config: Config): string {
  const own = config[`${subgraph.toUpperCase()}_DATABASE_URL` as keyof Config]
  return String(own ?? required(config, 'DATABASE_URL'))
}

/** What the subgraphs of one process share. Closed in the order opposite to that of opening. */
export async function openShared(options: { config: Config; log: Logger; stack: AsyncDisposableStack }) {
  const { config, log, stack } = options
  const [fanout, broker] = await Promise.all([
    config.REDIS_URL ? openRedisFanout({ url: config.REDIS_URL, log }) : createInProcessFanout(),
    openBroker({
      natsUrl: config.NATS_URL,
      databaseUrl: config.NATS_URL ? '' : required(config, 'DATABASE_URL'),
      log,
    }),
  ])
  stack.defer(() => fanout.close())
  stack.defer(() => broker.close())
  return { fanout, broker }
}

/**
 * Opens the database of a subgraph, brings its tables up to date, and gives what `create<Name>Subgraph` asks for.
 * @param options.stack closes what was opened here
 */
export async function openDependencies(options: {
  name: string
  config: Config
  shared: { fanout: Fanout; broker: Broker }
  log: Logger
  stack: AsyncDisposableStack
}): Promise<SubgraphDependencies> {
  const { name, config, shared, stack } = options
  const database = openDatabase({
    url: databaseUrlOf(name, config),
    schema: name,
    connections: config.DATABASE_CONNECTIONS,
  })
  stack.defer(() => database.close())
  await migrate({ database, folder: join(root, 'prisma', name, 'migrations') })
  return {
    ...shared,
    database,
    verifyIdentity: createIdentityVerifier(required(config, 'IDENTITY_SECRET')),
    log: options.log.child({ subgraph: name }),
    now: () => new Date(),
  }
}

/** Whoever reads the configuration for a whole process names what it requires; this is the last line of defence. */
function required<Name extends keyof Config>(config: Config, name: Name): NonNullable<Config[Name]> {
  const value = config[name]
  if (value === undefined || value === null) throw new Error(`${name} is required and missing.`)
  return value
}
