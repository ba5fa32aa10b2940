import { type Config, ConfigError, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { messageOf } from './errors.ts'
import { createInProcessFanout, openRedisFanout } from './fanout.ts'
import { createIdentityVerifier } from './identity.ts'
import { createLogger } from './log.ts'
import { migrate } from './migrate.ts'
import { openBroker } from './open-broker.ts'
import { serveSubgraph } from './serve-subgraph.ts'
import type { Subgraph, SubgraphDependencies } from './subgraph.ts'

/** The configuration in which these variables are certainly set. */
type ConfigWith<Required extends keyof Config> = Config & { [Name in Required]-?: NonNullable<Config[Name]> }

/** The variable that holds a subgraph's own database, for example `USERS_DATABASE_URL`. */
export type DatabaseVariable = Extract<keyof Config, `${string}_DATABASE_URL`>

/**
 * Runs one subgraph as a process of its own: reads the environment, migrates its tables, serves it on PORT (without
 * one, on the port of its `<SUBGRAPH>_URL`) and stops it in order on SIGTERM or SIGINT.
 * What keeps it from starting is written to standard error, one line each, with exit code 1.
 */
export async function runSubgraph<Required extends keyof Config = never>(
  name: string,
  required: readonly Required[],
  create: (dependencies: SubgraphDependencies, config: ConfigWith<Required>) => Promise<Subgraph>,
): Promise<void> {
  try {
    await run(name, required, create)
  } catch (error) {
    process.stderr.write(
      `${error instanceof ConfigError ? error.message : `${name} cannot start: ${messageOf(error)}`}\n`,
    )
    process.exit(1)
  }
}

async function run<Required extends keyof Config>(
  name: string,
  required: readonly Required[],
  create: (dependencies: SubgraphDependencies, config: ConfigWith<Required>) => Promise<Subgraph>,
): Promise<void> {
  const config = readConfig<Required | 'IDENTITY_SECRET'>(['IDENTITY_SECRET', ...required])
  const variable = name.toUpperCase()
  const url = config[`${variable}_DATABASE_URL` as DatabaseVariable] ?? config.DATABASE_URL
  const brokerUrl = config.NATS_URL ?? config.DATABASE_URL
  const problems = [
    ...(url ? [] : [`DATABASE_URL or ${variable}_DATABASE_URL: is required and missing.`]),
    ...(brokerUrl ? [] : ['NATS_URL or DATABASE_URL: is required, to carry events between the subgraphs.']),
  ]
  if (!url || !brokerUrl) throw new ConfigError(problems)

  const log = createLogger({ name, level: config.LOG_LEVEL })
  const database = openDatabase({ url, schema: name, connections: config.DATABASE_CONNECTIONS })
  await migrate({ database, folder: `prisma/${name}/migrations` })
  const broker = await openBroker({ natsUrl: config.NATS_URL, databaseUrl: brokerUrl, log })
  const fanout = config.REDIS_URL
    ? await openRedisFanout({ url: config.REDIS_URL, log })
    : createInProcessFanout()

  const verifyIdentity = createIdentityVerifier(config.IDENTITY_SECRET)
  const subgraph = await create(
    { database, broker, fanout, verifyIdentity, log, now: () => new Date() },
    config,
  )
  await subgraph.start()
  const own = new URL(config[`${variable}_URL` as Extract<keyof Config, `${string}_URL`>] as string)
  const port = config.PORT ?? Number(own.port)
  const server = await serveSubgraph({ subgraph, host: config.HOST, port, log })
  log.info({ port: server.port }, `${name} is ready`)

  const stop = async () => {
    await server.stop()
    await subgraph.stop()
    await broker.close()
    await fanout.close()
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}
