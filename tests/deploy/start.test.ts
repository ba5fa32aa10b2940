import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../deploy/ports.ts'
import { isPostgresOn } from '../../deploy/postgres-program.ts'
import { ask, type RunningStart, runStart } from './running-start.ts'

const START = 'deploy/start.ts'
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { session { user { name } } errors { __typename } } }`
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { session { user { name } } errors { __typename } } }`
const dian = { email: 'dian@simpul.example', password: 'senja-di-pelabuhan-7' }

let home: string
let variables: Record<string, string>
let url: string
let running: RunningStart | undefined

beforeAll(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'simpul-start-')), 'home')
  const port = await freePort()
  variables = { SIMPUL_HOME: home, PORT: String(port) }
  url = `http://127.0.0.1:${port}/graphql`
})
afterAll(async () => {
  running?.kill('SIGKILL')
  await running?.ended
  rmSync(join(home, '..'), { recursive: true, force: true })
})

const data = () => join(home, 'postgres', 'data')
const postgresPid = () => Number(readFileSync(join(data(), 'postmaster.pid'), 'utf8').split('\n')[0])

async function start(): Promise<void> {
  running = runStart(START, variables)
  await running.up
  expect(await ask(url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } })
}

test('a first start shows each step, then where everything is, who can sign in and what to try', async () => {
  await start()
  const output = running?.output() ?? ''
  const steps = [...output.matchAll(/^✔ (.+?) {2,}\d+\.\d s$/gm)].map(([, name]) => name)
  expect(steps).toEqual(['PostgreSQL', 'Tables', 'Subgraphs', 'Demo content', 'Gateway'])
  for (const shown of [url, '/graphiql', '/readyz', '/metrics', 'npm run demo', 'belajar-tekun-2026']) {
    expect(output).toContain(shown)
  }
  for (const person of ['siti', 'budi', 'ayu', 'wayan'])
    expect(output).toContain(`${person}@demo.simpul.example`)
  expect(output).not.toContain('\x1b')

  const input = { name: 'Dian', ...dian }
  expect(await ask(url, REGISTER, { input })).toEqual({
    data: { register: { session: { user: { name: 'Dian' } }, errors: [] } },
  })
}, 30_000)

test('a second start beside it says so in one line, and touches nothing', async () => {
  const before = readFileSync(join(home, 'lock'), 'utf8')
  const second = runStart(START, { ...variables, PORT: '0' })
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(
    `✘ Simpul is already running in ${home}: process ${running?.pid}, ${url}. Stop it first, or start a second one with another SIMPUL_HOME and PORT.\n`,
  )
  expect(second.output()).not.toContain('    at ')
  expect(readFileSync(join(home, 'lock'), 'utf8')).toBe(before)
  expect(await ask(url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } })
})

test('SIGTERM stops everything and leaves nothing running', async () => {
  const pid = postgresPid()
  running?.kill('SIGTERM')
  expect(await running?.ended).toBe(0)
  expect(isPostgresOn(pid, data())).toBe(false)
  expect(existsSync(join(home, 'lock'))).toBe(false)
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})

test('the next start finds what was there', async () => {
  await start()
  expect(await ask(url, SIGN_IN, { input: dian })).toEqual({
    data: { signIn: { session: { user: { name: 'Dian' } }, errors: [] } },
  })
}, 30_000)

test('after SIGKILL nothing of it goes on running, and it starts again with its data', async () => {
  running?.kill('SIGKILL')
  await running?.ended
  expect(existsSync(join(home, 'lock'))).toBe(true)

  await start()
  expect(await ask(url, SIGN_IN, { input: dian })).toEqual({
    data: { signIn: { session: { user: { name: 'Dian' } }, errors: [] } },
  })
}, 30_000)

test('when PostgreSQL ends by itself, that is said and the rest is stopped', async () => {
  process.kill(postgresPid(), 'SIGKILL')
  expect(await running?.ended).toBe(1)
  expect(running?.output()).toContain('✘ PostgreSQL has ended by itself. Stopping; the log is ')
  expect(existsSync(join(home, 'lock'))).toBe(false)

  await start()
  running?.kill('SIGINT')
  expect(await running?.ended).toBe(0)
}, 30_000)

describe('what keeps it from starting is one line that says what to do', () => {
  async function refused(given: Record<string, string>): Promise<string[]> {
    const start = runStart(START, { ...variables, ...given })
    expect(await start.ended).toBe(1)
    return start
      .output()
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.includes('everything in one process'))
  }

  test('a taken port', async () => {
    const other = createServer().listen(Number(variables['PORT']), '127.0.0.1')
    try {
      expect(await refused({})).toEqual([
        `✘ Port ${variables['PORT']} is taken: end what listens there, or set PORT to another one.`,
      ])
    } finally {
      other.close()
    }
  })

  test('bad variables, all of them at once', async () => {
    const lines = await refused({ PORT: 'http', DATABASE_URL: 'mysql://here', IDENTITY_SECRET: 'short' })
    expect(lines.sort()).toEqual([
      '✘ DATABASE_URL: must be an address that starts with postgres:// or postgresql://.',
      '✘ IDENTITY_SECRET: must have at least 32 characters.',
      '✘ PORT: must be a whole number from 0 to 65535.',
    ])
  })

  test('a folder that cannot be written', async () => {
    const file = join(home, 'not-a-folder')
    writeFileSync(file, '')
    expect(await refused({ SIMPUL_HOME: `${file}/home` })).toEqual([
      `✘ Cannot write to ${file}/home (ENOTDIR): make it writable, or set SIMPUL_HOME to a folder that is.`,
    ])
  })

  test('a server that a variable names and that does not answer', async () => {
    const port = await freePort()
    expect(await refused({ NATS_URL: `nats://127.0.0.1:${port}` })).toEqual([
      `✘ NATS_URL: nothing answers at 127.0.0.1:${port} (ECONNREFUSED). Start that server, or leave the variable out.`,
    ])
  })
})
