import type DataLoader from 'dataloader'
import type { BaseContext } from '../../kit/subgraph.ts'
import type { Engine } from '../engine.ts'
import type { ClientRow, Store } from './store/index.ts'

/** What the resolvers of the gateway's own part find in their context. */
export type Context = BaseContext & {
  store: Store
  loaders: { clients: DataLoader<string, ClientRow | undefined> }
  /** The supergraph in use. */
  engine(): Engine
  /** To be awaited after a change, so that it is in force here before anyone is told. */
  changed(): Promise<void>
  now: Date
}
