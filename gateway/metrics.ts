import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** Clients choose the names of operations; beyond these many, the label is `other`. */
const NAMED_OPERATIONS = 200

export type Outcome = 'ok' | 'partial' | 'refused' | 'failed'

/** What the gateway counts, in a registry of its own. */
export function createMetrics({ process }: { process: boolean }) {
  const registry = new Registry()
  if (process) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const operations = new Counter({
    name: 'gateway_operations_total',
    help: 'Operations by name, type and outcome: ok, partial (data with errors), refused (never executed), failed.',
    labelNames: ['operation', 'type', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'gateway_operation_duration_seconds',
    help: 'How long queries and mutations took.',
    labelNames: ['operation', 'type'],
    buckets: BUCKETS,
    registers,
  })
  const fetches = new Counter({
    name: 'gateway_subgraph_fetches_total',
    help: 'Fetches from subgraphs; error when the answer had any.',
    labelNames: ['subgraph', 'outcome'],
    registers,
  })
  const fetchDurations = new Histogram({
    name: 'gateway_subgraph_fetch_duration_seconds',
    help: 'How long fetches from subgraphs took.',
    labelNames: ['subgraph'],
    buckets: BUCKETS,
    registers,
  })
  const persisted = new Counter({
    name: 'gateway_persisted_operations_total',
    help: 'Requests that named their document by its hash, or came with an API key, by what was found.',
    labelNames: ['outcome'],
    registers,
  })
  const sockets = new Gauge({ name: 'gateway_sockets', help: 'Open WebSockets.', registers })
  const subscriptions = new Gauge({
    name: 'gateway_subscriptions',
    help: 'Live subscriptions.',
    registers,
  })
  const events = new Counter({
    name: 'gateway_subscription_events_total',
    help: 'Events executed for subscribers.',
    registers,
  })
  const breakers = new Gauge({
    name: 'gateway_subgraph_breaker_open',
    help: 'Whether a subgraph is left alone because it failed: 0 no, 1 yes, 0.5 while one request tries it.',
    labelNames: ['subgraph'],
    registers,
  })
  const retries = new Counter({
    name: 'gateway_subgraph_retries_total',
    help: 'Queries that were sent to a subgraph once more.',
    labelNames: ['subgraph'],
    registers,
  })
  const turnedAway = new Counter({
    name: 'gateway_subgraph_turned_away_total',
    help: 'Fetches that were not sent: breaker (the subgraph is left alone), bulkhead (too many wait for it).',
    labelNames: ['subgraph', 'reason'],
    registers,
  })
  const shed = new Counter({
    name: 'gateway_shed_total',
    help: 'Operations refused because the gateway is overloaded: lag (its event loop), running (operations under way).',
    labelNames: ['reason'],
    registers,
  })
  const supergraph = new Gauge({
    name: 'gateway_supergraph_info',
    help: 'The supergraph that is served; since when, in seconds since 1970.',
    labelNames: ['version'],
    registers,
  })
  const supergraphRefused = new Gauge({
    name: 'gateway_supergraph_refused',
    help: '1 while a newer supergraph than the one served stands refused; the log says why.',
    registers,
  })
  const names = new Set<string>()

  function label(name: string | undefined): string {
    if (name === undefined) return 'anonymous'
    if (names.has(name)) return name
    if (names.size >= NAMED_OPERATIONS) return 'other'
    names.add(name)
    return name
  }

  return {
    registry,
    sockets,
    subscriptions,
    events,
    /** Names count only for operations that are valid, so that noise cannot use them up. */
    operation(name: string | undefined, type: string, outcome: Outcome, seconds: number): void {
      const operation = label(name)
      operations.inc({ operation, type, outcome })
      if (type !== 'subscription') durations.observe({ operation, type }, seconds)
    },
    persisted(
      outcome: 'registered' | 'automatic' | 'kept' | 'not found' | 'not registered' | 'hash mismatch',
    ): void {
      persisted.inc({ outcome })
    },
    refused(): void {
      operations.inc({ operation: 'unknown', type: 'unknown', outcome: 'refused' })
    },
    fetched(subgraph: string, outcome: 'ok' | 'error', seconds: number): void {
      fetches.inc({ subgraph, outcome })
      fetchDurations.observe({ subgraph }, seconds)
    },
    breaker(subgraph: string, state: 'closed' | 'half-open' | 'open'): void {
      breakers.set({ subgraph }, { closed: 0, 'half-open': 0.5, open: 1 }[state])
    },
    forgetSubgraph(subgraph: string): void {
      breakers.remove({ subgraph })
    },
    retried(subgraph: string): void {
      retries.inc({ subgraph })
    },
    turnedAway(subgraph: string, reason: 'breaker' | 'bulkhead'): void {
      turnedAway.inc({ subgraph, reason })
    },
    shed(reason: 'lag' | 'running'): void {
      shed.inc({ reason })
    },
    serves(version: string): void {
      supergraph.reset()
      supergraph.set({ version }, Math.floor(Date.now() / 1000))
    },
    supergraphRefused(refused: boolean): void {
      supergraphRefused.set(refused ? 1 : 0)
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
