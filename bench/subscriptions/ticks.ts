/** What every server sends: a tick of about 200 bytes as JSON. */
export type Tick = { sequence: number; at: number; text: string }

export const SDL = `
  type Query { now: Float! }
  type Subscription { ticks(topic: ID!, afterSequence: Int): Tick! }
  type Tick { sequence: Int!  at: Float!  text: String! }
`
export const SUBSCRIPTION = 'subscription Ticks($topic: ID!) { ticks(topic: $topic) { sequence at text } }'

const TEXT = 'Soal nomor dua puluh tiga telah dijawab; sisa waktu dua belas menit dan tujuh detik.'

/** Milliseconds on a clock that all processes of a machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Ticks by topic, to all who listen. */
export function createTicks() {
  const topics = new Map<string, Set<(tick: Tick) => void>>()
  let sequence = 0

  function listen(topic: string, listener: (tick: Tick) => void): () => void {
    let listeners = topics.get(topic)
    if (!listeners) topics.set(topic, (listeners = new Set()))
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    listen,

    emit(topic: string): void {
      const tick = { sequence: ++sequence, at: sharedNow(), text: TEXT }
      for (const listener of topics.get(topic) ?? []) listener(tick)
    },

    get listeners() {
      return [...topics.values()].reduce((sum, { size }) => sum + size, 0)
    },

    /** As a subscription resolver gives them. */
    iterate(topic: string): AsyncIterableIterator<Tick> {
      const waiting: Tick[] = []
      let wake: ((result: IteratorResult<Tick>) => void) | undefined
      let over = false
      const stop = listen(topic, (tick) => {
        if (!wake) return void waiting.push(tick)
        wake({ done: false, value: tick })
        wake = undefined
      })
      return {
        next() {
          const value = waiting.shift()
          if (value) return Promise.resolve({ done: false, value })
          if (over) return Promise.resolve({ done: true, value: undefined })
          return new Promise((resolve) => (wake = resolve))
        },
        return() {
          over = true
          stop()
          wake?.({ done: true, value: undefined })
          return Promise.resolve({ done: true, value: undefined })
        },
        [Symbol.asyncIterator]() {
          return this
        },
      }
    },
  }
}

export type Ticks = ReturnType<typeof createTicks>
