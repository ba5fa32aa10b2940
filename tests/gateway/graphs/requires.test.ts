import { type Graph, openGraph } from '../support/graph.ts'

let graph: Graph

const AUTHORS = ['siti', 'budi', 'ayu']

beforeAll(async () => {
  graph = await openGraph({
    posts: {
      sdl: `
        type Query { post: Post  posts: [Post!]! }
        type Mutation { publish: Post }
        type Post @key(fields: "id") {
          id: ID!
          title: String
          comments(limit: Int!): [Comment!]
          price(currency: String!): Int
          cover: Cover
        }
        type Comment { author: String  text: String }
        interface Cover { width: Int }
        type Photo implements Cover { width: Int  camera: String }
        type Drawing implements Cover { width: Int  artist: String }`,
      resolvers: {
        Query: { post: () => ({ id: '1' }), posts: () => [{ id: '1' }, { id: '2' }] },
        Mutation: { publish: () => ({ id: '1' }) },
        Post: {
          __resolveReference: (reference: object) => reference,
          title: ({ id }: { id: string }) => `Post ${id}`,
          comments: (_: unknown, { limit }: { limit: number }) =>
            AUTHORS.slice(0, limit).map((author) => ({ author, text: `by ${author}` })),
          price: ({ id }: { id: string }, { currency }: { currency: string }) =>
            Number(id) * (currency === 'IDR' ? 16_000 : 1),
          cover: ({ id }: { id: string }) =>
            id === '1'
              ? { __typename: 'Photo', width: 10, camera: 'K1000' }
              : { __typename: 'Drawing', width: 20, artist: 'Raden Saleh' },
        },
      },
    },
    numbers: {
      sdl: `
        type Post @key(fields: "id") {
          id: ID!
          comments(limit: Int!): [Comment!] @external
          price(currency: String!): Int @external
          cover: Cover @external
          commenters: [String] @requires(fields: "comments(limit: 3) { author }")
          fee: Int @requires(fields: "price(currency: \\"USD\\")")
          feeInRupiah: Int @requires(fields: "price(currency: \\"IDR\\")")
          size: Int
          credit: String @requires(fields: "cover { width ... on Photo { camera } ... on Drawing { artist } }")
        }
        type Comment { author: String @external }
        interface Cover { width: Int }
        type Photo implements Cover { width: Int @external  camera: String @external }
        type Drawing implements Cover { width: Int @external  artist: String @external }`,
      resolvers: {
        Post: {
          __resolveReference: (reference: object) => reference,
          size: () => 7,
          commenters: ({ comments }: { comments: { author: string }[] }) =>
            comments.map(({ author }) => author),
          fee: ({ price }: { price: number }) => price * 2,
          feeInRupiah: ({ price }: { price: number }) => price * 2,
          credit: ({ cover }: { cover: { width: number; camera?: string; artist?: string } }) =>
            `${cover.camera ?? cover.artist ?? '?'}, ${cover.width}`,
        },
      },
    },
    words: {
      sdl: `
        type Post @key(fields: "id") {
          id: ID!  credit: String @external  fee: Int @external
          caption: String @requires(fields: "credit fee")
        }`,
      resolvers: {
        Post: {
          __resolveReference: (reference: object) => reference,
          caption: ({ credit, fee }: { credit: string; fee: number }) => `${credit} (${fee})`,
        },
      },
    },
  })
})

afterAll(() => graph.stop())

test('fragments in what is required, each type with its own', async () => {
  expect(await graph.ask('{ posts { credit } }')).toEqual({
    data: { posts: [{ credit: 'K1000, 10' }, { credit: 'Raden Saleh, 20' }] },
    fetches: { posts: 1, numbers: 1 },
  })
})

describe('what stands beside a field that requires something', () => {
  const query = 'query ($credit: Boolean!) { posts { size credit @include(if: $credit) } }'

  test('needs no more than a key, when that field is left out', async () => {
    expect(await graph.ask(query, { credit: false })).toEqual({
      data: { posts: [{ size: 7 }, { size: 7 }] },
      fetches: { posts: 1, numbers: 1 },
    })
    expect(graph.asked[1]).toBe('numbers { ... on Post { size } } of Post {"id":"1"}, Post {"id":"2"}')
  })

  test('goes with it otherwise', async () => {
    expect(await graph.ask(query, { credit: true })).toEqual({
      data: {
        posts: [
          { size: 7, credit: 'K1000, 10' },
          { size: 7, credit: 'Raden Saleh, 20' },
        ],
      },
      fetches: { posts: 1, numbers: 1 },
    })
  })
})

test('what is required requires something itself', async () => {
  expect(await graph.ask('{ posts { caption } }')).toEqual({
    data: { posts: [{ caption: 'K1000, 10 (2)' }, { caption: 'Raden Saleh, 20 (4)' }] },
    fetches: { posts: 1, numbers: 1, words: 1 },
  })
})

test.each([
  ['fewer', '{ post { comments(limit: 1) { author } commenters } }', { comments: [{ author: 'siti' }] }],
  [
    'under another name',
    '{ post { first: comments(limit: 1) { author } commenters } }',
    { first: [{ author: 'siti' }] },
  ],
  [
    'with other fields',
    '{ post { comments(limit: 1) { text } commenters } }',
    { comments: [{ text: 'by siti' }] },
  ],
  [
    'by a variable',
    'query ($n: Int! = 0) { post { comments(limit: $n) { text } commenters } }',
    { comments: [] },
  ],
  ['in a name that the plan reads', '{ post { comments: title commenters } }', { comments: 'Post 1' }],
])('a client asks for a list of which an @requires reads three: %s', async (_, query, expected) => {
  expect(await graph.ask(query)).toEqual({
    data: { post: { ...expected, commenters: AUTHORS } },
    fetches: { posts: 1, numbers: 1 },
  })
})

test('two fields that require one field with different arguments', async () => {
  const { data, fetches } = await graph.ask(
    '{ posts { title ...Fees } } fragment Fees on Post { fee rupiah: feeInRupiah price(currency: "IDR") }',
  )
  expect(data).toEqual({
    posts: [
      { title: 'Post 1', fee: 2, rupiah: 32_000, price: 16_000 },
      { title: 'Post 2', fee: 4, rupiah: 64_000, price: 32_000 },
    ],
  })
  expect(fetches).toEqual({ posts: 2, numbers: 2 })
})

test('one of them is skipped, and costs nothing', async () => {
  const query = 'query ($no: Boolean!) { posts { fee feeInRupiah @skip(if: $no) } }'
  expect(await graph.ask(query, { no: true })).toMatchObject({ data: { posts: [{ fee: 2 }, { fee: 4 }] } })
  expect(await graph.ask('{ posts { fee feeInRupiah @skip(if: true) } }')).toMatchObject({
    data: { posts: [{ fee: 2 }, { fee: 4 }] },
  })
})

test('each of them alone needs no second plan', async () => {
  expect((await graph.ask('{ posts { feeInRupiah } }')).fetches).toEqual({ posts: 1, numbers: 1 })
})

test('a mutation is not made twice for them, but refused', async () => {
  const { errors, data, fetches } = await graph.ask('mutation { publish { fee feeInRupiah } }')
  expect(data).toBeUndefined()
  expect(errors?.map(({ message }) => message)).toEqual([
    'The fields "Post.fee" and "Post.feeInRupiah" need different values of one field, and cannot be asked for in one mutation. Ask for them in a query.',
  ])
  expect(fetches).toEqual({})
})
