import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../deploy/embedded-postgres.ts'
import { isPostgresOn } from '../../deploy/postgres-program.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-postgres-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const data = () => join(folder, 'data')
const serverPid = () => Number(readFileSync(join(data(), 'postmaster.pid'), 'utf8').split('\n')[0])

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

test('a new server commits durably, asks for its password, keeps it to its owner, and ends when told', async () => {
  const postgres = await startEmbeddedPostgres({ folder })
  const pid = serverPid()
  const url = postgres.url('postgres')

  expect(
    await query(
      url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync`,
    ),
  ).toEqual([{ fsync: 'on', sync: 'on' }])
  await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
    'password authentication failed',
  )
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600)

  await postgres.stop()
  expect(isPostgresOn(pid, data())).toBe(false)
})

test('a server whose starter was killed ends with it, and the data is there at the next start', async () => {
  const killed = await startedByAnother()
  await query(killed.url, 'INSERT INTO kept VALUES (43)')
  process.kill(killed.starter, 'SIGKILL')

  const postgres = await startEmbeddedPostgres({ folder })
  try {
    expect(await query(postgres.url('postgres'), 'SELECT answer FROM kept ORDER BY answer')).toEqual([
      { answer: 42 },
      { answer: 43 },
    ])
    expect(isPostgresOn(killed.pid, data())).toBe(false)
  } finally {
    await postgres.stop()
  }
})

test('a server that an earlier start left running is stopped before the next begins', async () => {
  const left = await startedByAnother()
  const postgres = await startEmbeddedPostgres({ folder })
  try {
    expect(isPostgresOn(left.pid, data())).toBe(false)
    expect(serverPid()).not.toBe(left.pid)
  } finally {
    await postgres.stop()
    process.kill(left.starter, 'SIGKILL')
  }
})

test('a lock file whose number belongs to another program by now keeps nobody out', async () => {
  writeFileSync(
    join(data(), 'postmaster.pid'),
    `${process.pid}\n${data()}\n1760000000\n5432\n\n127.0.0.1\n\nready\n`,
  )
  const postgres = await startEmbeddedPostgres({ folder })
  expect(await query(postgres.url('postgres'), 'SELECT count(*)::int AS rows FROM kept')).toEqual([
    { rows: 2 },
  ])
  await postgres.stop()
})

test('a taken port is said in one line that tells what to do', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
  })
  try {
    await expect(startEmbeddedPostgres({ folder, port })).rejects.toThrow(
      `Port ${port} is taken, so PostgreSQL cannot listen there: set POSTGRES_PORT to another one, or leave it out to take any free one.`,
    )
  } finally {
    await new Promise((resolve) => other.close(resolve))
  }
})

/** Another process starts the server and lives on. */
async function startedByAnother(): Promise<{ starter: number; pid: number; url: string }> {
  const module = join(import.meta.dirname, '../../deploy/embedded-postgres.ts')
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)}
    const postgres = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} })
    console.log(postgres.url('postgres'))
    setInterval(() => {}, 60_000)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line) => resolve(String(line).trim())),
  )
  return { starter: child.pid ?? 0, pid: serverPid(), url }
}
