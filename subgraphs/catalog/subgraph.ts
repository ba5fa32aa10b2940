import type { BrokerSubscription } from '../../kit/broker.ts'
import { waitingForDatabase } from '../../kit/database.ts'
import { startRelay } from '../../kit/outbox.ts'
import { baseContext, buildSubgraph, type Subgraph, type SubgraphDependencies } from '../../kit/subgraph.ts'
import { traceparentOf } from '../../kit/trace.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import type { Context } from './context.ts'
import { skills } from './domain/skills.ts'
import { type Content, ensureContent, type EnsuredContent } from './ensure-content.ts'
import { HANDLED_TYPES, handleEvent } from './events.ts'
import { createLoaders } from './loaders.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import { createStore } from './store/index.ts'

/** The catalog, and beside what every subgraph has, the way in which a demonstration gets its questions and exams. */
export type CatalogSubgraph = Subgraph & {
  /** Brings questions and exams that are not there yet; works without `start`. See ensure-content.ts. */
  ensureContent(content: Content): Promise<EnsuredContent>
}

/** What can be asked: questions, what they ask about and test, and the exams made of them. */
export async function createCatalogSubgraph(dependencies: SubgraphDependencies): Promise<CatalogSubgraph> {
  const { database, broker, log, now } = dependencies
  const store = createStore(database)
  let relay: ReturnType<typeof startRelay> | undefined
  let consumer: BrokerSubscription | undefined

  return {
    name: 'catalog',
    schema: buildSubgraph({ typeDefs: readTypeDefs('catalog'), resolvers, policy, log }),

    async context(request): Promise<Context> {
      const base = await baseContext(request, dependencies)
      const authorId = base.viewer?.userId ?? null
      const occasion = { now: now(), authorId, traceparent: traceparentOf(base.traceId) }
      return { ...base, store, loaders: createLoaders(store), occasion }
    },

    async start() {
      await store.seedSkills(skills)
      relay = startRelay({ database, broker, log })
      consumer = await broker.subscribe({
        consumer: 'catalog',
        types: HANDLED_TYPES,
        handle: (event) => handleEvent(event, { store, now: now(), log }),
      })
    },

    async stop() {
      await consumer?.stop()
      await relay?.stop()
      await store.close()
    },

    async waitingFor() {
      const missing = consumer ? [] : ['the events that catalog follows']
      return [...missing, ...(await waitingForDatabase(database))]
    },

    ensureContent: (content) => ensureContent(store, content, now()),
  }
}
