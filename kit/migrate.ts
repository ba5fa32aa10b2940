import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import type { Database } from './database.ts'

/**
 * Brings a database schema up to date with a folder of Prisma migrations
 * (`<folder>/<timestamp>_<what>/migration.sql`, applied in the order of their names).
 *
 * The history is kept in Prisma's own table `_prisma_migrations`, with Prisma's checksums, so `prisma migrate deploy` and
 * this function may be used on the same database. Unlike Prisma's engine, which runs statement by statement and leaves a
 * half-applied migration behind, each migration and its row in the history are one transaction here: what fails leaves
 * nothing, and the next start tries again. A migration therefore cannot hold what PostgreSQL refuses inside a
 * transaction (`CREATE INDEX CONCURRENTLY`).
 *
 * Several processes may call it at once; they take turns. Costs one query when there is nothing to do.
 *
 * @returns the names of the migrations that this call applied, in order
 * @throws {MigrationError} naming the migration, and the statement that failed
 */
export async function migrate(options: { database: Database; folder: string }): Promise<string[]> {
  const { database, folder } = options
  const migrations = await readMigrations(folder)
  if (pending(migrations, await history(database.pool, database.schema)).length === 0) return []

  const client = await database.pool.connect()
  try {
    const applied: string[] = []
    for (;;) {
      const name = await applyNext(client, database.schema, migrations)
      if (name === undefined) return applied
      applied.push(name)
    }
  } finally {
    client.release()
  }
}

/** A migration that cannot be applied; `message` names it and says why. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

type Migration = { name: string; script: string; checksum: string }
type HistoryRow = { migration_name: string; checksum: string; finished: boolean }
type Queryable = Pick<PoolClient, 'query'>

// The key that Prisma's engine locks while it migrates.
const PRISMA_ADVISORY_LOCK = 72_707_369

const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    }),
  )
}

/** The migrations that were started here and not rolled back; none when the schema or its history does not exist. */
async function history(queryable: Queryable, schema: string): Promise<HistoryRow[]> {
  // Asked of the tables: a cached `to_regclass` may not see what a process that held the lock has just committed.
  const { rows: known } = await queryable.query<{ exists: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
       WHERE nspname = $1 AND relname = '_prisma_migrations'
     ) AS exists`,
    [schema],
  )
  if (!known[0]?.exists) return []
  const { rows } = await queryable.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM ${quoted(schema)}."_prisma_migrations"
     WHERE rolled_back_at IS NULL`,
  )
  return rows
}

function pending(migrations: Migration[], rows: HistoryRow[]): Migration[] {
  return migrations.filter(({ name, checksum }) => {
    const row = rows.find((candidate) => candidate.migration_name === name)
    if (row === undefined) return true
    if (!row.finished) {
      throw new MigrationError(
        `Migration ${name} was begun by another tool and failed half-way: repair the tables, then run \`prisma migrate resolve\`.`,
      )
    }
    if (row.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it had been applied: restore the file and write a new migration.`,
      )
    }
    return false
  })
}

/** Applies the first pending migration, in one transaction with its row in the history. */
async function applyNext(
  client: PoolClient,
  schema: string,
  migrations: Migration[],
): Promise<string | undefined> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [PRISMA_ADVISORY_LOCK])
    const [migration] = pending(migrations, await history(client, schema))
    if (migration !== undefined) await apply(client, schema, migration)
    await client.query('COMMIT')
    return migration?.name
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function apply(client: PoolClient, schema: string, migration: Migration): Promise<void> {
  const startedAt = new Date()
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`)
  await client.query(`SET LOCAL search_path TO ${quoted(schema)}`)
  await client.query(HISTORY_TABLE)
  await client.query('SAVEPOINT before_migration')
  try {
    // Without parameters the whole script goes to the server as it is, functions with semicolons included.
    await client.query(migration.script)
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT before_migration')
    const statement = await findFailing(client, migration.script)
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError(
      `Migration ${migration.name} of schema ${schema} failed: ${reason}${statement ? `, in the statement: ${statement}` : ''}`,
      { cause: error },
    )
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name, startedAt],
  )
}

/**
 * PostgreSQL gives no position for errors at run time, so the script is run once more, statement by statement, in the
 * transaction that is about to be rolled back. Only the message depends on how well the statements are told apart.
 */
async function findFailing(client: PoolClient, script: string): Promise<string | undefined> {
  const statements = script.match(/(?:\$(\w*)\$[^]*?\$\1\$|'[^']*'|--.*|[^;])+;?/g) ?? []
  for (const statement of statements) {
    try {
      await client.query(statement)
    } catch {
      return statement.replace(/--.*/g, '').replace(/\s+/g, ' ').trim()
    }
  }
  return undefined
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}
