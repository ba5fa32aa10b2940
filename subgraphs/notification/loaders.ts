import DataLoader from 'dataloader'
import { isUuid } from '../../kit/uuid.ts'
import type { NotificationRow, PageRequest, Store } from './store/index.ts'

/**
 * One set for each operation. They batch and do not remember: a subscription is one operation that lasts for hours,
 * and each of its events must see the present count.
 */
export function createLoaders(store: Store) {
  return {
    notificationPages: new DataLoader<PageRequest, NotificationRow[]>(
      (pages) => store.notificationPages(pages),
      { cache: false },
    ),
    unreadCounts: new DataLoader<string, number>(
      async (userIds) => {
        const counts = await store.unreadCounts([...new Set(userIds)].filter(isUuid))
        return userIds.map((userId) => counts.get(userId) ?? 0)
      },
      { cache: false },
    ),
  }
}

export type Loaders = ReturnType<typeof createLoaders>
