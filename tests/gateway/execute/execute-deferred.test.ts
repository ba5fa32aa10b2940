import { GraphQLError } from 'graphql'
import { createEngine } from '../../../gateway/engine.ts'
import { executeDeferred } from '../../../gateway/execute/execute-deferred.ts'
import { DEFAULT_LIMITS } from '../../../gateway/operation/limits.ts'
import type { SubgraphResult } from '../../../gateway/reach/reach.ts'
import { compose } from '../support/bookshop.ts'
import { type Callers, createCallers } from '../support/callers.ts'
import { type Asked, type Part, askInParts } from '../support/in-parts.ts'
import { type Graph, openGraph } from '../support/graph.ts'

let graph: Graph
let callers: Callers

/** What is slow waits here until a test lets it go. */
let gates: Record<string, PromiseWithResolvers<void>> = {}
const gate = (name: string) => (gates[name] ??= Promise.withResolvers())
const open = (...names: string[]) => names.forEach((name) => gate(name).resolve())

const BOOKS = ['1', '2', '3'].map((id) => ({ id, title: `Book ${id}` }))

beforeAll(async () => {
  callers = await createCallers()
  graph = await openGraph(
    {
      books: {
        sdl: `
          type Query { book(id: ID!): Book  books: [Book!]!  nothing: Book  hello: String  shelf: Shelf  things: [Thing!]! }
          type Mutation { rename: Book }
          type Subscription { added: Book }
          type Book @key(fields: "id") { id: ID!  title: String  secret: String @authenticated  pages: Pages }
          type Pages { count: Int  words: Int }
          type Shelf { name: String  book: Book }
          type Toy @key(fields: "id") { id: ID!  name: String }
          union Thing = Book | Toy`,
        resolvers: {
          Query: {
            book: (_: unknown, { id }: { id: string }) => BOOKS.find((book) => book.id === id),
            books: () => BOOKS,
            nothing: () => null,
            hello: () => 'hello',
            shelf: () => ({ name: 'top', book: BOOKS[0] }),
            things: () => [
              { __typename: 'Book', ...BOOKS[0] },
              { __typename: 'Toy', id: 't', name: 'Ball' },
            ],
          },
          Mutation: { rename: () => BOOKS[1] },
          Book: {
            __resolveReference: ({ id }: { id: string }) => BOOKS.find((book) => book.id === id),
            secret: () => 'psst',
            pages: () => ({ count: 10, words: 1000 }),
          },
        },
      },
      reviews: {
        sdl: `
          type Query { slow: String }
          type Mutation { rate: Int }
          type Book @key(fields: "id") { id: ID!  reviews: [Review!]  rating: Int!  broken: String  must: String! }
          type Toy @key(fields: "id") { id: ID!  fun: Int }
          type Review @key(fields: "id") { id: ID!  stars: Int  author: Person }
          type Person @key(fields: "id") { id: ID! }`,
        resolvers: {
          Mutation: { rate: () => 5 },
          Query: {
            async slow() {
              await gate('slow').promise
              return 'at last'
            },
          },
          Book: {
            async __resolveReference(book: object) {
              await gate('reviews').promise
              return book
            },
            reviews: ({ id }: { id: string }) => [
              { id: `${id}a`, stars: 5, author: { id: 'p' } },
              { id: `${id}b`, stars: 1, author: { id: 'q' } },
            ],
            rating: () => 4,
            broken() {
              throw new GraphQLError('broken', { extensions: { code: 'OUT_OF_ORDER' } })
            },
            must() {
              throw new GraphQLError('gone', { extensions: { code: 'OUT_OF_ORDER' } })
            },
          },
          Toy: { __resolveReference: (toy: object) => toy, fun: () => 7 },
        },
      },
      people: {
        sdl: 'type Query { p: Int } type Person @key(fields: "id") { id: ID!  name: String }',
        resolvers: {
          Person: {
            async __resolveReference(person: object) {
              await gate('people').promise
              return person
            },
            name: ({ id }: { id: string }) => (id === 'p' ? 'Siti' : 'Budi'),
          },
        },
      },
    },
    'in process',
    callers.options,
  )
})

beforeEach(() => {
  gates = {}
})
afterAll(() => graph.stop())

const ask = (...asked: Asked) => askInParts(graph.door.url, ...asked)

async function all(...asked: Asked): Promise<Part[]> {
  open('reviews', 'people', 'slow')
  return gather(ask(...asked))
}

async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const gathered: Item[] = []
  for await (const item of items) gathered.push(item)
  return gathered
}

test('what is there comes at once, what is deferred when it is there', async () => {
  const parts = ask('{ book(id: 1) { title ... @defer(label: "later") { rating } } }')
  expect((await parts.next()).value).toEqual({ data: { book: { title: 'Book 1' } }, hasNext: true })
  open('reviews')
  expect((await parts.next()).value).toEqual({
    incremental: [{ label: 'later', path: ['book'], data: { rating: 4 } }],
    hasNext: false,
  })
  expect((await parts.next()).done).toBe(true)
})

test('one part for each object of a list', async () => {
  expect(await all('{ books { id ...Rated @defer } } fragment Rated on Book { rating }')).toEqual([
    { data: { books: [{ id: '1' }, { id: '2' }, { id: '3' }] }, hasNext: true },
    {
      incremental: [0, 1, 2].map((index) => ({ path: ['books', index], data: { rating: 4 } })),
      hasNext: false,
    },
  ])
})

test('several parts, each when it is there', async () => {
  const parts = ask(`{
    hello
    ... @defer(label: "slow") { slow }
    book(id: 1) { ... @defer(label: "rating") { rating } ... @defer(label: "pages") { pages { count } } }
  }`)
  expect((await parts.next()).value).toEqual({ data: { hello: 'hello', book: {} }, hasNext: true })
  const labels = async () =>
    ((await parts.next()).value as Part).incremental?.map(({ label, path, data }) => [label, path, data])
  expect(await labels()).toEqual([['pages', ['book'], { pages: { count: 10 } }]])
  open('slow')
  expect(await labels()).toEqual([['slow', [], { slow: 'at last' }]])
  open('reviews')
  expect(await labels()).toEqual([['rating', ['book'], { rating: 4 }]])
  expect((await parts.next()).done).toBe(true)
})

test('parts within parts', async () => {
  const parts = ask(
    '{ book(id: 1) { id ... @defer(label: "a") { reviews { stars author { ... @defer(label: "b") { name } } } } } }',
  )
  expect((await parts.next()).value).toEqual({ data: { book: { id: '1' } }, hasNext: true })
  open('reviews')
  expect((await parts.next()).value).toEqual({
    incremental: [
      {
        label: 'a',
        path: ['book'],
        data: {
          reviews: [
            { stars: 5, author: {} },
            { stars: 1, author: {} },
          ],
        },
      },
    ],
    hasNext: true,
  })
  open('people')
  expect((await parts.next()).value).toEqual({
    incremental: [
      { label: 'b', path: ['book', 'reviews', 0, 'author'], data: { name: 'Siti' } },
      { label: 'b', path: ['book', 'reviews', 1, 'author'], data: { name: 'Budi' } },
    ],
    hasNext: false,
  })
})

test('by variables: off, the answer comes as a whole; on, in parts; each as often as it is asked', async () => {
  const query =
    'query ($later: Boolean = true, $no: Boolean!) { book(id: 1) { id ... @defer(if: $later) { rating @skip(if: $no) } } }'
  const shapes = async (variables: Record<string, unknown>) =>
    (await all(query, variables)).map((part) => part.hasNext)
  for (let turn = 0; turn < 2; turn++) {
    expect(await shapes({ no: false })).toEqual([true, false])
    expect(await shapes({ later: false, no: false })).toEqual([undefined])
    expect((await all(query, { later: true, no: true })).at(-1)?.incremental?.[0]?.data).toEqual({})
  }
  expect(await all('{ book(id: 1) { id ... @defer(if: false) { rating } } }')).toEqual([
    { data: { book: { id: '1', rating: 4 } } },
  ])
})

test('a fragment that is left out, or for another type, does not come later either', async () => {
  expect(
    await all(
      'query ($no: Boolean!) { books { id ... @defer @include(if: $no) { rating } } things { ... on Toy @defer { fun } } }',
      { no: false },
    ),
  ).toEqual([
    { data: { books: [{ id: '1' }, { id: '2' }, { id: '3' }], things: [{}, {}] }, hasNext: true },
    { incremental: [{ path: ['things', 1], data: { fun: 7 } }], hasNext: false },
  ])
})

test('where there is no object, nothing comes later', async () => {
  expect(await all('{ nothing { id ... @defer { rating } } }')).toEqual([
    { data: { nothing: null }, hasNext: false },
  ])
})

test('errors come with the part that they are of', async () => {
  const [first, ...rest] = await all(
    '{ books { id ... @defer(label: "broken") { broken } ... @defer(label: "must") { must } } }',
  )
  expect(first).toEqual({ data: { books: [{ id: '1' }, { id: '2' }, { id: '3' }] }, hasNext: true })
  const parts = rest.flatMap(({ incremental = [] }) => incremental)
  expect(
    parts
      .map(({ label, path, data, errors = [] }) => [label, path, data, errors.map((error) => error.path)])
      .sort(),
  ).toEqual(
    [
      ...[0, 1, 2].map((index) => [
        'broken',
        ['books', index],
        { broken: null },
        [['books', index, 'broken']],
      ]),
      ...[0, 1, 2].map((index) => ['must', ['books', index], null, [['books', index, 'must']]]),
    ].sort(),
  )
})

test('an error of what comes at once comes at once', async () => {
  open('reviews')
  const parts = ask('{ hello ... @defer { slow } book(id: 1) { broken } }')
  expect((await parts.next()).value).toMatchObject({
    data: { hello: 'hello', book: { broken: null } },
    errors: [{ path: ['book', 'broken'], extensions: { code: 'OUT_OF_ORDER' } }],
    hasNext: true,
  })
  open('slow')
  expect((await parts.next()).value).toEqual({
    incremental: [{ path: [], data: { slow: 'at last' } }],
    hasNext: false,
  })
})

test('what a caller may not see is refused in its part', async () => {
  const query = '{ book(id: 1) { id ... @defer { rating secret } } }'
  const [, refused] = await all(query)
  expect(refused?.incremental).toMatchObject([
    {
      data: { rating: 4, secret: null },
      errors: [{ path: ['book', 'secret'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    },
  ])
  const [, shown] = await all(query, {}, await callers.headers())
  expect(shown?.incremental).toEqual([{ path: ['book'], data: { rating: 4, secret: 'psst' } }])
})

test('a mutation is made at once, and what is read of it may come later', async () => {
  expect(await all('mutation { rename { title ... @defer { rating } } }')).toEqual([
    { data: { rename: { title: 'Book 2' } }, hasNext: true },
    { incremental: [{ path: ['rename'], data: { rating: 4 } }], hasNext: false },
  ])
})

test('a client that takes no parts gets the whole', async () => {
  open('reviews')
  const { body } = await graph.door.ask('{ book(id: 1) { id ... @defer(label: "x") { rating } } }')
  expect(body).toEqual({ data: { book: { id: '1', rating: 4 } } })
})

test('as Server-Sent Events, and over WebSocket', async () => {
  open('reviews')
  const query = '{ book(id: 1) { id ... @defer { rating } } }'
  const expected = [
    { data: { book: { id: '1' } }, hasNext: true },
    { incremental: [{ path: ['book'], data: { rating: 4 } }], hasNext: false },
  ]
  const response = await fetch(graph.door.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
  })
  const events = [...(await response.text()).matchAll(/event: (\w+)\ndata:(.*)\n/g)]
  expect(events.map(([, name, data]) => (name === 'next' ? JSON.parse(data ?? '') : name))).toEqual([
    ...expected,
    'complete',
  ])
  expect(await gather(graph.door.client().iterate({ query }))).toEqual(expected)
})

test('a plan that waits for a fetch which it does not have waits for what comes sooner', async () => {
  const { operations } = createEngine({
    supergraphSdl: compose(graph.parts),
    limits: DEFAULT_LIMITS,
    introspection: true,
  })
  const query = '{ book(id: 1) { id ... @defer { rating } } }'
  const planned = operations.planDeferred(operations.read({ query }), {}, new Map(), [])
  if (!planned) throw new Error('It was not deferred.')
  const parts = executeDeferred({
    planned: { ...planned, blocks: planned.blocks.map((block) => ({ ...block, depends: ['nobody'] })) },
    fetch: async ({ fetch: { subgraph } }) =>
      subgraph === 'books'
        ? { data: { book: { __typename: 'Book', id: '1' } } }
        : { data: { _entities: [{ rating: 4 }] } },
    variables: {},
    coerced: {},
    headers: {},
    signal: new AbortController().signal,
  })
  expect(await gather(parts)).toEqual([
    { data: { book: { id: '1' } }, hasNext: true },
    { incremental: [{ path: ['book'], data: { rating: 4 } }], hasNext: false },
  ])
})

test('nothing more is fetched when nobody waits any more', async () => {
  const { operations } = createEngine({
    supergraphSdl: compose(graph.parts),
    limits: DEFAULT_LIMITS,
    introspection: true,
  })
  const query = '{ hello book(id: 1) { ... @defer { reviews { author { name } } } } }'
  const planned = operations.planDeferred(operations.read({ query }), {}, new Map(), [])
  if (!planned) throw new Error('It was not deferred.')
  const asked: string[] = []
  const answered = Promise.withResolvers<SubgraphResult>()
  const leaving = new AbortController()
  const parts = executeDeferred({
    planned,
    async fetch({ fetch: { subgraph } }) {
      asked.push(subgraph)
      if (subgraph === 'books') return { data: { hello: 'hello', book: { __typename: 'Book', id: '1' } } }
      return answered.promise
    },
    variables: {},
    coerced: {},
    headers: {},
    signal: leaving.signal,
  })
  expect((await parts.next()).value).toEqual({ data: { hello: 'hello', book: {} }, hasNext: true })
  const last = parts.next()
  expect(asked).toEqual(['books', 'reviews'])
  leaving.abort()
  answered.resolve({ data: { _entities: [{ reviews: [{ author: { __typename: 'Person', id: 'p' } }] }] } })
  await last
  expect(asked).toEqual(['books', 'reviews'])
})

test('a mutation is made whole, though its client leaves on the way', async () => {
  const { operations } = createEngine({
    supergraphSdl: compose(graph.parts),
    limits: DEFAULT_LIMITS,
    introspection: true,
  })
  const query = 'mutation { rename { id ... @defer { rating } } rate }'
  const planned = operations.planDeferred(operations.read({ query }), {}, new Map(), [])
  if (!planned) throw new Error('It was not deferred.')
  const asked: string[] = []
  const leaving = new AbortController()
  const parts = executeDeferred({
    planned,
    async fetch({ fetch: { subgraph, kind } }) {
      asked.push(`${kind} ${subgraph}`)
      leaving.abort()
      return { data: subgraph === 'books' ? { rename: { __typename: 'Book', id: '2' } } : { rate: 5 } }
    },
    variables: {},
    coerced: {},
    headers: {},
    signal: leaving.signal,
  })
  await parts.next()
  expect(asked).toEqual(['mutation books', 'mutation reviews'])
})

describe('what is refused', () => {
  test.each([
    [
      'subscription { added { id ... @defer { rating } } }',
      'GRAPHQL_VALIDATION_FAILED',
      'An event of a subscription comes as a whole',
    ],
    [
      'subscription { ... @defer { added { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
      'cannot be used on the root type "Subscription"',
    ],
    [
      'mutation { ... @defer { rename { id } } }',
      'GRAPHQL_VALIDATION_FAILED',
      'cannot be used on the root type "Mutation"',
    ],
    [
      'query ($l: String) { hello ... @defer(label: $l) { slow } }',
      'GRAPHQL_VALIDATION_FAILED',
      'must be a static string',
    ],
    [
      '{ ... @defer(label: "a") { slow } ... @defer(label: "a") { hello } }',
      'GRAPHQL_VALIDATION_FAILED',
      'must be unique',
    ],
    ['{ hello @defer }', 'GRAPHQL_VALIDATION_FAILED', 'may not be used on FIELD'],
    [
      `{ ${Array.from({ length: 21 }, (_, n) => `b${n}: book(id: 1) { ...F @defer }`).join(' ')} } fragment F on Book { rating }`,
      'OPERATION_TOO_LARGE',
      'at most 20 fragments with @defer',
    ],
  ])('%s', async (query, code, message) => {
    const [answer] = await all(query)
    expect(answer?.errors?.[0]?.extensions.code).toBe(code)
    expect(answer?.errors?.[0]?.message).toContain(message)
  })
})
