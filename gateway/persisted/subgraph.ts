import DataLoader from 'dataloader'
import { coded } from '../../kit/errors.ts'
import { createIdentityVerifier } from '../../kit/identity.ts'
import type { Logger } from '../../kit/log.ts'
import { baseContext, buildSubgraph, type Subgraph } from '../../kit/subgraph.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import type { Engine } from '../engine.ts'
import type { Context } from './context.ts'
import type { Persisted } from './persisted.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import type { ClientRow } from './store/index.ts'

/**
 * The gateway's own part of Simpul's graph: administrators keep clients and their documents. Served in the gateway's process
 * in both topologies.
 * @param options.identitySecret without it nobody is known here, so nobody may do anything
 */
export function createOwnSubgraph(options: {
  persisted: Persisted
  engine(): Engine
  identitySecret: string | undefined
  log: Logger
}): Subgraph {
  const { persisted, engine, identitySecret, log } = options
  const verifyIdentity =
    identitySecret === undefined ? async () => null : createIdentityVerifier(identitySecret)

  return {
    name: 'gateway',
    schema: buildSubgraph({ typeDefs: readTypeDefs('gateway'), resolvers, policy, log }),

    async context(request): Promise<Context> {
      const { store, refresh } = persisted
      const base = await baseContext(request, { verifyIdentity, log })
      if (!store) {
        throw coded(
          'SERVICE_UNAVAILABLE',
          'This gateway has no database, so nothing can be registered: set GATEWAY_DATABASE_URL.',
        )
      }
      const clients = new DataLoader<string, ClientRow | undefined>(async (names) => {
        const byName = new Map((await store.findClients(names)).map((row) => [row.name, row]))
        return names.map((name) => byName.get(name))
      })
      return { ...base, store, loaders: { clients }, engine, changed: refresh, now: new Date() }
    },

    // What it stands on starts, stops and is waited for with the gateway.
    async start() {},
    async stop() {},
    waitingFor: async () => [],
  }
}
