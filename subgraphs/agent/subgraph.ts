import type { BrokerSubscription } from '../../kit/broker.ts'
import { waitingForDatabase } from '../../kit/database.ts'
import { startRelay } from '../../kit/outbox.ts'
import { baseContext, buildSubgraph, type Subgraph, type SubgraphDependencies } from '../../kit/subgraph.ts'
import { traceparentOf } from '../../kit/trace.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import type { Context } from './context.ts'
import { HANDLED_TYPES, handleEvent } from './events.ts'
import { createLoaders } from './loaders.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import { createRunner } from './runner/runner.ts'
import { createSearch, type SearchSettings } from './search/search.ts'
import { createStore } from './store/index.ts'

/** How often texts are looked for that have no embedding of the present embedder. */
const CATCH_UP_MS = 60_000

/**
 * The agent, which writes questions, and search by meaning.
 * @param settings what embeds texts and keeps vectors; the embedded defaults need nothing
 */
export async function createAgentSubgraph(
  dependencies: SubgraphDependencies,
  settings: SearchSettings = {},
): Promise<Subgraph> {
  const { database, broker, fanout, log, now } = dependencies
  const store = createStore(database)
  const search = createSearch(store, settings, log)
  const runner = createRunner({ store, search, fanout, log, now })
  let relay: ReturnType<typeof startRelay> | undefined
  let consumer: BrokerSubscription | undefined
  let timer: NodeJS.Timeout | undefined
  let catchingUp: Promise<void> | undefined
  let stopped = false

  const catchUp = () => {
    catchingUp ??= search
      .catchUp(() => stopped)
      .catch((err: unknown) => log.warn({ err }, 'Texts wait for their new embeddings'))
      .finally(() => (catchingUp = undefined))
  }

  return {
    name: 'agent',
    schema: buildSubgraph({ typeDefs: readTypeDefs('agent'), resolvers, policy, log }),

    async context(request): Promise<Context> {
      const base = await baseContext(request, dependencies)
      const occasion = { now: now(), traceparent: traceparentOf(base.traceId) }
      return { ...base, store, loaders: createLoaders(store, search), search, runner, fanout, occasion }
    },

    async start() {
      relay = startRelay({ database, broker, log })
      consumer = await broker.subscribe({
        consumer: 'agent',
        types: HANDLED_TYPES,
        handle: (event) => handleEvent(event, { store, search }),
      })
      catchUp()
      timer = setInterval(catchUp, CATCH_UP_MS)
      await runner.start()
    },

    async stop() {
      stopped = true
      clearInterval(timer)
      await Promise.all([consumer?.stop(), runner.stop(), catchingUp])
      await relay?.stop()
      await store.close()
    },

    async waitingFor() {
      const missing = consumer ? [] : ['the events that agent follows']
      return [...missing, ...(await waitingForDatabase(database))]
    },
  }
}
