export type EventQueueLimits = {
  /** How many events may wait for a subscriber. */
  waiting: number
  /** For how long that many may wait, in milliseconds. */
  patienceMs: number
}

/** A burst, such as what a client missed, may exceed the limit this many times until it is sent. */
const BURST = 10

/**
 * Events on their way to one subscriber, in order. Where more wait than may, for longer than they may, or far more at
 * once, the queue ends with the error that `overflow` gives, and what waited is dropped.
 */
export function createEventQueue<Event>(options: EventQueueLimits & { overflow(): Error }) {
  const { waiting: limit, patienceMs, overflow } = options
  const waiting: Event[] = []
  let end: { error?: Error } | undefined
  let taker: PromiseWithResolvers<IteratorResult<Event, undefined>> | undefined
  let room: PromiseWithResolvers<void> | undefined
  let patience: NodeJS.Timeout | undefined

  function finish(error?: Error): void {
    if (end) return
    end = error ? { error } : {}
    if (error) taker?.reject(error)
    else taker?.resolve({ done: true, value: undefined })
    taker = undefined
    relax()
  }

  function giveUp(): void {
    waiting.length = 0
    finish(overflow())
  }

  function relax(): void {
    clearTimeout(patience)
    patience = undefined
    room?.resolve()
    room = undefined
  }

  return {
    /** Gives a promise when the source, if it can wait, should wait. */
    push(event: Event): Promise<void> | undefined {
      if (end) return undefined
      if (taker) {
        taker.resolve({ done: false, value: event })
        taker = undefined
        return undefined
      }
      waiting.push(event)
      if (waiting.length < limit) return undefined
      if (waiting.length >= limit * BURST) return void giveUp()
      patience ??= setTimeout(giveUp, patienceMs)
      room ??= Promise.withResolvers()
      return room.promise
    },

    /** What waits is still taken; then comes the end, or the error. */
    finish,

    /** The subscriber has left: nothing more is taken. */
    close(): void {
      waiting.length = 0
      finish()
    },

    /** The next event; one call at a time. */
    take(): Promise<IteratorResult<Event, undefined>> {
      const event = waiting.shift()
      if (event !== undefined) {
        if (waiting.length < limit) relax()
        return Promise.resolve({ done: false, value: event })
      }
      if (end?.error) {
        const { error } = end
        end = {}
        return Promise.reject(error)
      }
      if (end) return Promise.resolve({ done: true, value: undefined })
      taker = Promise.withResolvers()
      return taker.promise
    },
  }
}
