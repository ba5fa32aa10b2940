import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveSubgraph } from '../../kit/serve-subgraph.ts'
import { compose, createBookshop } from './support/bookshop.ts'
import { post, silent, until } from './support/door.ts'

const MAIN = join(import.meta.dirname, '../../gateway/main.ts')
/** Nothing of this system's own: what the command must do without. */
const BARE = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'info' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'))
})
afterAll(() => rm(folder, { recursive: true }))

function run(args: string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
    env: { ...BARE, SIMPUL_HOME: folder, ...env },
  })
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk) => (out += String(chunk)))
  child.stderr?.on('data', (chunk) => (err += String(chunk)))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, code, out: () => out, err: () => err }
}

async function failureOf(args: string[], env: Record<string, string> = {}) {
  const { code, err } = run(args, env)
  return [await code, err().trim()]
}

test('serves any supergraph at the addresses in its file, says so in JSON, and stops in order', async () => {
  const { parts } = createBookshop()
  const served = await Promise.all(
    parts.map(({ subgraph }) => serveSubgraph({ subgraph, host: '127.0.0.1', port: 0, log: silent })),
  )
  const urls = Object.fromEntries(
    served.map(({ port }, index) => [parts[index]?.subgraph.name, `http://127.0.0.1:${port}/graphql`]),
  )
  const file = join(folder, 'supergraph.graphql')
  await writeFile(file, compose(parts, urls))
  const gateway = run(['--supergraph', file, '--port', '0', '--no-auth'])
  try {
    const ready = () =>
      gateway
        .out()
        .split('\n')
        .find((line) => line.includes('"msg":"ready"'))
    await until(() => ready() !== undefined, 15_000)
    const { level, url, authenticates } = JSON.parse(ready() ?? '') as Record<string, string>
    expect([level, authenticates]).toEqual(['info', false])
    const { body } = await post(url ?? '', '{"query":"{ reviews { author { name } } }"}')
    expect(body).toEqual({ data: { reviews: [{ author: { name: 'Siti' } }, { author: { name: 'Budi' } }] } })
    const readyz = await fetch(new URL('/readyz', url))
    expect([readyz.status, await readyz.json()]).toEqual([200, { status: 'ready' }])
  } finally {
    gateway.child.kill('SIGTERM')
    gateway.child.kill('SIGINT')
    expect(await gateway.code).toBe(0)
    await Promise.all(served.map((one) => one.stop()))
  }
})

test('says in one line why it does not start', async () => {
  const broken = join(folder, 'broken.graphql')
  await writeFile(broken, 'type Query {')
  const missing = join(folder, 'nowhere.graphql')
  const [first, second, third, fourth] = await Promise.all([
    failureOf(['--supergraph', missing]),
    failureOf(['--supergraph', broken]),
    failureOf(['--port', 'http']),
    failureOf(['--supergraph', broken], { IDENTITY_SECRET: 'x'.repeat(32) }),
  ])
  expect(first).toEqual([1, `The supergraph ${missing} cannot be read: ENOENT.`])
  expect(second).toEqual([
    1,
    'The supergraph is not GraphQL: Syntax Error: Expected Name, found <EOF>. (line 1, column 13)',
  ])
  expect(third).toEqual([1, '--port must be a whole number from 0 to 65535, not "http".'])
  expect(fourth).toEqual([
    1,
    'ACCESS_TOKEN_PUBLIC_KEY and IDENTITY_SECRET go together: give both, or --no-auth.',
  ])
})

test('needs its keys for Simpul’s own supergraph, and names what is missing', async () => {
  expect(await failureOf([])).toEqual([
    1,
    'The configuration has 2 problems:\n  ACCESS_TOKEN_PUBLIC_KEY: is required and missing.\n  IDENTITY_SECRET: is required and missing.',
  ])
})
