import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../deploy/embedded-postgres.ts'

/**
 * One PostgreSQL for the whole run, thrown away afterwards. Its address reaches the test files as TEST_DATABASE_URL;
 * when that is set already, the server it names is used instead.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return
  const folder = mkdtempSync(join(tmpdir(), 'simpul-test-'))
  const postgres = await startEmbeddedPostgres({ folder, durable: false })
  process.env['TEST_DATABASE_URL'] = postgres.url('postgres')
  stopTestPostgres = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export let stopTestPostgres = async (): Promise<void> => {}
