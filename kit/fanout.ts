import { createClient } from 'redis'
import { messageOf } from './errors.ts'
import type { Logger } from './log.ts'

/**
 * Carries ticks: live messages that may be lost. Each holds a sequence number, by which a subscriber finds the gap
 * and reads what it missed from where it is durable.
 */
export type Fanout = {
  publish(channel: string, message: unknown): void
  /** Listens from the moment of the call, not of the first `next()`; `return()` stops listening. */
  subscribe(channel: string): AsyncIterableIterator<unknown>
  close(): Promise<void>
}

/** A subscriber that falls this many messages behind loses the oldest and recovers by its sequence numbers. */
const QUEUE_LIMIT = 1_000

/** The fan-out inside one process. */
export function createInProcessFanout(): Fanout {
  const channels = createChannels()
  return {
    publish: (channel, message) => channels.deliver(channel, message),
    subscribe: (channel) => channels.open(channel),
    close: async () => channels.end(),
  }
}

/** The fan-out over Redis publish/subscribe, for several processes of one subgraph. */
export async function openRedisFanout(options: { url: string; log: Logger }): Promise<Fanout> {
  const publisher = createClient({ url: options.url })
  const subscriber = publisher.duplicate()
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: unknown) =>
      options.log.warn({ error: messageOf(error) }, 'Redis does not answer'),
    )
  }
  await Promise.all([publisher.connect(), subscriber.connect()])
  const name = (channel: string) => `simpul:${channel}`
  const channels = createChannels({
    first: (channel) => {
      const hear = (message: string) => channels.deliver(channel, JSON.parse(message))
      subscriber.subscribe(name(channel), hear).catch((error: unknown) => {
        options.log.warn(
          { channel, error: messageOf(error) },
          'Could not subscribe; readers recover from storage',
        )
      })
    },
    last: (channel) => {
      subscriber.unsubscribe(name(channel)).catch(() => {})
    },
  })
  return {
    publish(channel, message) {
      publisher.publish(name(channel), JSON.stringify(message)).catch((error: unknown) => {
        options.log.warn(
          { channel, error: messageOf(error) },
          'A tick was lost; readers recover from storage',
        )
      })
    },
    subscribe: (channel) => channels.open(channel),
    async close() {
      channels.end()
      await Promise.all([publisher.close(), subscriber.close()])
    },
  }
}

/** Who listens on which channel in this process; tells when a channel gets its first and loses its last listener. */
function createChannels(told: { first?(channel: string): void; last?(channel: string): void } = {}) {
  const channels = new Map<string, Set<Queue>>()
  return {
    deliver(channel: string, message: unknown): void {
      for (const queue of channels.get(channel) ?? []) queue.push(message)
    },
    open(channel: string): AsyncIterableIterator<unknown> {
      let listeners = channels.get(channel)
      if (!listeners) {
        channels.set(channel, (listeners = new Set()))
        told.first?.(channel)
      }
      const queue = createQueue(() => {
        listeners.delete(queue)
        if (listeners.size === 0 && channels.get(channel) === listeners) {
          channels.delete(channel)
          told.last?.(channel)
        }
      })
      listeners.add(queue)
      return queue.iterator
    },
    end(): void {
      for (const listeners of channels.values()) for (const queue of listeners) queue.end()
    },
  }
}

type Queue = { push(message: unknown): void; end(): void; iterator: AsyncIterableIterator<unknown> }

function createQueue(onEnd: () => void): Queue {
  const waiting: unknown[] = []
  let wanted: ((result: IteratorResult<unknown>) => void) | undefined
  let ended = false

  const end = () => {
    if (ended) return
    ended = true
    wanted?.({ done: true, value: undefined })
    onEnd()
  }
  return {
    push(message) {
      if (ended) return
      if (wanted) {
        wanted({ done: false, value: message })
        wanted = undefined
        return
      }
      waiting.push(message)
      if (waiting.length > QUEUE_LIMIT) waiting.shift()
    },
    end,
    iterator: {
      [Symbol.asyncIterator]() {
        return this
      },
      next() {
        if (waiting.length > 0) return Promise.resolve({ done: false, value: waiting.shift() })
        if (ended) return Promise.resolve({ done: true, value: undefined })
        return new Promise((resolve) => (wanted = resolve))
      },
      return() {
        end()
        return Promise.resolve({ done: true, value: undefined })
      },
    },
  }
}
