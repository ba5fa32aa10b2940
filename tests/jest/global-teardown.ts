import pg from 'pg'
import { stopTestPostgres } from './global-setup.ts'

/** Fails the run when a test file has left a database behind, and names it. */
export default async function globalTeardown(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] })
  await client.connect()
  const { rows } = await client.query<{ file: string }>(
    `SELECT coalesce(shobj_description(oid, 'pg_database'), datname) AS file
     FROM pg_database WHERE datname LIKE 'test\\_%' ORDER BY file`,
  )
  await client.end()
  await stopTestPostgres()
  if (rows.length > 0) {
    throw new Error(`Test databases were not dropped by: ${rows.map(({ file }) => file).join(', ')}`)
  }
}
