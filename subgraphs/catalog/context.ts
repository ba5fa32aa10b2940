import type { BaseContext } from '../../kit/subgraph.ts'
import type { Occasion } from './events.ts'
import type { Loaders } from './loaders.ts'
import type { Store } from './store/index.ts'

/** What the resolvers of the catalog find in their context. `occasion` is when and by whom what they do is done. */
export type Context = BaseContext & { store: Store; loaders: Loaders; occasion: Occasion }
