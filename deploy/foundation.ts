import type { Config } from '../kit/config.ts'
import { claimHome } from './claim-home.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { localSecrets, type Secrets } from './local-secrets.ts'
import { whyNotFree, whyNotReached } from './ports.ts'
import { StartError } from './start-error.ts'
import type { Step } from './steps.ts'

/** What the gateway and the subgraphs stand on, whether they share a process or have one each. */
export type Foundation = {
  config: Config & Secrets & { DATABASE_URL: string; PORT: number }
  /** The folder of this machine's data, absolute. */
  home: string
  /** Resolves, with the reason, when something that all need has ended by itself. */
  lost: Promise<string>
}

const DEFAULT_PORT = 4000
const ANSWERS_WITHIN_MS = 5_000

/** The variables that name servers without which nothing works, and the ports they have unless the address says. */
const SERVERS = ['DATABASE_URL', 'NATS_URL', 'REDIS_URL'] as const
const USUAL_PORTS = { DATABASE_URL: 5432, NATS_URL: 4222, REDIS_URL: 6379 }

/**
 * Claims the home folder, completes the configuration with this machine's secrets, and starts PostgreSQL unless
 * DATABASE_URL names one.
 * @param options.stack releases all of it, in the right order
 * @throws {StartError}
 */
export async function layFoundation(options: {
  config: Config
  step: Step
  stack: AsyncDisposableStack
}): Promise<Foundation> {
  const { config, step, stack } = options
  const port = config.PORT ?? DEFAULT_PORT
  const home = claimHome({
    folder: config.SIMPUL_HOME,
    address: `http://${config.HOST}:${port}/graphql`,
  })
  stack.defer(() => home.release())

  await Promise.all([mustBeFree(port, config.HOST), ...SERVERS.map((name) => mustAnswer(name, config[name]))])

  const completed = { ...config, ...localSecrets(config, home.folder), PORT: port }
  if (config.DATABASE_URL !== undefined) {
    const lost = new Promise<string>(() => {})
    return { config: { ...completed, DATABASE_URL: config.DATABASE_URL }, home: home.folder, lost }
  }

  const postgres = await step('PostgreSQL', () =>
    startEmbeddedPostgres({
      folder: `${home.folder}/postgres`,
      port: config.POSTGRES_PORT === 0 ? undefined : config.POSTGRES_PORT,
    }),
  )
  stack.defer(() => postgres.stop())
  return {
    config: { ...completed, DATABASE_URL: postgres.url('postgres') },
    home: home.folder,
    lost: postgres.ended.then(() => 'PostgreSQL has ended by itself.'),
  }
}

/** @throws {StartError} when nothing can listen there; port 0, any free one, always can */
export async function mustBeFree(port: number, host: string): Promise<void> {
  const reason = port === 0 ? undefined : await whyNotFree(port, host)
  if (reason === 'EADDRINUSE') {
    throw new StartError(`Port ${port} is taken: end what listens there, or set PORT to another one.`)
  }
  if (reason !== undefined) {
    throw new StartError(
      `Cannot listen on ${host}:${port} (${reason}): set HOST and PORT to where this machine may.`,
    )
  }
}

async function mustAnswer(name: (typeof SERVERS)[number], url: string | undefined): Promise<void> {
  if (url === undefined) return
  const { hostname, port } = new URL(url)
  const place = { host: hostname, port: port === '' ? USUAL_PORTS[name] : Number(port) }
  const reason = await whyNotReached(place.host, place.port, ANSWERS_WITHIN_MS)
  if (reason !== undefined) {
    throw new StartError(
      `${name}: nothing answers at ${place.host}:${place.port} (${reason}). Start that server, or leave the variable out.`,
    )
  }
}
