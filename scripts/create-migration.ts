/**
 * Writes a migration from the difference between a subgraph's migrations and its prisma/<subgraph>/schema.prisma.
 * It works on a throw-away PostgreSQL of its own and needs nothing set up.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../deploy/embedded-postgres.ts'
import { diffMigrations } from './diff-migrations.ts'

const USAGE = `Usage: npm run migrate:create -- <subgraph> <what>

For example: npm run migrate:create -- users add_branch

Compares prisma/<subgraph>/migrations with prisma/<subgraph>/schema.prisma and writes the SQL that leads from one to the
other to prisma/<subgraph>/migrations/<timestamp>_<what>/migration.sql. Read it, and complete it by hand (data, triggers,
partial indexes) before it is committed. It is applied at the next start.`

const root = join(import.meta.dirname, '..')
const [subgraph, what] = process.argv.slice(2)

if (subgraph === undefined || what === undefined || !/^[a-z0-9_]+$/.test(what)) {
  console.log(USAGE)
  process.exit(subgraph === undefined ? 0 : 1)
}

const folder = join(root, 'prisma', subgraph)
if (!existsSync(join(folder, 'schema.prisma'))) {
  console.error(`There is no prisma/${subgraph}/schema.prisma.`)
  process.exit(1)
}

const scratch = mkdtempSync(join(tmpdir(), 'simpul-migration-'))
try {
  const postgres = await startEmbeddedPostgres({ folder: scratch, durable: false })
  try {
    const sql = await diffMigrations({ folder, url: postgres.url('postgres') })
    if (sql === '') console.log(`Nothing to do: the migrations of ${subgraph} already lead to its schema.`)
    else write(sql)
  } finally {
    await postgres.stop()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function write(sql: string): void {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const migrations = join(folder, 'migrations')
  const path = join(migrations, `${timestamp}_${what}`)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'migration.sql'), sql)
  const lockfile = join(migrations, 'migration_lock.toml')
  if (!existsSync(lockfile)) writeFileSync(lockfile, '# Read by `prisma migrate`.\nprovider = "postgresql"\n')
  console.log(`Wrote prisma/${subgraph}/migrations/${timestamp}_${what}/migration.sql:\n\n${sql.trimEnd()}`)
}
