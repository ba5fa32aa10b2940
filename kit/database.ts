import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Counter } from 'prom-client'

const sqlStatements = new Counter({
  name: 'simpul_sql_statements_total',
  help: 'SQL statements sent, by the subgraph whose tables they use.',
  labelNames: ['subgraph'],
})

/** One subgraph's own part of PostgreSQL: a pool whose connections see only its schema. */
export type Database = {
  pool: pg.Pool
  schema: string
  /** How many statements it has sent, for tests that no page costs one query a row. */
  statements(): number
  close(): Promise<void>
}

/** Opens a pool on `schema`. It connects at first use. */
export function openDatabase(options: { url: string; schema: string; connections?: number }): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    options: `-c search_path=${options.schema}`,
    application_name: `simpul-${options.schema}`,
  })
  let statements = 0
  pool.on('connect', (client) => {
    // A connection that breaks while it is in use fails its query; without a listener it would end the process, too.
    client.on('error', () => {})
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      statements += 1
      sqlStatements.inc({ subgraph: options.schema })
      return query(...args)
    }) as typeof client.query
  })
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  return {
    pool,
    schema: options.schema,
    statements: () => statements,
    close: () => pool.end(),
  }
}

/** What the subgraph of these tables waits for while they cannot be asked; empty when they answer. */
export function waitingForDatabase({ pool, schema }: Database): Promise<string[]> {
  return pool.query('SELECT 1').then(
    () => [],
    () => [`the database of ${schema}`],
  )
}

/** What a Prisma client sends its statements through: this pool, which stays open when the client disconnects. */
export function prismaAdapter({ pool, schema }: Database): PrismaPg {
  return new PrismaPg(pool, { schema, disposeExternalPool: false })
}

/** Runs `work` in one transaction, which is undone when it throws. A connection that broke is not used again. */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => (broken = rollback))
    throw error
  } finally {
    client.release(broken)
  }
}
