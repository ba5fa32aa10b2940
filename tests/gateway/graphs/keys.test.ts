import { type Graph, openGraph } from '../support/graph.ts'

type Reference = Record<string, unknown> & { id: string }

let graph: Graph
const asked: unknown[] = []

beforeAll(async () => {
  graph = await openGraph({
    shops: {
      sdl: `
        type Query { offers: [Offer]!  shop: Shop }
        type Offer { note: String  product: Product }
        type Shop @key(fields: "owner { id country { code } }") { owner: Owner!  street: String }
        type Owner { id: ID!  country: Country! }
        type Country { code: String! }
        type Product @key(fields: "sku") { sku: ID! }`,
      resolvers: {
        Query: {
          offers: () => [
            { note: 'a', product: { sku: 's1' } },
            { note: 'b', product: { sku: 's2' } },
            null,
            { note: 'c', product: { sku: 's1' } },
            { note: 'd', product: null },
            { note: 'e', product: { sku: 'gone' } },
          ],
          shop: () => ({ owner: { id: 'o1', country: { code: 'ID' } }, street: 'Jalan Braga' }),
        },
      },
    },
    catalog: {
      sdl: `
        type Product @key(fields: "sku") @key(fields: "id region") { sku: ID!  id: ID!  region: String!  name: String }
        type Shop @key(fields: "owner { id country { code } }") { owner: Owner! @external  rating: Int }
        type Owner { id: ID! @external  country: Country! @external }
        type Country { code: String! @external }`,
      resolvers: {
        Product: {
          __resolveReference({ sku }: { sku: string }) {
            asked.push(sku)
            return sku === 'gone' ? null : { sku, id: sku.slice(1), region: 'west', name: `Product ${sku}` }
          },
        },
        Shop: {
          __resolveReference: (reference: { owner: { id: string; country: { code: string } } }) => reference,
          rating: ({ owner }: { owner: { id: string; country: { code: string } } }) =>
            owner.id === 'o1' && owner.country.code === 'ID' ? 5 : 0,
        },
      },
    },
    stock: {
      sdl: 'type Product @key(fields: "id region") { id: ID!  region: String!  inStock: Int }',
      resolvers: {
        Product: {
          __resolveReference: (reference: Reference) => reference,
          inStock: ({ id, region }: Reference) => (region === 'west' ? Number(id) * 10 : 0),
        },
      },
    },
  })
})

afterAll(() => graph.stop())
beforeEach(() => (asked.length = 0))

test('a compound key is reached through another key, and an entity in many places is asked for once', async () => {
  expect(await graph.ask('{ offers { note product { name inStock } } }')).toEqual({
    data: {
      offers: [
        { note: 'a', product: { name: 'Product s1', inStock: 10 } },
        { note: 'b', product: { name: 'Product s2', inStock: 20 } },
        null,
        { note: 'c', product: { name: 'Product s1', inStock: 10 } },
        { note: 'd', product: null },
        { note: 'e', product: { name: null, inStock: null } },
      ],
    },
    fetches: { shops: 1, catalog: 1, stock: 1 },
  })
  expect(asked).toEqual(['s1', 's2', 'gone'])
})

test('a key nested in objects', async () => {
  expect(await graph.ask('{ shop { street rating } }')).toEqual({
    data: { shop: { street: 'Jalan Braga', rating: 5 } },
    fetches: { shops: 1, catalog: 1 },
  })
})

test('what one subgraph has is asked of no other', async () => {
  expect(await graph.ask('{ offers { product { sku } } shop { street } }')).toMatchObject({
    fetches: { shops: 1 },
  })
})

test("a client's own names for other fields may be a key's", async () => {
  expect(
    await graph.ask('{ shop { owner: street rating } offers { product { sku: name inStock } } }'),
  ).toEqual({
    data: {
      shop: { owner: 'Jalan Braga', rating: 5 },
      offers: [
        { product: { sku: 'Product s1', inStock: 10 } },
        { product: { sku: 'Product s2', inStock: 20 } },
        null,
        { product: { sku: 'Product s1', inStock: 10 } },
        { product: null },
        { product: { sku: null, inStock: null } },
      ],
    },
    fetches: { shops: 1, catalog: 1, stock: 1 },
  })
})
