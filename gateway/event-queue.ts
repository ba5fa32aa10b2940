/**
 * Events on their way to one subscriber, in order, at most `limit` of them waiting.
 * One that comes when it is full ends the queue with the error that `overflow` gives; what waited is dropped.
 */
export function createEventQueue<Event>({ limit, overflow }: { limit: number; overflow(): Error }) {
  const waiting: Event[] = []
  let end: { error?: Error } | undefined
  let taker:
    { resolve(result: IteratorResult<Event, undefined>): void; reject(error: Error): void } | undefined

  function finish(error?: Error): void {
    if (end) return
    end = error ? { error } : {}
    if (!taker) return
    const { resolve, reject } = taker
    taker = undefined
    if (error) reject(error)
    else resolve({ done: true, value: undefined })
  }

  return {
    push(event: Event): void {
      if (end) return
      if (taker) {
        const { resolve } = taker
        taker = undefined
        return resolve({ done: false, value: event })
      }
      if (waiting.length < limit) return void waiting.push(event)
      waiting.length = 0
      finish(overflow())
    },
    /** What waits is still taken; then the end comes, or the error. */
    finish,
    /** The subscriber has left: nothing more is taken. */
    close(): void {
      waiting.length = 0
      finish()
    },
    /** One call at a time. */
    take(): Promise<IteratorResult<Event, undefined>> {
      const event = waiting.shift()
      if (event !== undefined) return Promise.resolve({ done: false, value: event })
      if (end?.error) {
        const { error } = end
        end = {}
        return Promise.reject(error)
      }
      if (end) return Promise.resolve({ done: true, value: undefined })
      return new Promise((resolve, reject) => (taker = { resolve, reject }))
    },
  }
}
