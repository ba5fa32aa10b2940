import { type Graph, openGraph } from '../support/graph.ts'

let graph: Graph

type Reference = { __typename: string; id: string }

beforeAll(async () => {
  graph = await openGraph({
    library: {
      sdl: `
        type Query { media: [Media!]!  search: [Found]  first: Media }
        interface Media @key(fields: "id") { id: ID!  title: String }
        type Book implements Media @key(fields: "id") { id: ID!  title: String  pages: Int }
        type Film implements Media @key(fields: "id") { id: ID!  title: String  minutes: Int }
        union Found = Book | Film | Person
        type Person @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          media: () => [
            { __typename: 'Book', id: '1', title: 'Bumi Manusia', pages: 535 },
            { __typename: 'Film', id: '2', title: 'Laskar Pelangi', minutes: 124 },
          ],
          first: () => ({ __typename: 'Book', id: '1', title: 'Bumi Manusia', pages: 535 }),
          search: () => [
            { __typename: 'Person', id: 'p1' },
            { __typename: 'Film', id: '2', title: 'Laskar Pelangi', minutes: 124 },
            null,
          ],
        },
        Media: {
          __resolveType: ({ __typename }: Reference) => __typename,
          __resolveReference: ({ id }: Reference) =>
            id === '1'
              ? { __typename: 'Book', id, title: 'Bumi Manusia', pages: 535 }
              : { __typename: 'Film', id, title: 'Laskar Pelangi', minutes: 124 },
        },
        Book: { __resolveReference: ({ id }: Reference) => ({ id, title: 'Bumi Manusia', pages: 535 }) },
        Film: { __resolveReference: ({ id }: Reference) => ({ id, title: 'Laskar Pelangi', minutes: 124 }) },
      },
    },
    reviews: {
      sdl: `
        type Query { reviewed: [Media] }
        type Media @key(fields: "id") @interfaceObject { id: ID!  stars: Int  reviews: [Review!]! }
        type Review { text: String  about: Media }
        type Person @key(fields: "id") { id: ID!  reviews: [Review!]! }`,
      resolvers: {
        Query: { reviewed: () => [{ id: '2' }] },
        Media: {
          __resolveReference: (reference: Reference) => reference,
          stars: ({ id }: Reference) => Number(id) + 3,
          reviews: ({ id }: Reference) => [{ text: `on ${id}`, about: { id } }],
        },
        Person: {
          __resolveReference: (reference: Reference) => reference,
          reviews: () => [{ text: 'mine', about: { id: '1' } }],
        },
      },
    },
    people: {
      sdl: `type Person @key(fields: "id") { id: ID!  name: String }
            type Query { nobody: Person }`,
      resolvers: {
        Person: { __resolveReference: ({ id }: Reference) => ({ id, name: 'Siti' }) },
      },
    },
  })
})

afterAll(() => graph.stop())

test('an interface, by fragments, by its own fields and by type name', async () => {
  const query = `{ media { kind: __typename title ...Length } }
    fragment Length on Media { ... on Book { length: pages } ... on Film { length: minutes } }`
  expect(await graph.ask(query)).toEqual({
    data: {
      media: [
        { kind: 'Book', title: 'Bumi Manusia', length: 535 },
        { kind: 'Film', title: 'Laskar Pelangi', length: 124 },
      ],
    },
    fetches: { library: 1 },
  })
})

test('fields that another subgraph adds to every type of an interface', async () => {
  expect(await graph.ask('{ media { __typename stars } }')).toEqual({
    data: {
      media: [
        { __typename: 'Book', stars: 4 },
        { __typename: 'Film', stars: 5 },
      ],
    },
    fetches: { library: 1, reviews: 1 },
  })
})

test('an @interfaceObject needs its owner only for what it does not know', async () => {
  expect(await graph.ask('{ reviewed { id stars } }')).toEqual({
    data: { reviewed: [{ id: '2', stars: 5 }] },
    fetches: { reviews: 1 },
  })
  expect(
    await graph.ask('{ reviewed { __typename title ... on Film { minutes } ... on Book { pages } } }'),
  ).toEqual({
    data: { reviewed: [{ __typename: 'Film', title: 'Laskar Pelangi', minutes: 124 }] },
    fetches: { reviews: 1, library: 1 },
  })
})

test('in a circle, from one to the other and back', async () => {
  const query = '{ first { reviews { about { title reviews { about { __typename stars } } } } } }'
  expect(await graph.ask(query)).toMatchObject({
    data: {
      first: {
        reviews: [
          { about: { title: 'Bumi Manusia', reviews: [{ about: { __typename: 'Book', stars: 4 } }] } },
        ],
      },
    },
  })
})

test('a union whose members live in several subgraphs', async () => {
  const query = `{ search {
    __typename
    ... on Person { name reviews { text about { ... on Book { pages } } } }
    ... on Media { title stars }
  } }`
  const { data, fetches } = await graph.ask(query)
  expect(data).toEqual({
    search: [
      { __typename: 'Person', name: 'Siti', reviews: [{ text: 'mine', about: { pages: 535 } }] },
      { __typename: 'Film', title: 'Laskar Pelangi', stars: 5 },
      null,
    ],
  })
  expect(fetches.people).toBe(1)
})

test("what is asked of one type's things is not asked of another's", async () => {
  const query = `{ media {
    ... on Book { reviews { about { title } } }
    ... on Film { reviews { text } }
    ... on Media { related: reviews { about { ... on Film { minutes } ... on Book { pages } } } }
  } }`
  const { data } = await graph.ask(query)
  expect(data).toEqual({
    media: [
      { reviews: [{ about: { title: 'Bumi Manusia' } }], related: [{ about: { pages: 535 } }] },
      { reviews: [{ text: 'on 2' }], related: [{ about: { minutes: 124 } }] },
    ],
  })
})

test("a client's own name for a field may be __typename", async () => {
  expect(await graph.ask('{ media { __typename: title } }')).toEqual({
    data: { media: [{ __typename: 'Bumi Manusia' }, { __typename: 'Laskar Pelangi' }] },
    fetches: { library: 1 },
  })
})
