import { waitingForDatabase } from '../../kit/database.ts'
import { SESSIONS_REVOKED } from '../../kit/identity.ts'
import { startRelay } from '../../kit/outbox.ts'
import { baseContext, buildSubgraph, type Subgraph, type SubgraphDependencies } from '../../kit/subgraph.ts'
import { traceparentOf } from '../../kit/trace.ts'
import { readTypeDefs } from '../../schema/type-defs.ts'
import type { Context } from './context.ts'
import { ensureUsers, type Account } from './ensure-users.ts'
import { createLoaders } from './loaders.ts'
import { policy } from './policy.ts'
import { resolvers } from './resolvers/index.ts'
import { createAccessTokenSigner } from './session-tokens.ts'
import { createStore, type UserRow } from './store/index.ts'

const HOUR = 3_600_000

/** Users, and beside what every subgraph has, the way in which a demonstration gets its accounts. */
export type UsersSubgraph = Subgraph & {
  /** Opens those accounts that are not there yet; works without `start`. See ensure-users.ts. */
  ensureUsers(accounts: readonly Account[]): Promise<UserRow[]>
}

/**
 * People and how they sign in.
 * @param settings.accessTokenPrivateKey the Ed25519 key in PKCS #8 PEM that signs access tokens; the gateway has the public one
 */
export async function createUsersSubgraph(
  dependencies: SubgraphDependencies,
  settings: { accessTokenPrivateKey: string },
): Promise<UsersSubgraph> {
  const { database, broker, fanout, log, now } = dependencies
  const store = createStore(database)
  const accessTokens = await createAccessTokenSigner(settings.accessTokenPrivateKey)
  const sessions = {
    tellRevoked: (sessionId: string) => fanout.publish(SESSIONS_REVOKED, { sessionId }),
  }
  let relay: ReturnType<typeof startRelay> | undefined
  let sweep: NodeJS.Timeout | undefined

  return {
    name: 'users',
    schema: buildSubgraph({ typeDefs: readTypeDefs('users'), resolvers, policy, log }),

    async context(request): Promise<Context> {
      const base = await baseContext(request, dependencies)
      const occasion = { now: now(), traceparent: traceparentOf(base.traceId) }
      return { ...base, store, loaders: createLoaders(store), accessTokens, sessions, occasion }
    },

    async start() {
      relay = startRelay({ database, broker, log })
      sweep = setInterval(() => {
        store.forgetExpired(now()).catch((err: unknown) => log.warn({ err }, 'Expired sessions stay for now'))
      }, HOUR)
    },

    async stop() {
      clearInterval(sweep)
      await relay?.stop()
      await store.close()
    },

    waitingFor: () => waitingForDatabase(database),

    ensureUsers: (accounts) => ensureUsers(store, accounts, now()),
  }
}
