import { join } from 'node:path'
import type { Config } from '../kit/config.ts'
import { type Foundation, layFoundation, mustBeFree } from './foundation.ts'
import { openLog } from './open-log.ts'
import { type Service, startService } from './service.ts'
import { silently, type Step } from './steps.ts'
import type { System } from './system.ts'

/**
 * Starts the whole system as seven processes, each with the variables that docker-compose.yml gives its container.
 * Either all of them run when this resolves, or none is left running when it rejects.
 *
 * @throws {StartError} for what a person can mend
 */
export async function startServices(options: { config: Config; step?: Step }): Promise<System> {
  const { step = silently } = options
  await using stack = new AsyncDisposableStack()
  const { config, home, lost } = await layFoundation({ config: options.config, step, stack })
  const places = {
    users: config.USERS_URL,
    catalog: config.CATALOG_URL,
    assessment: config.ASSESSMENT_URL,
    agent: config.AGENT_URL,
    analytics: config.ANALYTICS_URL,
    notification: config.NOTIFICATION_URL,
  }
  await Promise.all(Object.values(places).map((url) => mustBeFree(Number(new URL(url).port), config.HOST)))
  await prepare({ config, home, step })

  const env = variablesOf(config)
  const services: [string, Service][] = await Promise.all(
    Object.entries(places).map(async ([name, url]): Promise<[string, Service]> => {
      const program = `subgraphs/${name}/main.ts`
      const own = { ...env, PORT: new URL(url).port }
      const service = await step(name, () => startService({ name, program, url, env: own, home }))
      stack.defer(() => service.stop())
      return [name, service]
    }),
  )
  const url = `http://${config.HOST}:${config.PORT}/graphql`
  const gateway = await step('gateway', () =>
    startService({
      name: 'gateway',
      flags: ['--max-semi-space-size=16'],
      program: 'gateway/main.ts',
      url,
      env,
      home,
    }),
  )
  stack.defer(() => gateway.stop())

  const running = stack.move()
  const ends = [...services, ['gateway', gateway] as const].map(async ([name, service]) => {
    const said = await service.ended
    return `The process of ${name} has ended by itself${said ? `: ${said}` : '.'}`
  })
  return {
    url,
    logFile: `${home}/logs`,
    lost: Promise.race([lost, ...ends]),
    stop: () => running.disposeAsync(),
  }
}

/** The tables and the demo content, before anyone is served; closes what it needed for that. */
async function prepare(options: { config: Foundation['config']; home: string; step: Step }): Promise<void> {
  const { config, home, step } = options
  await using stack = new AsyncDisposableStack()
  const { createSubgraphs, openDependencies } = await import('./open-subgraphs.ts')
  const { log } = openLog({ home, name: 'start', level: config.LOG_LEVEL, stack })
  const dependencies = await step('Tables', () => openDependencies({ config, log, stack }))
  if (!config.DEMO) return
  await step('Demo content', async () => {
    const { seedDemo } = await import('../demo/seed.ts')
    await seedDemo(await createSubgraphs(dependencies, config))
  })
}

/** The environment of a service: this one's, and what was completed here. */
function variablesOf(config: Foundation['config']): Record<string, string | undefined> {
  return {
    ...process.env,
    NODE_COMPILE_CACHE: join(import.meta.dirname, '..', 'node_modules', '.cache', 'simpul'),
    PORT: String(config.PORT),
    DATABASE_URL: config.DATABASE_URL,
    IDENTITY_SECRET: config.IDENTITY_SECRET,
    ACCESS_TOKEN_PRIVATE_KEY: config.ACCESS_TOKEN_PRIVATE_KEY,
    ACCESS_TOKEN_PUBLIC_KEY: config.ACCESS_TOKEN_PUBLIC_KEY,
  }
}
