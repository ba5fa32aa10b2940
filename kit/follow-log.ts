import { isConnectionFailure } from './connection-failure.ts'
import type { Fanout } from './fanout.ts'

/**
 * What the fan-out says of a numbered log: how far it reaches now, and, where that spares readers a look, the entries
 * that were just committed. Who misses a tick finds the gap and reads the log.
 */
export type Tick<Entry> = { sequence: number; entries?: readonly Entry[] }

/** How long until a log that could not be reached is asked again, in milliseconds. */
const ASK_AGAIN_MS = 1_000

/**
 * Every entry of a numbered log after the number `after`, in order and without gaps, then those to come as they are
 * committed. Ticks make it quick and the log makes it complete: a tick that follows on the last entry is passed on, any
 * other makes it read; and when none comes for a while it reads too, since the tick itself may have been lost.
 * While the log cannot be reached, readers stay: they ask again until it can, and miss nothing.
 * @param read the log's entries after a number, in order; when more than `pageSize` are left, the first so many of them
 * @param lookEvery how long without a tick until the log is looked at all the same, in milliseconds
 */
export function followLog<Entry extends { sequence: number }>(options: {
  fanout: Fanout
  channel: string
  after: number
  pageSize: number
  read(after: number): Promise<readonly Entry[]>
  lookEvery: number
}): AsyncIterableIterator<Entry> {
  const { fanout, channel, pageSize, read, lookEvery } = options
  // Listening begins before the first reading, so that nothing falls between the two.
  const ticks = fanout.subscribe(channel)
  const ready: Entry[] = []
  let last = options.after
  let behind = true
  let coming: Promise<IteratorResult<unknown>> | undefined
  let ended = false

  function take(entries: readonly Entry[]): void {
    const fresh = entries.filter(({ sequence }) => sequence > last)
    last = fresh.at(-1)?.sequence ?? last
    ready.push(...fresh)
  }

  async function look(): Promise<void> {
    try {
      const entries = await read(last)
      behind = entries.length >= pageSize
      take(entries)
    } catch (error) {
      if (!isConnectionFailure(error)) throw error
      await wait(Math.min(ASK_AGAIN_MS, lookEvery))
      behind = true
    }
  }

  /** Waits for a tick or until it is time to look. */
  async function wait(longest: number): Promise<void> {
    coming ??= ticks.next()
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), longest)
    })
    const arrived = await Promise.race([coming, timeout]).finally(() => clearTimeout(timer))
    if (!arrived) {
      behind = true
      return
    }
    coming = undefined
    if (arrived.done) {
      ended = true
      return
    }
    const { sequence, entries = [] } = arrived.value as Tick<Entry>
    const fresh = entries.filter((entry) => entry.sequence > last)
    if (fresh[0]?.sequence === last + 1) take(fresh)
    // Also for a tick that cannot be read: looking is never wrong.
    else if (!(sequence <= last)) behind = true
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      for (;;) {
        const entry = ready.shift()
        if (entry && !ended) return { done: false, value: entry }
        if (ended) return { done: true, value: undefined }
        if (behind) await look()
        else await wait(lookEvery)
      }
    },
    async return() {
      ended = true
      await ticks.return?.()
      return { done: true, value: undefined }
    },
  }
}

/**
 * What `map` makes of each value, after the values `before`; ends after the first that is the `last` one. Leaving is
 * passed on at once, where a generator would wait for its source to move.
 */
export function mapEach<From, To>(
  source: AsyncIterableIterator<From>,
  options: { before?: readonly To[]; map(value: From): To; last?(value: To): boolean },
): AsyncIterableIterator<To> {
  const { map, last = () => false } = options
  const before = [...(options.before ?? [])]
  let ended = false
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      if (ended) return this.return?.() ?? { done: true, value: undefined }
      const first = before.shift()
      if (first === undefined) {
        const result = await source.next()
        if (result.done) return { done: true, value: undefined }
        const value = map(result.value)
        ended = last(value)
        return { done: false, value }
      }
      ended = last(first)
      return { done: false, value: first }
    },
    async return() {
      await source.return?.()
      return { done: true, value: undefined }
    },
  }
}
