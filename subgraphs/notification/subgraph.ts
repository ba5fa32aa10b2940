import type { BrokerSubscription } from '../../kit/broker.ts'
import { waitingForDatabase } from '../../kit/database.ts'
import { baseContext, buildSubgraph, type Subgraph, type SubgraphDependencies } from '../../kit/subgraph.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import type { Context } from './context.ts'
import { HANDLED_TYPES, handleEvent } from './events.ts'
import { createLoaders } from './loaders.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import { createStore } from './store/index.ts'

/** What the platform tells people. */
export async function createNotificationSubgraph(dependencies: SubgraphDependencies): Promise<Subgraph> {
  const { database, broker, fanout, log, now } = dependencies
  const store = createStore(database)
  let consumer: BrokerSubscription | undefined

  return {
    name: 'notification',
    schema: buildSubgraph({ typeDefs: readTypeDefs('notification'), resolvers, policy, log }),

    async context(request): Promise<Context> {
      const base = await baseContext(request, dependencies)
      return { ...base, store, loaders: createLoaders(store), fanout, now }
    },

    async start() {
      consumer = await broker.subscribe({
        consumer: 'notification',
        types: HANDLED_TYPES,
        handle: (event) => handleEvent(event, { store, fanout, now: now() }),
      })
    },

    async stop() {
      await consumer?.stop()
      await store.close()
    },

    async waitingFor() {
      const missing = consumer ? [] : ['the events that notification follows']
      return [...missing, ...(await waitingForDatabase(database))]
    },
  }
}
