import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { serveSubgraph } from '../../../kit/serve-subgraph.ts'
import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { eventually } from '../../jest/eventually.ts'
import { createBookshop } from '../support/bookshop.ts'
import { post, silent } from '../support/door.ts'
import {
  accessToken,
  apolloManifest,
  codeOf,
  identitySecret,
  publicKey,
  sha256,
  supergraphWith,
} from './registry-gateway.ts'

const root = join(import.meta.dirname, '../../..')
const SHELF = 'query Shelf { books { title } }'
const PEOPLE = 'query People { me { name } }'

describe('the programs', () => {
  let db: TestDatabase
  let folder: string
  let env: Record<string, string | undefined>
  let subgraphs: Awaited<ReturnType<typeof serveSubgraph>>[]
  const children: ChildProcess[] = []

  beforeAll(async () => {
    db = await testDatabase('gateway')
    folder = await mkdtemp(join(tmpdir(), 'simpul-operations-'))
    const { parts } = createBookshop()
    subgraphs = await Promise.all(
      parts.map(({ subgraph }) => serveSubgraph({ subgraph, host: '127.0.0.1', port: 0, log: silent })),
    )
    const urls = Object.fromEntries(
      parts.map(({ subgraph: { name } }, index) => [
        name,
        `http://127.0.0.1:${subgraphs[index]?.port}/graphql`,
      ]),
    )
    const supergraph = join(folder, 'supergraph.graphql')
    await writeFile(supergraph, supergraphWith(parts, urls))
    env = {
      PATH: process.env.PATH,
      SIMPUL_HOME: folder,
      SUPERGRAPH: supergraph,
      GATEWAY_DATABASE_URL: db.url,
      ACCESS_TOKEN_PUBLIC_KEY: publicKey,
      IDENTITY_SECRET: identitySecret,
    }
  }, 60_000)
  afterAll(async () => {
    await Promise.all(children.map((child) => kill(child)))
    await Promise.all(subgraphs.map((one) => one.stop()))
    await db.drop()
    await rm(folder, { recursive: true, force: true })
  })

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  async function start(): Promise<{ url: string; child: ChildProcess }> {
    const child = spawn(
      process.execPath,
      ['gateway/main.ts', '--supergraph', env['SUPERGRAPH'] ?? '', '--port', '0'],
      { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    children.push(child)
    for await (const line of createInterface({ input: child.stdout })) {
      const { msg, url } = JSON.parse(line) as { msg: string; url: string }
      if (msg !== 'ready') continue
      child.stdout.resume()
      return { url, child }
    }
    throw new Error('The gateway ended')
  }

  async function operations(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const run = promisify(execFile)(process.execPath, ['scripts/operations.ts', ...words], { cwd: root, env })
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    )
  }

  test('a registration that was acknowledged outlives the process that took it', async () => {
    const first = await start()
    const admin = { authorization: `Bearer ${await accessToken('ADMIN')}` }
    const asAdmin = (query: string, variables: object) =>
      post(first.url, JSON.stringify({ query, variables }), admin)
    const created = await asAdmin('mutation { createApiClient(input: { name: "bimbel" }) { apiKey } }', {})
    const { apiKey } = created.body.data?.['createApiClient'] as { apiKey: string }
    const registered = await asAdmin(
      'mutation ($input: RegisterOperationsInput!) { registerOperations(input: $input) { manifest { version } } }',
      { input: { client: 'bimbel', manifest: apolloManifest({ name: 'Shelf', body: SHELF }) } },
    )
    await kill(first.child)
    expect(registered.body).toEqual({ data: { registerOperations: { manifest: { version: 1 } } } })

    const { url } = await start()
    const answer = await post(url, JSON.stringify({ documentId: sha256(SHELF) }), { 'x-api-key': apiKey })
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
  })

  test('the command line creates, registers, lists, checks and withdraws, and a running gateway follows', async () => {
    const { url } = await start()
    const added = await operations('clients', 'add', 'kita', '--allow', 'Query.books,Query.me', '--json')
    expect(added).toMatchObject({ code: 0, stderr: '' })
    const { apiKey } = JSON.parse(added.stdout) as { apiKey: string }
    const ask = async (query: string) =>
      codeOf(await post(url, JSON.stringify({ documentId: sha256(query) }), { 'x-api-key': apiKey })) ?? 'ran'

    const file = join(folder, 'manifest.json')
    await writeFile(file, apolloManifest({ name: 'Shelf', body: SHELF }, { name: 'People', body: PEOPLE }))
    expect(await operations('register', file, '--client', 'kita')).toEqual({
      code: 0,
      stdout: 'kita: version 1 is in force, with 2 operations.\n',
      stderr: '',
    })
    await eventually(async () => expect([await ask(SHELF), await ask(PEOPLE)]).toEqual(['ran', 'ran']))
    await eventually(async () => {
      const { stdout } = await operations('list', '--client', 'kita', '--json')
      const rows = JSON.parse(stdout) as { name: string; uses: number; versions: number[] }[]
      expect(rows.every(({ uses }) => uses > 0)).toBe(true)
      expect(rows.map(({ name, versions }) => [name, versions]).sort()).toEqual([
        ['People', [1]],
        ['Shelf', [1]],
      ])
    })

    const without = join(folder, 'without.graphql')
    const { parts } = createBookshop()
    await writeFile(
      without,
      supergraphWith(parts.map((part) => ({ ...part, typeDefs: part.typeDefs.replace('me: Person', '') }))),
    )
    expect(await operations('check', '--supergraph', without)).toMatchObject({
      code: 1,
      stderr:
        'People of kita: Cannot query field "me" on type "Query".\nIt would break 1 of 2 registered operations.\n',
    })
    expect((await operations('check')).stdout).toBe(
      'It serves all that is registered: 2 registered operations.\n',
    )

    expect((await operations('withdraw', '--client', 'kita', '--hash', sha256(SHELF))).stdout).toBe(
      'kita: 1 entry withdrawn.\n',
    )
    await eventually(async () => {
      expect([await ask(SHELF), await ask(PEOPLE)]).toEqual(['OPERATION_NOT_REGISTERED', 'ran'])
    })
    expect((await operations('clients', 'disable', 'kita')).stdout).toBe('kita is shut out.\n')
    await eventually(async () => expect(await ask(PEOPLE)).toBe('UNAUTHENTICATED'))
  }, 60_000)

  test('the command line says what is wrong, for people and for programs', async () => {
    const bad = join(folder, 'bad.json')
    await writeFile(bad, JSON.stringify({ x: '{ nothing }' }))
    await operations('clients', 'add', 'wrong')
    expect(await operations('register', bad, '--client', 'wrong')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: [
        `${bad}: x: The id of a document must be its SHA-256 in hexadecimal.`,
        `${bad}: x: Cannot query field "nothing" on type "Query".`,
        'Nothing was registered.\n',
      ].join('\n'),
    })
    const { code, stdout } = await operations('register', bad, '--client', 'wrong', '--json')
    expect([
      code,
      (JSON.parse(stdout) as { problems: { code: string }[] }).problems.map((one) => one.code),
    ]).toEqual([1, ['HASH_UNUSABLE', 'DOCUMENT_INVALID']])
    for (const [words, reason] of [
      [['register', bad, '--client', 'nobody'], 'There is no client of this name.'],
      [['register', join(folder, 'none.json'), '--client', 'wrong'], 'cannot be read (ENOENT).'],
      [['register', bad], 'The command needs --client.'],
      [['withdraw', '--client', 'wrong', '--version', 'x'], '--version must be a whole number, not "x".'],
      [['clients', 'add', 'Not A Name'], 'A client has a name of 2 to 40'],
      [['nonsense'], 'There is no such command.'],
    ] as const) {
      const refused = await operations(...words)
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining(reason)])
    }
  }, 60_000)
})
