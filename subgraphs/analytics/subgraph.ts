import type { BrokerSubscription } from '../../kit/broker.ts'
import { type Subgraph, type SubgraphDependencies, baseContext, buildSubgraph } from '../../kit/subgraph.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import type { Context } from './context.ts'
import { handleEvent, handledTypes } from './events.ts'
import { createLoaders } from './loaders.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import { createStore } from './store/index.ts'

/** What students have shown they can do, and how questions behave, learnt from the sessions that were scored. */
export async function createAnalyticsSubgraph(deps: SubgraphDependencies): Promise<Subgraph> {
  const { database, broker, log, now } = deps
  const store = createStore(database)
  let subscription: BrokerSubscription | undefined

  return {
    name: 'analytics',
    schema: buildSubgraph({ typeDefs: readTypeDefs('analytics'), resolvers, policy, log }),
    context: async (request): Promise<Context> => ({
      ...(await baseContext(request, deps)),
      store,
      loaders: createLoaders(store),
      now: now(),
    }),
    async start() {
      subscription = await broker.subscribe({
        consumer: 'analytics',
        types: handledTypes,
        handle: (event) => handleEvent(store, event),
      })
    },
    async stop() {
      await subscription?.stop()
      await store.close()
    },
    async waitingFor() {
      if (!subscription) return ['the event subscription of analytics']
      return store.ping().then(
        () => [],
        () => ['the database of analytics'],
      )
    },
  }
}
