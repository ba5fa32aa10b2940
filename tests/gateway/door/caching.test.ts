import { createPart } from '../support/bookshop.ts'
import { CACHE_CONTROL } from '../support/cache-control.ts'
import { type Door, openDoor, post } from '../support/door.ts'

const shelf = { title: 'Laskar Pelangi' }
const library = createPart({
  name: 'library',
  sdl: `${CACHE_CONTROL}
    type Query {
      book: Book @cacheControl(maxAge: 60)
      mine: Book @cacheControl(maxAge: 10, scope: PRIVATE)
      broken: String @cacheControl(maxAge: 60)
      clock: Int
    }
    type Mutation { rename(title: String!): Book @cacheControl(maxAge: 60) }
    type Book { title: String }
  `,
  resolvers: {
    Query: {
      book: () => shelf,
      mine: () => shelf,
      broken() {
        throw new Error('a bug')
      },
      clock: () => 1,
    },
    Mutation: { rename: (_: unknown, { title }: { title: string }) => Object.assign(shelf, { title }) },
  },
})

let door: Door
beforeAll(async () => {
  door = await openDoor([library], 'in process', { corsOrigins: ['https://app.example'] })
})
afterAll(() => door.stop())

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${door.url}?query=${encodeURIComponent(query)}`, {
    headers: { 'apollo-require-preflight': '1', ...headers },
  })

const about = ({ status, headers }: Pick<Response, 'status' | 'headers'>) => [
  status,
  headers.get('cache-control'),
  headers.get('etag') !== null,
]

test('what may be kept says for how long, by whom, and what it depends on', async () => {
  const response = await get('{ book { title } }')
  expect(about(response)).toEqual([200, 'max-age=60, public', true])
  expect(response.headers.get('vary')).toBe('origin, accept, accept-language, authorization, x-api-key')
  expect(about(await get('{ mine { title } }'))).toEqual([200, 'max-age=10, private', true])
  expect(about(await post(door.url, '{"query":"{ book { title } }"}'))).toEqual([
    200,
    'max-age=60, public',
    false,
  ])
})

test('who has it already is told so, until it changes', async () => {
  const first = await get('{ book { title } }')
  const mark = first.headers.get('etag') ?? ''
  expect(await first.json()).toEqual({ data: { book: { title: 'Laskar Pelangi' } } })
  for (const known of [mark, `W/${mark}`, `"other", ${mark}`, '*']) {
    const again = await get('{ book { title } }', { 'if-none-match': known })
    expect([...about(again), await again.text()]).toEqual([304, 'max-age=60, public', true, ''])
    expect(again.headers.get('etag')).toBe(mark)
    expect(again.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/)
  }
  expect((await get('{ book { title } }', { 'if-none-match': '"other"' })).status).toBe(200)

  const renamed = await post(door.url, '{"query":"mutation { rename(title: \\"Edensor\\") { title } }"}')
  expect(about(renamed)).toEqual([200, 'no-store', false])
  const changed = await get('{ book { title } }', { 'if-none-match': mark })
  expect([changed.status, await changed.json()]).toEqual([200, { data: { book: { title: 'Edensor' } } }])
})

test('errors and what has no age are not kept', async () => {
  expect(about(await get('{ book { title } broken }'))).toEqual([200, 'no-store', false])
  expect(about(await get('{ book { title } clock }'))).toEqual([200, 'no-store', false])
  expect(about(await get('{ book { shoes } }'))).toEqual([400, 'no-store', false])
  expect(about(await get('{ __typename }'))).toEqual([200, 'no-store', false])
  expect(about(await fetch(`${door.origin}/elsewhere`))).toEqual([404, 'no-store', false])
})
