/**
 * A bounded cache that forgets what was used longest ago.
 * Bounded by entries and, where `weight` is given to `set`, by the sum of weights; what weighs more than the whole is not kept.
 */
export function createLru<Value>({ entries, weight = Infinity }: { entries: number; weight?: number }) {
  const kept = new Map<string, { value: Value; weight: number }>()
  let total = 0
  let newest: string | undefined

  function forget(key: string): void {
    total -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }

  return {
    get(key: string): Value | undefined {
      const found = kept.get(key)
      if (!found) return undefined
      if (key === newest) return found.value
      // A Map iterates in the order of insertion, so what is used goes to the end.
      kept.delete(key)
      kept.set(key, found)
      newest = key
      return found.value
    },
    set(key: string, value: Value, itsWeight = 0): void {
      forget(key)
      if (itsWeight > weight) return
      kept.set(key, { value, weight: itsWeight })
      newest = key
      total += itsWeight
      for (const oldest of kept.keys()) {
        if (kept.size <= entries && total <= weight) break
        forget(oldest)
      }
    },
    delete: forget,
    /** What was used last comes first; looking does not count as use. */
    latest(count = kept.size): [key: string, value: Value][] {
      return [...kept]
        .slice(-count)
        .reverse()
        .map(([key, { value }]) => [key, value])
    },
  }
}

export type Lru<Value> = ReturnType<typeof createLru<Value>>
