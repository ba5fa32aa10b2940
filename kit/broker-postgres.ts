import pg from 'pg'
import { type Broker, type BrokerSubscription, RETRY_DELAYS } from './broker.ts'
import { isConnectionFailure } from './connection-failure.ts'
import { inTransaction } from './database.ts'
import { messageOf } from './errors.ts'
import type { DomainEvent } from './events.ts'
import { listen } from './listen.ts'
import type { Logger } from './log.ts'
import { createPump } from './pump.ts'

const BATCH = 100
const POLL_MS = 1_000
/** The advisory lock under which publications, and the making of the tables, take turns. */
const LOCK = `hashtext('simpul.broker')`

const SCHEMA = `
  CREATE SCHEMA IF NOT EXISTS broker;
  CREATE TABLE IF NOT EXISTS broker.event (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    type text NOT NULL,
    event jsonb NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS broker.consumer (name text PRIMARY KEY, position bigint NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS broker.dead_letter (
    consumer text NOT NULL,
    position bigint NOT NULL REFERENCES broker.event (position),
    error text NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, position)
  );
`

/**
 * The broker that needs no server of its own: an append-only log in PostgreSQL, the same in one process and in seven.
 *
 * Publications take one lock, so that positions become visible in their order and a consumer that has read up to a
 * position has missed nothing below it (an identity column alone does not promise that to concurrent transactions).
 */
export async function openPostgresBroker(options: { url: string; log: Logger }): Promise<Broker> {
  const { url, log } = options
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'simpul-broker' })
  // Queries fail when their connection breaks; without listeners the process would end, too.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await inTransaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`)
    await client.query(SCHEMA)
  })

  const consumers = new Set<{ wake(): void; stop(): Promise<void> }>()
  const listener = listen({
    pool,
    channel: 'broker',
    everyMs: POLL_MS,
    wake: () => {
      for (const consumer of consumers) consumer.wake()
    },
  })

  return {
    async publish(events) {
      if (events.length === 0) return
      await inTransaction(pool, async (client) => {
        await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`)
        await client.query(
          `INSERT INTO broker.event (id, type, event)
           SELECT id, type, event FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) WITH ORDINALITY AS row (id, type, event, place)
           ORDER BY place
           ON CONFLICT (id) DO NOTHING`,
          [
            events.map((event) => event.id),
            events.map((event) => event.type),
            events.map((event) => JSON.stringify(event)),
          ],
        )
        await client.query('NOTIFY broker')
      })
    },

    async subscribe({ consumer, types, handle }): Promise<BrokerSubscription> {
      await pool.query('INSERT INTO broker.consumer (name) VALUES ($1) ON CONFLICT DO NOTHING', [consumer])
      const wait = createWait()

      /** Handles one batch under the consumer's row lock, so that one process at a time is this consumer. */
      const consumeBatch = () =>
        inTransaction(pool, async (client) => {
          const held = await client.query<{ position: string }>(
            'SELECT position FROM broker.consumer WHERE name = $1 FOR UPDATE SKIP LOCKED',
            [consumer],
          )
          const from = held.rows[0]?.position
          if (from === undefined) return 0
          const newest = await client.query<{ position: string | null }>(
            'SELECT max(position) AS position FROM broker.event',
          )
          const end = newest.rows[0]?.position ?? from
          const { rows } = await client.query<{ position: string; event: DomainEvent }>(
            `SELECT position, event FROM broker.event
             WHERE position > $1 AND position <= $2 AND type = ANY($3) ORDER BY position LIMIT $4`,
            [from, end, types, BATCH],
          )
          let reached = from
          let stopped = false
          for (const { position, event } of rows) {
            const failure = await deliver(event, handle)
            stopped = failure === 'stopped'
            if (stopped) break
            if (failure) {
              log.error(
                { consumer, eventId: event.id, type: event.type, error: failure },
                'An event is a dead letter',
              )
              await client.query(
                'INSERT INTO broker.dead_letter (consumer, position, error) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
                [consumer, position, failure],
              )
            }
            reached = position
          }
          // What is of other types is passed over for good, not read again at every look.
          if (!stopped && rows.length < BATCH) reached = end
          if (reached !== from) {
            await client.query('UPDATE broker.consumer SET position = $2 WHERE name = $1', [
              consumer,
              reached,
            ])
          }
          return rows.length
        })

      /** Tries until it is handled, given up (the reason is returned) or stopped. */
      const deliver = async (
        event: DomainEvent,
        handler: (event: DomainEvent) => Promise<void>,
      ): Promise<string | undefined> => {
        for (let attempt = 0; ;) {
          if (pump.stopped) return 'stopped'
          try {
            await handler(event)
            return undefined
          } catch (error) {
            const delay = RETRY_DELAYS[attempt]
            if (delay === undefined) return messageOf(error)
            log.warn({ consumer, eventId: event.id, type: event.type, err: error }, 'An event is tried again')
            if (!isConnectionFailure(error)) attempt += 1
            await wait.for(delay)
          }
        }
      }

      const pump = createPump(
        async () => {
          while (!pump.stopped && (await consumeBatch()) === BATCH);
        },
        (error) =>
          log.warn({ consumer, error: messageOf(error) }, 'The broker does not answer; trying again'),
      )
      const running = {
        wake: () => pump.wake(),
        async stop() {
          consumers.delete(running)
          const stopping = pump.stop()
          wait.end()
          await stopping
        },
      }
      consumers.add(running)
      pump.wake()
      return { stop: () => running.stop() }
    },

    async close() {
      await listener.stop()
      await Promise.all([...consumers].map((consumer) => consumer.stop()))
      await pool.end()
    },
  }
}

/** Waits that can all be ended at once, so that stopping never sits out a backoff. */
function createWait() {
  const ends = new Set<() => void>()
  return {
    for: (ms: number) =>
      new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer)
          ends.delete(end)
          resolve()
        }
        const timer = setTimeout(end, ms)
        ends.add(end)
      }),
    end: () => {
      for (const end of ends) end()
    },
  }
}
