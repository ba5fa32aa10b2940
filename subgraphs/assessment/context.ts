import type { Fanout } from '../../kit/fanout.ts'
import type { BaseContext } from '../../kit/subgraph.ts'
import type { ActiveSessions } from './active-sessions.ts'
import type { Loaders } from './loaders.ts'
import type { Store } from './store/index.ts'

/** What the resolvers of assessment find in their context. Deadlines are judged by when the request was received. */
export type Context = BaseContext & {
  store: Store
  sessions: ActiveSessions
  fanout: Fanout
  loaders: Loaders
  receivedAt: Date
  now(): Date
}
