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

/** Failures of the way, not of the event: tried again for as long as they last, never given up as a dead letter. */
export function isConnectionFailure(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return (
    typeof code === 'string' &&
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|57P0|53|P1001|P1002|P1008|P1017|P2024)/.test(code)
  )
}
