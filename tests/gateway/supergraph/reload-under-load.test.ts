import { createEngine } from '../../../gateway/engine.ts'
import { DEFAULT_LIMITS } from '../../../gateway/operation/limits.ts'
import { warmEngine } from '../../../gateway/supergraph/warm-engine.ts'
import { serveSubgraph } from '../../../kit/serve-subgraph.ts'
import { compose, createPart } from '../support/bookshop.ts'
import { openDoor, silent, until } from '../support/door.ts'

const RELOADS = 20
const CLIENTS = 8

/** Twice the same subgraph, at two addresses; the second edition of the graph has one field more. */
async function openPlaces() {
  const open = async (edition: string) => {
    const part = createPart({
      name: 'library',
      sdl: `type Query { book: Book } type Book @key(fields: "id") { id: ID!  title: String ${edition} }`,
      resolvers: {
        Query: {
          async book() {
            await new Promise((resolve) => setTimeout(resolve, 5))
            return { id: '1' }
          },
        },
        Book: { title: () => 'Bumi Manusia', pages: () => 535 },
      },
    })
    const place = await serveSubgraph({ subgraph: part.subgraph, host: '127.0.0.1', port: 0, log: silent })
    return { part, place, url: `http://127.0.0.1:${place.port}/graphql` }
  }
  const [first, second] = await Promise.all([open(''), open('pages: Int')])
  const prices = createPart({
    name: 'prices',
    sdl: 'type Query { free: Int } type Book @key(fields: "id") { id: ID!  price: Int }',
    resolvers: { Book: { __resolveReference: () => ({ id: '1', price: 90 }) } },
  })
  const text = ({ part, url }: typeof first) => compose([part, prices], { library: url })
  return { prices, first: text(first), second: text(second), places: [first.place, second.place] }
}

test('twenty reloads, to another address and back, cost no request', async () => {
  const { prices, first, second, places } = await openPlaces()
  const door = await openDoor([prices], 'in process', { supergraphSdl: first })
  try {
    let over = false
    const bodies = new Map<string, number>()
    const client = async () => {
      while (!over) {
        const { status, body } = await door.ask('{ book { title price } }')
        const text = `${status} ${JSON.stringify(body)}`
        bodies.set(text, (bodies.get(text) ?? 0) + 1)
      }
    }
    const clients = Array.from({ length: CLIENTS }, client)
    for (let reload = 1; reload <= RELOADS; reload++) {
      const before = [...bodies.values()].reduce((sum, count) => sum + count, 0)
      await door.gateway.replaceSupergraph(reload % 2 ? second : first, { breaking: false })
      await until(() => [...bodies.values()].reduce((sum, count) => sum + count, 0) > before + CLIENTS)
    }
    over = true
    await Promise.all(clients)
    expect([...bodies.keys()]).toEqual(['200 {"data":{"book":{"title":"Bumi Manusia","price":90}}}'])
  } finally {
    await door.stop()
    await Promise.all(places.map((place) => place.stop()))
  }
})

test('what runs ends on the supergraph with which it began, and then the ways that nobody uses are closed', async () => {
  let answer: (() => void) | undefined
  const slow = createPart({
    name: 'library',
    sdl: 'type Query { book: String }',
    resolvers: { Query: { book: () => new Promise((resolve) => (answer = () => resolve('Bumi Manusia'))) } },
  })
  const quick = createPart({
    name: 'library',
    sdl: 'type Query { shelf: String }',
    resolvers: { Query: { shelf: () => 'left' } },
  })
  const places = await Promise.all(
    [slow, quick].map(({ subgraph }) => serveSubgraph({ subgraph, host: '127.0.0.1', port: 0, log: silent })),
  )
  const [old, fresh] = [slow, quick].map((part, index) =>
    compose([part], { library: `http://127.0.0.1:${places[index]?.port}/graphql` }),
  )
  const door = await openDoor([slow], 'in process', { supergraphSdl: old ?? '', reach: { subgraphs: [] } })
  try {
    const running = door.ask('{ book }')
    await until(() => answer !== undefined)
    await door.gateway.replaceSupergraph(fresh ?? '', { breaking: false })
    expect((await door.ask('{ shelf }')).body).toEqual({ data: { shelf: 'left' } })
    answer?.()
    expect((await running).body).toEqual({ data: { book: 'Bumi Manusia' } })
    // A server stops at once when no connection to it is kept.
    await places[0]?.stop()
  } finally {
    await door.stop()
    await places[1]?.stop()
  }
})

test('what was asked lately is planned before it is served', async () => {
  const text = (fields: string) =>
    compose([createPart({ name: 'library', sdl: `type Query { title: String ${fields} }`, resolvers: {} })])
  const engine = (supergraphSdl: string) =>
    createEngine({ supergraphSdl, limits: DEFAULT_LIMITS, introspection: true })
  const from = engine(text('gone: Int'))
  for (const query of ['{ title }', 'query Named { title }', '{ gone }']) {
    from.operations.plan(from.operations.read({ query }), {}, new Map(), [])
  }
  const to = engine(text('pages: Int'))
  await warmEngine({ from, to })
  expect(to.operations.asked(10).map(({ query, plans }) => [query, plans.length])).toEqual([
    ['{ title }', 1],
    ['query Named { title }', 1],
  ])
})
