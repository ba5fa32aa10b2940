import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Committed, latencyOf } from './messages.ts'

/** Left for the system that is being measured, and for whoever looks in. */
const RESERVED = 5

/** About what an answer is: its session, its place, and the answer itself. */
const ROW = JSON.stringify({
  item: randomUUID(),
  response: { choice: 'B' },
  clientSequence: 17,
  timeSpentMs: 1000,
})

/**
 * How fast this PostgreSQL commits single-row inserts from as many connections as possible up to `connections`, each
 * waiting for its commit before the next: what no server in front of it can exceed without grouping commits.
 */
export async function commitInserts(options: {
  databaseUrl: string
  connections: number
  seconds: number
}): Promise<Committed> {
  const owner = new pg.Client({ connectionString: options.databaseUrl })
  await owner.connect()
  try {
    await owner.query('CREATE SCHEMA IF NOT EXISTS bench')
    await owner.query(
      'CREATE TABLE IF NOT EXISTS bench.answer (session uuid, sequence int, answer jsonb, PRIMARY KEY (session, sequence))',
    )
    const connections = Math.max(1, Math.min(options.connections, await connectionsLeft(owner)))
    const clients = Array.from(
      { length: connections },
      () => new pg.Client({ connectionString: options.databaseUrl }),
    )
    try {
      await Promise.all(clients.map((client) => client.connect()))
      return { ...(await insertUntil(clients, options.seconds)), connections }
    } finally {
      await Promise.all(clients.map((client) => client.end()))
    }
  } finally {
    await owner.query('DROP SCHEMA IF EXISTS bench CASCADE')
    await owner.end()
  }
}

async function connectionsLeft(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ left: number }>(
    `SELECT current_setting('max_connections')::int - count(*)::int AS left FROM pg_stat_activity WHERE datname IS NOT NULL`,
  )
  return (rows[0]?.left ?? 0) - RESERVED
}

async function insertUntil(clients: pg.Client[], seconds: number): Promise<Omit<Committed, 'connections'>> {
  const measured: number[] = []
  const began = performance.now()
  const deadline = began + seconds * 1000
  await Promise.all(
    clients.map(async (client) => {
      const session = randomUUID()
      for (let sequence = 1; performance.now() < deadline; sequence += 1) {
        const sent = performance.now()
        await client.query({
          name: 'insert',
          text: 'INSERT INTO bench.answer (session, sequence, answer) VALUES ($1, $2, $3)',
          values: [session, sequence, ROW],
        })
        measured.push(performance.now() - sent)
      }
    }),
  )
  const elapsed = (performance.now() - began) / 1000
  const committed = measured.length
  return { committed, seconds: elapsed, perSecond: committed / elapsed, latency: latencyOf(measured) }
}
