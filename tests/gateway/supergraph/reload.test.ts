import { appendFile, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { followSupergraph } from '../../../gateway/supergraph/follow-supergraph.ts'
import { openHistory, replaceFile } from '../../../gateway/supergraph/history.ts'
import { versionOf } from '../../../gateway/supergraph/version.ts'
import { eventually } from '../../jest/eventually.ts'
import { compose, createPart } from '../support/bookshop.ts'
import { type Door, openDoor, silent, until } from '../support/door.ts'

/** A graph of which there are two editions: the second has one field more. The subgraph can already answer both. */
function createEditions() {
  const part = (sdl: string) =>
    createPart({
      name: 'library',
      sdl,
      resolvers: { Query: { book: () => ({ title: 'Bumi Manusia', pages: 535 }) } },
    })
  const second = part('type Query { book: Book } type Book { title: String  pages: Int }')
  return {
    part: second,
    first: compose([part('type Query { book: Book } type Book { title: String }')]),
    second: compose([second]),
  }
}

const { part, first, second } = createEditions()
const PAGES = '{ book { pages } }'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reload-'))
  file = join(folder, 'supergraph.graphql')
})
afterEach(() => rm(folder, { recursive: true }))

/** A gateway that follows the file, and has begun with the first edition. */
async function openFollowing() {
  const door = await openDoor([part], 'in process', { supergraphSdl: first })
  const { gateway } = door
  const history = openHistory({ home: folder, file })
  const following = followSupergraph({ file, gateway, history, breaking: false, log: silent })
  return {
    door,
    history,
    following,
    serves: (text: string) => until(() => gateway.version === versionOf(text)),
    async stop() {
      await following.stop()
      await door.stop()
    },
  }
}

async function metrics(door: Door, name: string): Promise<string[]> {
  const text = await (await fetch(`${door.origin}/metrics`)).text()
  return text.split('\n').filter((line) => line.startsWith(name))
}

test('the supergraph changes with its file, whichever way that is written', async () => {
  await writeFile(file, first)
  const { door, serves, stop } = await openFollowing()
  try {
    const { body } = await door.ask(PAGES)
    expect(body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    await writeFile(file, second)
    await serves(second)
    expect((await door.ask(PAGES)).body).toEqual({ data: { book: { pages: 535 } } })
    await writeFile(file, first.slice(0, 1_000))
    await appendFile(file, first.slice(1_000))
    await serves(first)
    await replaceFile(file, second)
    await serves(second)
    await rm(file)
    await writeFile(file, first)
    await serves(first)
    expect(await metrics(door, 'gateway_supergraph_info{')).toEqual([
      expect.stringContaining(`{version="${versionOf(first)}"}`),
    ])
  } finally {
    await stop()
  }
})

test('a link that is made to point elsewhere, as Kubernetes does with what it mounts, is a change too', async () => {
  const mount = async (name: string, text: string) => {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'supergraph.graphql'), text)
  }
  await mount('..2026_01', first)
  await symlink('..2026_01', join(folder, '..data'))
  await symlink('..data/supergraph.graphql', file)
  const { serves, stop } = await openFollowing()
  try {
    await mount('..2026_02', second)
    await symlink('..2026_02', join(folder, '..data_tmp'))
    await rename(join(folder, '..data_tmp'), join(folder, '..data'))
    await serves(second)
  } finally {
    await stop()
  }
})

describe('what cannot be served is refused, with the reason and its place, and what was served goes on', () => {
  test.each([
    [
      'no GraphQL',
      `${first}\ntype {`,
      /^The supergraph is not GraphQL: Syntax Error: .* \(line \d+, column 6\)$/,
    ],
    ['no supergraph', 'type Query { book: Int }', /^The supergraph cannot be served: /],
    ['nothing at all', '', /^The supergraph is not GraphQL: /],
  ])('%s', async (_what, text, reason) => {
    await writeFile(file, first)
    const { door, history, serves, stop } = await openFollowing()
    try {
      await writeFile(file, text)
      await eventually(async () => expect(await history.refused()).toBeDefined())
      expect(await history.refused()).toEqual({
        version: versionOf(text),
        at: expect.any(String) as string,
        reason: expect.stringMatching(reason) as string,
      })
      expect(await metrics(door, 'gateway_supergraph_refused')).toEqual(['gateway_supergraph_refused 1'])
      expect((await door.ask('{ book { title } }')).body.data).toEqual({ book: { title: 'Bumi Manusia' } })

      await writeFile(file, second)
      await serves(second)
      await eventually(async () => expect(await history.refused()).toBeUndefined())
      expect(await metrics(door, 'gateway_supergraph_refused')).toEqual(['gateway_supergraph_refused 0'])
    } finally {
      await stop()
    }
  })
})

test('what was served is kept: the last ten, latest first', async () => {
  const history = openHistory({ home: folder, file })
  const texts = Array.from({ length: 13 }, (_, n) => `${first}# ${n}`)
  for (const [n, text] of texts.entries()) await history.accept(text, new Date(Date.UTC(2026, 0, 1 + n)))
  await history.accept(texts.at(-1) ?? '', new Date(Date.UTC(2026, 1, 1)))
  const kept = await history.list()
  expect(kept.map(({ version }) => version)).toEqual(texts.slice(3).reverse().map(versionOf))
  expect(kept[0]?.since).toEqual(new Date(Date.UTC(2026, 0, 13)))
  expect(await readFile(kept[9]?.path ?? '', 'utf8')).toBe(texts[3])
})
