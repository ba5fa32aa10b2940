import type { BaseContext } from '../../kit/subgraph.ts'
import type { Loaders } from './loaders.ts'
import type { AccessTokenSigner } from './session-tokens.ts'
import type { Store } from './store/index.ts'

/** What the resolvers of users find in their context. `occasion` is when and in which trace what they do happens. */
export type Context = BaseContext & {
  store: Store
  loaders: Loaders
  accessTokens: AccessTokenSigner
  /** Tells the gateways, which go by access tokens alone. */
  sessions: { tellRevoked(sessionId: string): void }
  occasion: { now: Date; traceparent: string }
}
