import { type Graph, openGraph } from '../support/graph.ts'

type Id = { id: string }
const byType = { __resolveType: ({ __typename }: { __typename: string }) => __typename }

/** What a field provides comes with it, on entities, interfaces and unions; what is overridden comes from where it went. */
const SUBGRAPHS = {
  shop: {
    sdl: `
      type Query {
        order: Order @provides(fields: "buyer { name home { city } }")
        gift: Gift @provides(fields: "... on Book { title } ... on Toy { brand { label } }")
        media: Media @provides(fields: "... on Book { title }")
        offer: Order }
      type Order @key(fields: "id") { id: ID!  buyer: Buyer @external  total: Int  note: String }
      type Buyer @key(fields: "id") { id: ID!  name: String @external  home: Home @external }
      type Home { city: String @external }
      union Gift = Book | Toy
      interface Media { id: ID! }
      type Book implements Media @key(fields: "id") { id: ID!  title: String @external }
      type Film implements Media @key(fields: "id") { id: ID! }
      type Toy @key(fields: "id") { id: ID!  brand: Brand @external }
      type Brand @key(fields: "id") { id: ID!  label: String @external }`,
    resolvers: {
      Query: {
        order: () => ({
          id: 'o',
          buyer: { id: 'b', name: 'as the shop has it', home: { city: 'Bandung' } },
          total: 5,
        }),
        offer: () => ({ id: 'o', total: 5, note: 'old' }),
        gift: () => ({ __typename: 'Toy', id: 't', brand: { id: 'x', label: 'as the shop has it' } }),
        media: () => ({ __typename: 'Book', id: 'k', title: 'as the shop has it' }),
      },
      Gift: byType,
      Media: byType,
      Order: { __resolveReference: ({ id }: Id) => ({ id, total: 5, note: 'old' }) },
    },
  },
  people: {
    sdl: `
      type Order @key(fields: "id") { id: ID!  buyer: Buyer @shareable  note: String @override(from: "shop", label: "new-notes") }
      type Buyer @key(fields: "id") { id: ID!  name: String @shareable  home: Home @shareable }
      type Home { city: String @shareable  street: String }
      type Book @key(fields: "id") { id: ID!  title: String @shareable  pages: Int }
      type Film @key(fields: "id") { id: ID!  title: String }
      type Toy @key(fields: "id") { id: ID!  brand: Brand @shareable }
      type Brand @key(fields: "id") { id: ID!  label: String @shareable  country: String }`,
    resolvers: {
      Order: { __resolveReference: ({ id }: Id) => ({ id, buyer: { id: 'b', name: 'Siti' }, note: 'new' }) },
      Buyer: {
        __resolveReference: ({ id }: Id) => ({
          id,
          name: 'Siti',
          home: { city: 'Bandung', street: 'Braga' },
        }),
      },
      Book: { __resolveReference: ({ id }: Id) => ({ id, title: 'own', pages: 9 }) },
      Film: { __resolveReference: ({ id }: Id) => ({ id, title: 'own' }) },
      Toy: { __resolveReference: ({ id }: Id) => ({ id, brand: { id: 'x' } }) },
      Brand: { __resolveReference: ({ id }: Id) => ({ id, label: 'own', country: 'ID' }) },
    },
  },
}

describe('@provides', () => {
  let graph: Graph
  beforeAll(async () => (graph = await openGraph(SUBGRAPHS)))
  afterAll(() => graph.stop())

  test('nested, by the path that provides it, and by no other', async () => {
    expect(await graph.ask('{ order { buyer { name home { city } } } }')).toEqual({
      data: { order: { buyer: { name: 'as the shop has it', home: { city: 'Bandung' } } } },
      fetches: { shop: 1 },
    })
    expect(await graph.ask('{ offer { buyer { name } } }')).toEqual({
      data: { offer: { buyer: { name: 'Siti' } } },
      fetches: { shop: 1, people: 1 },
    })
  })

  test('what lies beside what is provided is fetched, and nothing else', async () => {
    expect(await graph.ask('{ order { buyer { name home { street } } } }')).toMatchObject({
      data: { order: { buyer: { name: 'as the shop has it', home: { street: 'Braga' } } } },
    })
    expect(graph.asked).toEqual([
      'shop { order { buyer { __typename name id } } }',
      'people { ... on Buyer { home { street } } } of Buyer {"id":"b"}',
    ])
  })

  test('on a union', async () => {
    expect(await graph.ask('{ gift { ... on Toy { brand { label } } ... on Book { title } } }')).toEqual({
      data: { gift: { brand: { label: 'as the shop has it' } } },
      fetches: { shop: 1 },
    })
    expect(await graph.ask('{ gift { ... on Toy { brand { country } } } }')).toEqual({
      data: { gift: { brand: { country: 'ID' } } },
      fetches: { shop: 1, people: 1 },
    })
  })

  test('on an interface, for one of its types', async () => {
    const query = '{ media { __typename ... on Book { title } ... on Film { title } } }'
    expect(await graph.ask(query)).toEqual({
      data: { media: { __typename: 'Book', title: 'as the shop has it' } },
      fetches: { shop: 1 },
    })
    expect(await graph.ask('{ media { ... on Book { title pages } } }')).toMatchObject({
      data: { media: { title: 'as the shop has it', pages: 9 } },
      fetches: { shop: 1, people: 1 },
    })
  })
})

test.each([
  [0, 'old', { shop: 1 }],
  [100, 'new', { shop: 1, people: 1 }],
])('@override with a label that is on for %i percent', async (percent, note, fetches) => {
  const graph = await openGraph(SUBGRAPHS, 'in process', { overrideLabels: { 'new-notes': { percent } } })
  try {
    expect(await graph.ask('{ offer { note total } }')).toEqual({
      data: { offer: { note, total: 5 } },
      fetches,
    })
  } finally {
    await graph.stop()
  }
})
