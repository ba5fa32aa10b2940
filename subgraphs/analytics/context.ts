import type { BaseContext } from '../../kit/subgraph.ts'
import type { Loaders } from './loaders.ts'
import type { AnalyticsStore } from './store/index.ts'

export type Context = BaseContext & { store: AnalyticsStore; loaders: Loaders; now: Date }
