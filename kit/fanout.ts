import { setTimeout as delay } from 'node:timers/promises'
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

/** A tick that tells of nothing but that others may have been lost: who follows a log looks into it. */
const LOOK = {}

/** The fan-out inside one process. */
export function createInProcessFanout(): Fanout {
  const channels = createChannels()
  return {
    publish: (channel, message) => channels.deliver(channel, message),
    subscribe: (channel) => channels.open(channel),
    close: async () => channels.end(),
  }
}

/** How long a start waits for Redis, in milliseconds; without it ticks stay in this process until it comes. */
const CONNECTED_WITHIN_MS = 2_000
/** A server that answers nothing for so long, though it is pinged, is taken for gone. */
const SILENT_MS = 15_000
const PING_MS = 5_000
/** Publications that Redis has not taken yet. More are refused: a tick is not worth the memory. */
const UNSENT_LIMIT = 10_000

/**
 * The fan-out over Redis publish/subscribe, for several processes of one subgraph. While Redis is away, which the log says
 * once, ticks reach the listeners of this process; those of others recover by themselves, and all look when it is back.
 */
export async function openRedisFanout(options: { url: string; log: Logger }): Promise<Fanout> {
  const { url, log } = options
  const settings = { url, pingInterval: PING_MS, socket: { socketTimeout: SILENT_MS } }
  const publisher = createClient({
    ...settings,
    disableOfflineQueue: true,
    commandsQueueMaxLength: UNSENT_LIMIT,
  })
  const subscriber = createClient(settings)
  const name = (channel: string) => `simpul:${channel}`
  const channels = createChannels({
    first: (channel) => {
      const hear = (message: string) => channels.deliver(channel, JSON.parse(message))
      subscriber.subscribe(name(channel), hear).catch((error: unknown) => {
        if (subscriber.isReady)
          log.warn({ channel, error: messageOf(error) }, 'Could not subscribe; readers recover from storage')
      })
    },
    last: (channel) => {
      subscriber.unsubscribe(name(channel)).catch(() => {})
    },
  })

  let away = false
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: unknown) => {
      if (away) return
      away = true
      log.warn({ error: messageOf(error) }, 'Redis does not answer: ticks stay in this process until it does')
    })
    client.on('ready', () => {
      if (!away || !publisher.isReady || !subscriber.isReady) return
      away = false
      log.info('Redis answers again')
      channels.deliverToAll(LOOK)
    })
  }
  // Each goes on trying for as long as it is open.
  const connected = Promise.all([publisher.connect(), subscriber.connect()])
  connected.catch(() => {})
  await Promise.race([connected, delay(CONNECTED_WITHIN_MS, undefined, { ref: false })])

  return {
    publish(channel, message) {
      const text = JSON.stringify(message)
      publisher.publish(name(channel), text).catch((error: unknown) => {
        if (publisher.isReady) log.warn({ channel, error: messageOf(error) }, 'Redis did not take a tick')
        channels.deliver(channel, JSON.parse(text))
      })
    },
    subscribe: (channel) => channels.open(channel),
    async close() {
      channels.end()
      for (const client of [publisher, subscriber]) {
        if (client.isReady) await client.close()
        else client.destroy()
      }
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
    deliverToAll(message: unknown): void {
      for (const queues of channels.values()) for (const queue of queues) queue.push(message)
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
