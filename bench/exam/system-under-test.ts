import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../deploy/embedded-postgres.ts'
import { startSystem } from '../../deploy/system.ts'
import { readConfig } from '../../kit/config.ts'

export type SystemUnderTest = { url: string; databaseUrl: string | undefined; stop(): Promise<void> }

/**
 * The embedded system as `npm start` runs it, durable commits included, on a scratch folder and free ports; its
 * PostgreSQL is started here only so that its address is known for the raw limit.
 */
export async function startScratchSystem(onStep: (name: string) => void): Promise<SystemUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-bench-'))
  await using stack = new AsyncDisposableStack()
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))

  onStep('PostgreSQL')
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  stack.defer(() => postgres.stop())
  const databaseUrl = postgres.url('postgres')
  const config = readConfig([], {
    SIMPUL_HOME: join(folder, 'home'),
    PORT: '0',
    LOG_LEVEL: 'warn',
    DATABASE_URL: databaseUrl,
  })
  const system = await startSystem({
    config,
    step: (name, work) => {
      onStep(name)
      return work()
    },
  })
  stack.defer(() => system.stop())

  const running = stack.move()
  return { url: system.url, databaseUrl, stop: () => running.disposeAsync() }
}
