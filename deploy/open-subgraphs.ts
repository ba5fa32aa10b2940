import { join } from 'node:path'
import { openDatabase } from '../kit/database.ts'
import { createInProcessFanout, openRedisFanout } from '../kit/fanout.ts'
import { createIdentityVerifier } from '../kit/identity.ts'
import type { Logger } from '../kit/log.ts'
import { migrate } from '../kit/migrate.ts'
import { openBroker } from '../kit/open-broker.ts'
import type { DatabaseVariable } from '../kit/run-subgraph.ts'
import type { SubgraphDependencies } from '../kit/subgraph.ts'
import { createAgentSubgraph } from '../subgraphs/agent/subgraph.ts'
import { createAnalyticsSubgraph } from '../subgraphs/analytics/subgraph.ts'
import { createAssessmentSubgraph } from '../subgraphs/assessment/subgraph.ts'
import { createCatalogSubgraph } from '../subgraphs/catalog/subgraph.ts'
import { createNotificationSubgraph } from '../subgraphs/notification/subgraph.ts'
import { createUsersSubgraph } from '../subgraphs/users/subgraph.ts'
import type { Foundation } from './foundation.ts'

const SUBGRAPHS = ['users', 'catalog', 'assessment', 'agent', 'analytics', 'notification'] as const

export type SubgraphName = (typeof SUBGRAPHS)[number]

/** Opens, for all subgraphs in one process, what each of their `main.ts` opens for one. */
export async function openDependencies(options: {
  config: Foundation['config']
  log: Logger
  stack: AsyncDisposableStack
}): Promise<Record<SubgraphName, SubgraphDependencies>> {
  const { config, log, stack } = options
  const databases = SUBGRAPHS.map((name) => {
    const url = config[`${name.toUpperCase()}_DATABASE_URL` as DatabaseVariable] ?? config.DATABASE_URL
    return openDatabase({ url, schema: name, connections: config.DATABASE_CONNECTIONS })
  })
  stack.defer(async () => void (await Promise.all(databases.map((database) => database.close()))))

  const [broker, fanout] = await Promise.all([
    openBroker({ natsUrl: config.NATS_URL, databaseUrl: config.DATABASE_URL, log }),
    config.REDIS_URL ? openRedisFanout({ url: config.REDIS_URL, log }) : createInProcessFanout(),
    ...databases.map((database) => migrate({ database, folder: migrationsOf(database.schema) })),
  ])
  stack.defer(() => fanout.close())
  stack.defer(() => broker.close())

  const verifyIdentity = createIdentityVerifier(config.IDENTITY_SECRET)
  const now = () => new Date()
  return Object.fromEntries(
    databases.map((database) => {
      const own = log.child({ subgraph: database.schema })
      return [database.schema, { database, broker, fanout, verifyIdentity, log: own, now }]
    }),
  ) as Record<SubgraphName, SubgraphDependencies>
}

/** The six, made but not started. */
export async function createSubgraphs(
  dependencies: Record<SubgraphName, SubgraphDependencies>,
  config: Foundation['config'],
) {
  const [users, catalog, assessment, agent, analytics, notification] = await Promise.all([
    createUsersSubgraph(dependencies.users, { accessTokenPrivateKey: config.ACCESS_TOKEN_PRIVATE_KEY }),
    createCatalogSubgraph(dependencies.catalog),
    createAssessmentSubgraph(dependencies.assessment),
    createAgentSubgraph(dependencies.agent, {
      openaiApiKey: config.OPENAI_API_KEY,
      openaiBaseUrl: config.OPENAI_BASE_URL,
      weaviateUrl: config.WEAVIATE_URL,
    }),
    createAnalyticsSubgraph(dependencies.analytics),
    createNotificationSubgraph(dependencies.notification),
  ])
  return { users, catalog, assessment, agent, analytics, notification }
}

function migrationsOf(subgraph: string): string {
  return join(import.meta.dirname, '..', 'prisma', subgraph, 'migrations')
}
