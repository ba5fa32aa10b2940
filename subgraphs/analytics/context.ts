import type { BaseContext } from '../../kit/subgraph.ts'
import type { Loaders } from './loaders.ts'
import type { Store } from './store/index.ts'

/** What the resolvers of analytics find in their context. */
export type Context = BaseContext & { store: Store; loaders: Loaders; now: Date }
