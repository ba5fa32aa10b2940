import { isConnectionFailure } from '../../kit/connection-failure.ts'
import type { Store } from './store/index.ts'

/** Counts, in memory, how often each client ran each document, and writes it from time to time. */
export function createUses(store: Pick<Store, 'countUsage'>) {
  let counted = new Map<string, { client: string; hash: string; day: string; count: number }>()

  function add(client: string, hash: string, day: string, count: number): void {
    const key = `${day} ${client} ${hash}`
    const known = counted.get(key)
    if (known) known.count += count
    else counted.set(key, { client, hash, day, count })
  }

  return {
    /** Only what is registered is counted, so that there are never more counts than documents, clients and days. */
    count(client: string, hash: string, now: Date): void {
      add(client, hash, now.toISOString().slice(0, 10), 1)
    },

    /** @throws what the database says; while it does not answer, the counts are kept for the next time */
    async flush(): Promise<void> {
      if (counted.size === 0) return
      const flushed = counted
      counted = new Map()
      try {
        await store.countUsage([...flushed.values()])
      } catch (error) {
        if (!isConnectionFailure(error)) throw error
        for (const { client, hash, day, count } of flushed.values()) add(client, hash, day, count)
        throw error
      }
    },
  }
}

export type Uses = ReturnType<typeof createUses>
