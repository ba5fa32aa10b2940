import type { Fanout } from '../../kit/fanout.ts'
import type { BaseContext } from '../../kit/subgraph.ts'
import type { Loaders } from './loaders.ts'
import type { Runner } from './runner/runner.ts'
import type { Search } from './search/search.ts'
import type { Store } from './store/index.ts'

/** What the agent's resolvers find in their context. `occasion` is when and in which trace what they do happens. */
export type Context = BaseContext & {
  store: Store
  loaders: Loaders
  search: Search
  runner: Runner
  fanout: Fanout
  occasion: { now: Date; traceparent: string }
}
