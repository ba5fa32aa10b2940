import type { BrokerSubscription } from '../../kit/broker.ts'
import { waitingForDatabase } from '../../kit/database.ts'
import { type Subgraph, type SubgraphDependencies, baseContext, buildSubgraph } from '../../kit/subgraph.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import type { Context } from './context.ts'
import { HANDLED_TYPES, handleEvent } from './events.ts'
import { createLoaders } from './loaders.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import { createStore } from './store/index.ts'

/** What students have shown they can do, and how questions behave, learnt from the sessions that were scored. */
export async function createAnalyticsSubgraph(dependencies: SubgraphDependencies): Promise<Subgraph> {
  const { database, broker, log, now } = dependencies
  const store = createStore(database)
  let consumer: BrokerSubscription | undefined

  return {
    name: 'analytics',
    schema: buildSubgraph({ typeDefs: readTypeDefs('analytics'), resolvers, policy, log }),

    async context(request): Promise<Context> {
      const base = await baseContext(request, dependencies)
      return { ...base, store, loaders: createLoaders(store), now: now() }
    },

    async start() {
      consumer = await broker.subscribe({
        consumer: 'analytics',
        types: HANDLED_TYPES,
        handle: (event) => handleEvent(event, { store }),
      })
    },

    async stop() {
      await consumer?.stop()
      await store.close()
    },

    async waitingFor() {
      const missing = consumer ? [] : ['the events that analytics follows']
      return [...missing, ...(await waitingForDatabase(database))]
    },
  }
}
