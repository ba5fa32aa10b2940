import { createHash, randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../kit/database.ts'
import { migrate } from '../../kit/migrate.ts'

export type TestDatabase = {
  url: string
  /** Open on the schema of the subgraph. */
  database: Database
  /** Closes and drops it; a run that leaves one behind fails. */
  drop(): Promise<void>
}

const root = join(import.meta.dirname, '..', '..')

/** A database of its own with the migrated, empty tables of a subgraph: a copy of a template made once a run. */
export async function testDatabase(subgraph: string): Promise<TestDatabase> {
  return create(subgraph, await template(subgraph))
}

/** A database of its own without any tables. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return create('public', 'template1')
}

async function create(schema: string, from: string): Promise<TestDatabase> {
  const name = `test_${schema}_${randomBytes(6).toString('hex')}`
  const file = relative(root, expect.getState().testPath ?? 'a file unknown')
  await administer(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`)
    await client.query(`COMMENT ON DATABASE ${name} IS '${file.replaceAll("'", "''")}'`)
  })
  const url = addressOf(name)
  const database = openDatabase({ url, schema })
  return {
    url,
    database,
    drop: async () => {
      await database.close()
      await administer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

/** Named after what the migrations hold, so that a server that outlives the run never gives tables of another day. */
async function template(subgraph: string): Promise<string> {
  const folder = join(root, 'prisma', subgraph, 'migrations')
  if (!existsSync(folder)) throw new Error(`There is no prisma/${subgraph}/migrations.`)
  const hash = createHash('sha256')
  for (const file of globSync('*/migration.sql', { cwd: folder }).sort()) {
    hash.update(file).update(readFileSync(join(folder, file)))
  }
  const name = `template_${subgraph}_${hash.digest('hex').slice(0, 12)}`

  await administer(async (client) => {
    // Test files run in several processes: the first makes the template, the others wait for it.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [
      name,
    ])
    if (rows.length > 0) return
    await client.query(`DROP DATABASE IF EXISTS ${name}`)
    await client.query(`CREATE DATABASE ${name}`)
    const database = openDatabase({ url: addressOf(name), schema: subgraph })
    try {
      await migrate({ database, folder })
    } finally {
      await database.close()
    }
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`)
  })
  return name
}

async function administer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function addressOf(database: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  url.pathname = `/${database}`
  return url.href
}
