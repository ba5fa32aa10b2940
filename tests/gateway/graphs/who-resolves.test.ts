import { type Graph, openGraph } from '../support/graph.ts'

let graph: Graph

type Id = { id: string }

beforeAll(async () => {
  graph = await openGraph({
    a: {
      sdl: `
        type Query { shared: Shared @shareable  post: Post  plainPost: Post @shareable  fits(size: Size, range: Range): String  size: Size  legacy: Item }
        type Shared @shareable { fromBoth: String  fromA: String }
        type Post @key(fields: "id") { id: ID!  author: User @provides(fields: "name") }
        type User @key(fields: "id") { id: ID!  name: String @external  nick: String }
        enum Size { SMALL LARGE }
        input Range { from: Int  to: Int  step: Int }
        type Item @key(fields: "id") { id: ID!  label: String  hidden: String @inaccessible }`,
      resolvers: {
        Query: {
          shared: () => ({ fromBoth: 'a', fromA: 'A' }),
          post: () => ({ id: '1', author: { id: 'u1', name: 'Siti, as the post says', nick: 'si' } }),
          fits: (_: unknown, args: object) => JSON.stringify(args),
          size: () => 'LARGE',
          legacy: () => ({ id: 'i', label: 'old', hidden: 'h' }),
        },
      },
    },
    b: {
      sdl: `
        type Query { shared: Shared @shareable  sizes: [Size]  bound(range: Range): Int }
        type Shared @shareable { fromBoth: String  fromB: String }
        type User @key(fields: "id") { id: ID!  name: String @shareable }
        enum Size { SMALL LARGE }
        input Range { from: Int  to: Int }
        type Item @key(fields: "id") { id: ID!  label: String @override(from: "a") }`,
      resolvers: {
        Query: {
          shared: () => ({ fromBoth: 'b', fromB: 'B' }),
          sizes: () => ['SMALL', null],
          bound: (_: unknown, { range }: { range: { from: number } }) => range.from,
        },
        User: { __resolveReference: ({ id }: Id) => ({ id, name: 'Siti' }) },
        Item: { __resolveReference: ({ id }: Id) => ({ id, label: 'new' }) },
      },
    },
  })
})

afterAll(() => graph.stop())

test('a root field of two subgraphs is asked of one, and of the other only for what is its own', async () => {
  expect(await graph.ask('{ shared { fromBoth fromA } }')).toEqual({
    data: { shared: { fromBoth: 'a', fromA: 'A' } },
    fetches: { a: 1 },
  })
  expect(await graph.ask('{ shared { fromA fromB } }')).toEqual({
    data: { shared: { fromA: 'A', fromB: 'B' } },
    fetches: { a: 1, b: 1 },
  })
})

test('what a field provides is not fetched again', async () => {
  expect(await graph.ask('{ post { author { name nick } } }')).toEqual({
    data: { post: { author: { name: 'Siti, as the post says', nick: 'si' } } },
    fetches: { a: 1 },
  })
})

test('an overridden field comes from the subgraph that took it over', async () => {
  expect(await graph.ask('{ legacy { label } }')).toEqual({
    data: { legacy: { label: 'new' } },
    fetches: { a: 1, b: 1 },
  })
})

test('of an input that differs, only what all know may be given', async () => {
  expect(await graph.ask('{ fits(size: SMALL, range: { from: 1, to: 2 }) }')).toEqual({
    data: { fits: '{"size":"SMALL","range":{"from":1,"to":2}}' },
    fetches: { a: 1 },
  })
  const refused = await graph.ask('{ fits(range: { step: 1 }) }')
  expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  expect(refused.fetches).toEqual({})
})

test('what is inaccessible cannot be asked for', async () => {
  const refused = await graph.ask('{ legacy { hidden } }')
  expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  expect(refused.fetches).toEqual({})
})

test('enums and lists of them, with nulls', async () => {
  expect(await graph.ask('{ size sizes bound(range: { from: 7 }) }')).toEqual({
    data: { size: 'LARGE', sizes: ['SMALL', null], bound: 7 },
    fetches: { a: 1, b: 1 },
  })
})
