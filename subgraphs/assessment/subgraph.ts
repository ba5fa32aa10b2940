import type { BrokerSubscription } from '../../kit/broker.ts'
import { waitingForDatabase } from '../../kit/database.ts'
import { startRelay } from '../../kit/outbox.ts'
import { type Subgraph, type SubgraphDependencies, baseContext, buildSubgraph } from '../../kit/subgraph.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import { createActiveSessions } from './active-sessions.ts'
import type { Context } from './context.ts'
import { type Deadlines, startDeadlines } from './deadlines.ts'
import { HANDLED_TYPES, handleEvent } from './events.ts'
import { createLoaders } from './loaders.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import { createStore } from './store/index.ts'

/** Exams as they are sat: sessions, answers, deadlines, scores and rooms. */
export async function createAssessmentSubgraph(dependencies: SubgraphDependencies): Promise<Subgraph> {
  const { database, broker, fanout, log, now } = dependencies
  const store = createStore(database)
  const sessions = createActiveSessions({ store, fanout })
  let relay: ReturnType<typeof startRelay> | undefined
  let deadlines: Deadlines | undefined
  let consumer: BrokerSubscription | undefined

  return {
    name: 'assessment',
    schema: buildSubgraph({ typeDefs: readTypeDefs('assessment'), resolvers, policy, log }),

    async context(request): Promise<Context> {
      const receivedAt = now()
      const base = await baseContext(request, dependencies)
      const seesAll = base.viewer?.roles.includes('ADMIN') ?? false
      const loaders = createLoaders(store, sessions, { userId: base.viewer?.userId ?? '', seesAll })
      return { ...base, store, sessions, fanout, loaders, receivedAt, now }
    },

    async start() {
      relay = startRelay({ database, broker, log })
      deadlines = startDeadlines({ store, sessions, now, log })
      consumer = await broker.subscribe({
        consumer: 'assessment',
        types: HANDLED_TYPES,
        handle: (event) => handleEvent(event, { store }),
      })
    },

    async stop() {
      await consumer?.stop()
      await deadlines?.stop()
      await relay?.stop()
      await store.close()
    },

    async waitingFor() {
      const missing = consumer ? [] : ['the events that assessment follows']
      return [...missing, ...(await waitingForDatabase(database))]
    },
  }
}
