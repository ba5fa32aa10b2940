import { GraphQLError } from 'graphql'
import { type Graph, openGraph } from '../support/graph.ts'

let graph: Graph

type Shop = { id: string; currency: string | null; name: string; kind?: string }
const SHOPS: Shop[] = [
  { id: '1', currency: 'IDR', name: 'Bandung' },
  { id: '2', currency: 'USD', name: 'Boston' },
  { id: '3', currency: 'IDR', name: 'Bali' },
]
const many = Array.from({ length: 80 }, (_, n) => ({ id: `m${n}`, currency: `C${n}`, name: `Shop ${n}` }))
const shopOf = (id: string) => [...SHOPS, ...many].find((shop) => shop.id === id)

beforeAll(async () => {
  graph = await openGraph({
    shops: {
      sdl: `
        type Query @context(name: "page") {
          shop(id: ID!): Shop
          shops: [Shop!]!
          manyShops: [Shop!]!
          grid: [[Shop!]!]!
          places: [Place!]!
          owners: [Owner!]!
          locale: String
          banner: Banner
        }
        type Mutation { open: Shop }
        type Subscription { opened: Shop }
        type Shop @key(fields: "id") @context(name: "shop") {
          id: ID!
          name: String
          currency: String
          rate(of: String): String
          item: Item
          shelf: Shelf
          twice: [Item!]!
          failing: String
        }
        type Shelf { title: String  item: Item  items: [Item!]! }
        type Item @key(fields: "id") {
          id: ID!
          price(currency: String @fromContext(field: "$shop { currency }")): String
          label(currency: String @fromContext(field: "$shop { currency }"), name: String @fromContext(field: "$shop { name }"), loud: Boolean): String
          shelved(by: String @fromContext(field: "$shop { shelf { title } }")): String
          maybe(failing: String @fromContext(field: "$shop { failing }")): String
        }
        type Banner @key(fields: "id") {
          id: ID!
          text(locale: String @fromContext(field: "$page { locale }")): String
        }
        union Place @context(name: "place") = Market | Booth
        type Market @key(fields: "id") { id: ID!  code: String  stall: Stall }
        type Booth @key(fields: "id") { id: ID!  number: String  stall: Stall }
        type Stall @key(fields: "id") {
          id: ID!
          sign(code: String @fromContext(field: "$place ... on Market { code } ... on Booth { number }")): String
        }
        type Desk @key(fields: "id") {
          id: ID!
          owner(of: String @fromContext(field: "$owner { name }")): String
        }
        interface Owner @context(name: "owner") { id: ID!  name: String  desk: Desk }
        type Person implements Owner @key(fields: "id") { id: ID!  name: String  desk: Desk }
        type Company implements Owner @key(fields: "id") { id: ID!  name: String  desk: Desk }`,
      resolvers: {
        Query: {
          shop: (_: unknown, { id }: { id: string }) => shopOf(id),
          shops: () => SHOPS,
          manyShops: () => many,
          grid: () => [[SHOPS[0]], [SHOPS[1], SHOPS[0]]],
          places: () => [
            { __typename: 'Market', id: 'm', code: 'MKT', stall: { id: 's' } },
            { __typename: 'Booth', id: 'b', number: '12', stall: { id: 's' } },
          ],
          owners: () => [
            { __typename: 'Person', id: 'p', name: 'Siti', desk: { id: 'd' } },
            { __typename: 'Company', id: 'c', name: 'Maju', desk: { id: 'd' } },
          ],
          locale: () => 'id',
          banner: () => ({ id: 'b' }),
        },
        Mutation: { open: () => SHOPS[1] },
        Subscription: {
          opened: {
            async *subscribe() {
              yield* [SHOPS[0], SHOPS[1]]
            },
            resolve: (shop: unknown) => shop,
          },
        },
        Shop: {
          async __resolveReference({ id }: { id: string }) {
            if (id === 'lost') throw new GraphQLError('gone', { extensions: { code: 'NOT_FOUND' } })
            return shopOf(id)
          },
          item: ({ id }: Shop) => ({ id: id === '3' ? '1' : id }),
          shelf: ({ name }: Shop) => ({
            title: `Shelf of ${name}`,
            item: { id: '7' },
            items: [{ id: '7' }, { id: '8' }],
          }),
          twice: () => [{ id: '7' }, { id: '7' }],
          rate: ({ currency }: Shop, { of }: { of?: string }) => `${currency}/${of}`,
          failing() {
            throw new Error('no')
          },
        },
        Item: {
          __resolveReference: (item: object) => item,
          price: ({ id }: { id: string }, { currency }: { currency?: string }) => `${id} in ${currency}`,
          label: (item: { id: string }, { currency, name, loud }: Record<string, unknown>) =>
            `${item.id} ${name} ${currency}${loud ? '!' : ''}`,
          shelved: (_: unknown, { by }: { by?: string }) => `by ${by}`,
          maybe: (_: unknown, { failing }: { failing?: string }) => `with ${failing}`,
        },
        Banner: {
          __resolveReference: (banner: object) => banner,
          text: (_: unknown, { locale }: { locale?: string }) =>
            locale === 'id' ? 'Selamat datang' : 'Welcome',
        },
        Stall: {
          __resolveReference: (stall: object) => stall,
          sign: (_: unknown, { code }: { code?: string }) => `sign ${code}`,
        },
        Desk: {
          __resolveReference: (desk: object) => desk,
          owner: (_: unknown, { of }: { of?: string }) => `of ${of}`,
        },
        Place: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
        Owner: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
      },
    },
    taxes: {
      sdl: `
        type Query { taxed: [Shop!]!  lost: [Shop!]! }
        type Shop @key(fields: "id") @context(name: "taxable") {
          id: ID!
          currency: String @external
          partner: Partner
        }
        type Item @key(fields: "id") {
          id: ID!
          tax(currency: String @fromContext(field: "$taxable { currency }")): String
        }
        type Partner @key(fields: "id") { id: ID!  item: Item }`,
      resolvers: {
        Query: { taxed: () => [{ id: '1' }, { id: '2' }], lost: () => [{ id: '2' }, { id: 'lost' }] },
        Shop: {
          __resolveReference: (shop: object) => shop,
          // One partner for all, so that one object stands below shops of several currencies.
          partner: () => ({ id: 'p', item: { id: '9' } }),
        },
        Item: {
          __resolveReference: (item: object) => item,
          tax: ({ id }: { id: string }, { currency }: { currency?: string }) => `tax of ${id} in ${currency}`,
        },
      },
    },
  })
})

afterAll(() => graph.stop())

test('a field takes its argument from the object above', async () => {
  expect(await graph.ask('{ shop(id: 2) { item { price } } }')).toEqual({
    data: { shop: { item: { price: '2 in USD' } } },
    fetches: { shops: 2 },
  })
})

test('for a list, one request, with a list of entities for each value', async () => {
  expect(await graph.ask('{ shops { name item { id price } } }')).toEqual({
    data: {
      shops: [
        { name: 'Bandung', item: { id: '1', price: '1 in IDR' } },
        { name: 'Boston', item: { id: '2', price: '2 in USD' } },
        { name: 'Bali', item: { id: '1', price: '1 in IDR' } },
      ],
    },
    fetches: { shops: 2 },
  })
  expect(graph.asked.at(-1)).toBe(
    'shops { ... on Item { price(currency: $contextualArgument_1_5) } } of Item {"id":"1"} and ' +
      '{ ... on Item { price(currency: $contextualArgument_1_5_1) } } of Item {"id":"2"} ' +
      'with {"contextualArgument_1_5":"IDR","contextualArgument_1_5_1":"USD"}',
  )
})

test('for lists of lists, and for lists below', async () => {
  expect((await graph.ask('{ grid { item { price } shelf { items { price } } } }')).data).toEqual({
    grid: [
      [{ item: { price: '1 in IDR' }, shelf: { items: [{ price: '7 in IDR' }, { price: '8 in IDR' }] } }],
      [
        { item: { price: '2 in USD' }, shelf: { items: [{ price: '7 in USD' }, { price: '8 in USD' }] } },
        { item: { price: '1 in IDR' }, shelf: { items: [{ price: '7 in IDR' }, { price: '8 in IDR' }] } },
      ],
    ],
  })
})

test('for more values than one request holds', async () => {
  const { data, fetches } = await graph.ask('{ manyShops { item { price } } }')
  expect(data?.manyShops).toEqual(
    many.map(({ id, currency }) => ({ item: { price: `${id} in ${currency}` } })),
  )
  expect(fetches).toEqual({ shops: 4 })
})

test('from several levels above, and from beside', async () => {
  expect((await graph.ask('{ shops { shelf { item { price shelved } } } }')).data).toEqual({
    shops: [
      { shelf: { item: { price: '7 in IDR', shelved: 'by Shelf of Bandung' } } },
      { shelf: { item: { price: '7 in USD', shelved: 'by Shelf of Boston' } } },
      { shelf: { item: { price: '7 in IDR', shelved: 'by Shelf of Bali' } } },
    ],
  })
})

test('several values, beside arguments of the client’s own', async () => {
  const query = 'query ($loud: Boolean) { shops { item { a: label(loud: $loud) b: label(loud: false) } } }'
  expect((await graph.ask(query, { loud: true })).data).toEqual({
    shops: [
      { item: { a: '1 Bandung IDR!', b: '1 Bandung IDR' } },
      { item: { a: '2 Boston USD!', b: '2 Boston USD' } },
      { item: { a: '1 Bali IDR!', b: '1 Bali IDR' } },
    ],
  })
})

test('the same entity twice below one object is asked for once', async () => {
  expect((await graph.ask('{ shop(id: 1) { twice { price } } }')).data).toEqual({
    shop: { twice: [{ price: '7 in IDR' }, { price: '7 in IDR' }] },
  })
})

test('each member of a union with its own field', async () => {
  const query = '{ places { ... on Market { stall { sign } } ... on Booth { stall { sign } } } }'
  expect((await graph.ask(query)).data).toEqual({
    places: [{ stall: { sign: 'sign MKT' } }, { stall: { sign: 'sign 12' } }],
  })
})

test('an interface, for whichever type turns up', async () => {
  expect((await graph.ask('{ owners { desk { owner } } }')).data).toEqual({
    owners: [{ desk: { owner: 'of Siti' } }, { desk: { owner: 'of Maju' } }],
  })
})

test('the root itself', async () => {
  expect((await graph.ask('{ banner { text } }')).data).toEqual({ banner: { text: 'Selamat datang' } })
})

test('by a subgraph that must be told by another', async () => {
  expect((await graph.ask('{ taxed { id } shops { item { tax } } }')).data).toEqual({
    taxed: [{ id: '1' }, { id: '2' }],
    shops: [
      { item: { tax: 'tax of 1 in IDR' } },
      { item: { tax: 'tax of 2 in USD' } },
      { item: { tax: 'tax of 1 in IDR' } },
    ],
  })
})

test('down a chain of entities: one entity below objects that differ is not one object', async () => {
  const { data } = await graph.ask('{ taxed { name partner { id item { tax price } } } }')
  expect(data).toEqual({
    taxed: [
      { name: 'Bandung', partner: { id: 'p', item: { tax: 'tax of 9 in IDR', price: '9 in IDR' } } },
      { name: 'Boston', partner: { id: 'p', item: { tax: 'tax of 9 in USD', price: '9 in USD' } } },
    ],
  })
})

test('where a client gives another field the name, or other arguments, the plan reads its own', async () => {
  expect((await graph.ask('{ shops { currency: name  name: id  item { price } } }')).data).toEqual({
    shops: [
      { currency: 'Bandung', name: '1', item: { price: '1 in IDR' } },
      { currency: 'Boston', name: '2', item: { price: '2 in USD' } },
      { currency: 'Bali', name: '3', item: { price: '1 in IDR' } },
    ],
  })
})

test('a value that failed is left out, and its error told', async () => {
  const { data, errors } = await graph.ask('{ shop(id: 1) { item { maybe } } }')
  expect(data).toEqual({ shop: { item: { maybe: 'with null' } } })
  expect(errors?.map(({ path }) => path)).toEqual([['shop', 'failing']])
})

test('where the value could not be had, nothing is computed without it', async () => {
  const { data, errors } = await graph.ask('{ lost { id partner { item { tax } } } }')
  expect(data).toEqual({
    lost: [
      { id: '2', partner: { item: { tax: 'tax of 9 in USD' } } },
      { id: 'lost', partner: { item: { tax: null } } },
    ],
  })
  expect(errors?.map(({ message, path, extensions }) => [message, path, extensions.code])).toEqual([
    ['gone', ['lost', 1], 'NOT_FOUND'],
    ['What a field is computed from could not be read.', ['lost'], 'SUBREQUEST_FAILED'],
  ])
})

test('in a mutation, and in a subscription', async () => {
  expect((await graph.ask('mutation { open { item { price } } }')).data).toEqual({
    open: { item: { price: '2 in USD' } },
  })
  const results = graph.door.client().iterate({ query: 'subscription { opened { item { price } } }' })
  const prices: unknown[] = []
  for await (const { data } of results) prices.push(data)
  expect(prices).toEqual([
    { opened: { item: { price: '1 in IDR' } } },
    { opened: { item: { price: '2 in USD' } } },
  ])
})

test('a client cannot say what only the graph may: no argument, and no variable in its place', async () => {
  expect(
    (await graph.ask('{ shop(id: 1) { item { price(currency: "USD") } } }')).errors?.[0]?.extensions.code,
  ).toBe('GRAPHQL_VALIDATION_FAILED')
  const query =
    'query ($contextualArgument_1_0: Boolean) { shop(id: 1) { item { label(loud: $contextualArgument_1_0) } } }'
  expect((await graph.ask(query, { contextualArgument_1_0: true })).errors?.[0]).toMatchObject({
    message: 'No variable\'s name may begin with "contextualArgument_" in this operation.',
    extensions: { code: 'BAD_REQUEST' },
  })
})
