import type { LiveEvent } from './subscriber.ts'

/** Of all streams together. */
const KEPT = { bytes: 32_000_000, events: 50_000 }

type Entry = { number: number; event: LiveEvent; forget(number: number): void; of: Set<Entry> }

/**
 * The numbered events of all streams that came last, for who joins one a little later. What is oldest of all is forgotten
 * first, so that many quiet streams cost no more than a busy one.
 */
export function createRecent(limits: { bytes: number; events: number } = KEPT) {
  // Sets iterate in the order of insertion: the first is the oldest.
  const all = new Set<Entry>()
  let bytes = 0

  function remove(entry: Entry): void {
    all.delete(entry)
    entry.of.delete(entry)
    bytes -= entry.event.json.length
  }

  return {
    /** @param forget told of each number that is no longer kept */
    open(forget: (number: number) => void) {
      const own = new Set<Entry>()
      return {
        add(number: number, event: LiveEvent): void {
          const entry = { number, event, forget, of: own }
          all.add(entry)
          own.add(entry)
          bytes += event.json.length
          for (const oldest of all) {
            if (all.size <= limits.events && bytes <= limits.bytes) break
            remove(oldest)
            oldest.forget(oldest.number)
          }
        },
        /** Those with a greater number, in order. */
        after(number: number): LiveEvent[] {
          return [...own].filter((entry) => entry.number > number).map(({ event }) => event)
        },
        clear(): void {
          for (const entry of own) remove(entry)
        },
      }
    },
  }
}

export type Recent = ReturnType<typeof createRecent>
