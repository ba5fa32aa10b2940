import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { versionOf } from '../../../gateway/supergraph/version.ts'
import { compose, createPart } from '../support/bookshop.ts'
import { post, until } from '../support/door.ts'

const ROOT = join(import.meta.dirname, '../../..')

const edition = (fields: string) =>
  compose([createPart({ name: 'library', sdl: `type Query { ${fields} }`, resolvers: {} })])
const first = edition('title: String  gone: Int')
const second = edition('title: String  pages: Int')
const short = (text: string) => versionOf(text).slice(0, 12)

let folder: string
let file: string
const running: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-'))
  file = join(folder, 'supergraph.graphql')
  await writeFile(file, first)
})
afterEach(async () => {
  await Promise.all(
    running.splice(0).map((child) => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      return child.exitCode === null && child.kill('SIGTERM') ? ended : undefined
    }),
  )
  await rm(folder, { recursive: true })
})

function run(args: string[]) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', SIMPUL_HOME: folder, SUPERGRAPH: file },
  })
  running.push(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, code, out: () => out, err: () => err }
}

async function command(...args: string[]) {
  const { code, out, err } = run(['scripts/supergraph.ts', ...args])
  return [await code, (out() + err()).trim()]
}

/** The gateway as a process, with the lines of its log. */
async function startGateway() {
  const gateway = run(['gateway/main.ts', '--supergraph', file, '--port', '0', '--no-auth'])
  const lines = () =>
    gateway
      .out()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, string>)
  const says = (msg: string) => lines().some((line) => line.msg === msg)
  await until(() => says('ready'), 20_000)
  const url = lines().find(({ msg }) => msg === 'ready')?.url ?? ''
  return {
    child: gateway.child,
    lines,
    says,
    /** Whether a field is in the graph that is served. */
    async has(field: string): Promise<boolean> {
      const { body } = await post(
        url,
        JSON.stringify({ query: `{ __type(name: "Query") { fields { name } } }` }),
      )
      return JSON.stringify(body).includes(`"${field}"`)
    },
  }
}

test('a supergraph is checked, applied and rolled back by command, without a restart', async () => {
  const gateway = await startGateway()
  const fresh = join(folder, 'fresh.graphql')
  await writeFile(fresh, second)
  expect(await command('check', fresh)).toEqual([
    0,
    `${short(second)} can be served.\nWhat clients ask for today and could no longer:\n  Query.gone was removed.`,
  ])
  const [code, said] = await command('apply', fresh)
  expect([code, String(said).split('\n').at(-1)]).toEqual([0, `${short(second)} stands in ${file}.`])
  await until(() => gateway.says('reloaded'))
  expect([await gateway.has('pages'), await gateway.has('gone')]).toEqual([true, false])
  const [, listed] = await command('list')
  expect(
    String(listed)
      .split('\n')
      .map((line) => line.split('  ').slice(1)),
  ).toEqual([[short(second), 'in the file'], [short(first)]])

  expect(await command('rollback')).toEqual([0, `${short(first)} stands in ${file}.`])
  await until(() => gateway.lines().filter(({ msg }) => msg === 'reloaded').length === 2)
  expect([await gateway.has('pages'), await gateway.has('gone')]).toEqual([false, true])
  expect(await readFile(file, 'utf8')).toBe(first)
  expect(await command('rollback', short(second).slice(0, 6))).toEqual([
    0,
    `${short(second)} stands in ${file}.`,
  ])
  expect(await command('rollback', 'ffff')).toEqual([
    1,
    `No version ffff is kept for ${file}: \`npm run supergraph -- list\` shows those that are.`,
  ])
})

test('a bad one is refused by the command, by a running gateway, and at a start, which goes back to the last good one', async () => {
  const bad = `${first}\ntype {`
  const reason = `The supergraph is not GraphQL: Syntax Error: Expected Name, found "{". (line ${bad.split('\n').length}, column 6)`
  const badFile = join(folder, 'bad.graphql')
  await writeFile(badFile, bad)
  expect(await command('apply', badFile)).toEqual([1, reason])
  expect(await readFile(file, 'utf8')).toBe(first)

  const before = await startGateway()
  await until(() => before.says('ready'))
  await writeFile(file, bad)
  await until(() => before.says('A new supergraph is refused'))
  expect(before.lines().find(({ msg }) => msg === 'A new supergraph is refused')).toMatchObject({
    level: 'error',
    version: short(bad),
    goesOn: short(first),
    reason,
  })
  expect(await before.has('gone')).toBe(true)
  before.child.kill('SIGTERM')

  const after = await startGateway()
  const inItsPlace = 'The supergraph cannot be served: the last one that could be is served in its place'
  expect(after.lines().find(({ msg }) => msg === inItsPlace)).toMatchObject({
    level: 'error',
    reason,
    version: short(first),
  })
  expect(await after.has('gone')).toBe(true)
  const [, listed] = await command('list')
  expect(listed).toContain(`${short(bad)}  refused: ${reason}`)
  await writeFile(file, second)
  await until(() => after.says('reloaded'))
  expect(await after.has('pages')).toBe(true)
})

test('a signal by which servers are asked to read again makes it look again', async () => {
  const gateway = await startGateway()
  gateway.child.kill('SIGHUP')
  await until(() => gateway.says('looking at the supergraph again'))
  expect(await gateway.has('title')).toBe(true)
})
