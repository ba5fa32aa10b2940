import { ConfigError, type Config, readConfig } from './config.ts'
import { messageOf } from './errors.ts'
import { createLogger } from './log.ts'
import { openDependencies, openShared } from './open-dependencies.ts'
import { serveSubgraph } from './serve-subgraph.ts'
import type { Subgraph, SubgraphDependencies } from './subgraph.ts'

/**
 * Runs one subgraph as a process of its own, until SIGTERM or SIGINT: the whole of each subgraph's `main.ts`.
 * Reads the environment, brings the tables up to date, serves at HOST:PORT, logs JSON lines to standard output.
 *
 * @param options.required variables that this subgraph needs beyond those that all need
 */
export async function runSubgraph<Required extends keyof Config = never>(options: {
  name: string
  required?: readonly Required[]
  create(
    dependencies: SubgraphDependencies,
    config: Config & { [Name in Required]-?: NonNullable<Config[Name]> },
  ): Promise<Subgraph>
}): Promise<void> {
  const { name } = options
  const stack = new AsyncDisposableStack()
  let log = createLogger({ name, level: 'info' })
  try {
    const config = readConfig(process.env, ['IDENTITY_SECRET', 'DATABASE_URL', ...(options.required ?? [])])
    log = createLogger({ name, level: config.LOG_LEVEL })
    const shared = await openShared({ config, log, stack })
    const dependencies = await openDependencies({ name, config, shared, log, stack })
    const subgraph = await options.create(dependencies, config as never)
    stack.defer(() => subgraph.stop())
    await subgraph.start()
    const server = await serveSubgraph({ subgraph, host: config.HOST, port: config.PORT, log })
    stack.defer(() => server.stop())
    log.info({ port: server.port }, 'Serving')
    await untilAskedToStop()
    log.info('Stopping')
  } catch (error) {
    if (error instanceof ConfigError)
      log.fatal({ problems: error.problems }, 'The configuration has problems')
    else log.fatal({ err: error }, `Could not start: ${messageOf(error)}`)
    process.exitCode = 1
  } finally {
    await stack.disposeAsync()
  }
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}
