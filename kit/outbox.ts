import type { Broker } from './broker.ts'
import { type Database, inTransaction } from './database.ts'
import { messageOf } from './errors.ts'
import type { DomainEvent } from './events.ts'
import { listen } from './listen.ts'
import type { Logger } from './log.ts'
import { createPump } from './pump.ts'

const BATCH = 200
const POLL_MS = 1_000

/**
 * Carries a subgraph's outbox to the broker: each fact, in the order in which it was written, until the broker has it.
 * A row is marked only after the broker has said that the event is durable, so a crash repeats and never loses one.
 * Of several processes one at a time relays: the others find the lock taken and leave it to that one.
 */
export function startRelay(options: { database: Database; broker: Broker; log: Logger }) {
  const { database, broker, log } = options

  const relayBatch = () =>
    inTransaction(database.pool, async (client) => {
      const lock = await client.query<{ taken: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtext('outbox'), hashtext(current_schema())) AS taken`,
      )
      if (!lock.rows[0]?.taken) return 0
      const { rows } = await client.query<{ position: string; event: DomainEvent }>(
        'SELECT position, event FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT $1',
        [BATCH],
      )
      if (rows.length === 0) return 0
      await broker.publish(rows.map((row) => row.event))
      await client.query('UPDATE outbox SET published_at = now() WHERE position = ANY($1::bigint[])', [
        rows.map((row) => row.position),
      ])
      return rows.length
    })

  const pump = createPump(
    async () => {
      while (!pump.stopped && (await relayBatch()) === BATCH);
    },
    (error) =>
      log.warn({ error: messageOf(error) }, 'The outbox waits: the broker or the database does not answer'),
  )
  const listener = listen({
    pool: database.pool,
    channel: 'outbox',
    everyMs: POLL_MS,
    wake: (schema) => {
      if (schema === undefined || schema === database.schema) pump.wake()
    },
  })
  pump.wake()

  return {
    async stop() {
      await listener.stop()
      await pump.stop()
    },
  }
}
