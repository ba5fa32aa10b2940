import DataLoader from 'dataloader'
import { isUuid } from '../../kit/uuid.ts'
import type { Store, UserRow } from './store/index.ts'

/** One set for each request. */
export function createLoaders(store: Store) {
  return {
    /** People by id; null for an id that names nobody. */
    users: new DataLoader<string, UserRow | null>(async (ids) => {
      const rows = await store.findUsers(ids.filter(isUuid))
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id) ?? null)
    }),
  }
}

export type Loaders = ReturnType<typeof createLoaders>
