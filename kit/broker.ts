import type { DomainEvent } from './events.ts'

/**
 * Carries facts from the subgraph that states them to those that build on them: at least once, in order for each
 * consumer. A handler records the event's id in the transaction of its effects, so that a repeat has none.
 */
export type Broker = {
  /** The events are durable when this resolves. Publishing an event id again has no effect. */
  publish(events: readonly DomainEvent[]): Promise<void>
  /** Delivers what was published from the beginning on, and remembers for each `consumer` how far it came. */
  subscribe(options: {
    consumer: string
    types: readonly string[]
    handle(event: DomainEvent): Promise<void>
  }): Promise<BrokerSubscription>
  close(): Promise<void>
}

export type BrokerSubscription = { stop(): Promise<void> }

/** The waits between tries of a handler that fails, in milliseconds: about a minute in all. */
export const RETRY_DELAYS = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 20_000] as const
