import DataLoader from 'dataloader'
import type { Evidence } from './domain/mastery.ts'
import type { Store, ItemRecord } from './store/index.ts'

/** What one operation has read, each kind in one batch for all rows of a page. */
export function createLoaders(store: Store) {
  return {
    evidence: new DataLoader<string, Evidence[]>(async (userIds) => {
      const found = await store.evidenceOf(userIds)
      return userIds.map((userId) => found.get(userId) ?? [])
    }),
    item: new DataLoader<string, ItemRecord | null>(async (questionIds) => {
      const found = await store.itemsOf(questionIds)
      return questionIds.map((questionId) => found.get(questionId) ?? null)
    }),
  }
}

export type Loaders = ReturnType<typeof createLoaders>
