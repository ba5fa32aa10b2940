import { TOPOLOGIES } from '../support/door.ts'
import { type Graph, openGraph } from '../support/graph.ts'

const PEOPLE = ['Siti', 'Budi', 'Ayu'].map((name, index) => ({
  id: `u${index}`,
  name,
  username: name.toLowerCase(),
}))
const PRODUCTS = [10, 20, 30].map((price, index) => ({
  upc: `p${index}`,
  name: `Product ${index}`,
  price,
  weight: price * 2,
}))
const REVIEWS = PRODUCTS.flatMap(({ upc }, p) =>
  [p, (p + 1) % 3].map((u) => ({ id: `${upc}-u${u}`, body: `of ${upc}`, upc, userId: `u${u}` })),
)

type Upc = { upc: string }
type Id = { id: string }
type Review = (typeof REVIEWS)[number]

/** The graph of the public benchmark of gateways: accounts, products, reviews, inventory. */
const SUBGRAPHS = {
  accounts: {
    sdl: `type Query { users: [User] }
      type User @key(fields: "id") { id: ID!  name: String  username: String @shareable }`,
    resolvers: {
      Query: { users: () => PEOPLE },
      User: { __resolveReference: ({ id }: Id) => PEOPLE.find((one) => one.id === id) },
    },
  },
  products: {
    sdl: `type Query { topProducts(first: Int = 2): [Product] }
      type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
    resolvers: {
      Query: { topProducts: (_: unknown, { first }: { first: number }) => PRODUCTS.slice(0, first) },
      Product: { __resolveReference: ({ upc }: Upc) => PRODUCTS.find((one) => one.upc === upc) },
    },
  },
  reviews: {
    sdl: `type Review @key(fields: "id") { id: ID!  body: String  author: User @provides(fields: "username")  product: Product }
      type User @key(fields: "id") { id: ID!  username: String @external  reviews: [Review] }
      type Product @key(fields: "upc") { upc: String!  reviews: [Review] }`,
    resolvers: {
      Review: {
        author: ({ userId }: Review) => PEOPLE.find(({ id }) => id === userId),
        product: ({ upc }: Review) => ({ upc }),
      },
      User: {
        __resolveReference: (user: Id) => user,
        reviews: ({ id }: Id) => REVIEWS.filter(({ userId }) => userId === id),
      },
      Product: {
        __resolveReference: (product: Upc) => product,
        reviews: ({ upc }: Upc) => REVIEWS.filter((review) => review.upc === upc),
      },
    },
  },
  inventory: {
    sdl: `type Product @key(fields: "upc") {
      upc: String!  weight: Int @external  price: Int @external
      inStock: Boolean  shippingEstimate: Int @requires(fields: "price weight") }`,
    resolvers: {
      Product: {
        __resolveReference: (product: object) => product,
        inStock: ({ upc }: Upc) => upc !== 'p1',
        shippingEstimate: ({ price, weight }: { price: number; weight: number }) => price + weight,
      },
    },
  },
}

const HEAVY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Heavy {
    users { ...User reviews { ...Review product { ...Product reviews { ...Review author {
      ...User reviews { ...Review product { ...Product } } } } } } }
    topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
  }`

describe.each(TOPOLOGIES)("the public benchmark's query, %s", (topology) => {
  let graph: Graph
  beforeAll(async () => (graph = await openGraph(SUBGRAPHS, topology)))
  afterAll(() => graph.stop())

  test('takes six fetches for what sixteen were planned', async () => {
    const { data, errors, fetches } = await graph.ask(HEAVY)
    expect(errors).toBeUndefined()
    expect(fetches).toEqual({ accounts: 2, products: 2, reviews: 1, inventory: 1 })
    expect(data).toEqual({
      users: PEOPLE.map(userInFull),
      topProducts: PRODUCTS.slice(0, 2).map(topProductInFull),
    })
  })
})

const product = ({ upc }: Upc) => {
  const { price, weight, name } = PRODUCTS.find((one) => one.upc === upc) ?? { price: 0, weight: 0, name: '' }
  return { inStock: upc !== 'p1', name, price, shippingEstimate: price + weight, upc, weight }
}
const author = (userId: string) => ({
  ...PEOPLE.find(({ id }) => id === userId),
  reviews: REVIEWS.filter((review) => review.userId === userId).map(({ id, body, upc }) => ({
    id,
    body,
    product: product({ upc }),
  })),
})
const reviewsOf = ({ upc }: Upc) =>
  REVIEWS.filter((review) => review.upc === upc).map(({ id, body, userId }) => ({
    id,
    body,
    author: author(userId),
  }))
const topProductInFull = (one: Upc) => ({ ...product(one), reviews: reviewsOf(one) })
const userInFull = (user: (typeof PEOPLE)[number]) => ({
  ...user,
  reviews: REVIEWS.filter(({ userId }) => userId === user.id).map(({ id, body, upc }) => ({
    id,
    body,
    product: { ...product({ upc }), reviews: reviewsOf({ upc }) },
  })),
})

describe('fetches that are made at one step', () => {
  let graph: Graph
  beforeAll(async () => (graph = await openGraph(SUBGRAPHS)))
  afterAll(() => graph.stop())

  test('of the same are one list, with each entity once', async () => {
    const { data } = await graph.ask(
      '{ one: topProducts(first: 1) { inStock } more: topProducts { inStock } }',
    )
    expect(data).toEqual({ one: [{ inStock: true }], more: [{ inStock: true }, { inStock: false }] })
    expect(graph.asked).toEqual([
      'products { one: topProducts(first: 1) { __typename upc } more: topProducts { __typename upc } }',
      'inventory { ... on Product { inStock } } of Product {"upc":"p0"}, Product {"upc":"p1"}',
    ])
  })

  test('of different things are two lists of one request', async () => {
    const { data } = await graph.ask(
      '{ users { reviews { id } } topProducts(first: 1) { reviews { body } } }',
    )
    expect(data).toMatchObject({ topProducts: [{ reviews: [{ body: 'of p0' }, { body: 'of p0' }] }] })
    expect(graph.asked.slice(2)).toEqual([
      'reviews { ... on User { reviews { id } } } of User {"id":"u0"}, User {"id":"u1"}, User {"id":"u2"}' +
        ' and { ... on Product { reviews { body } } } of Product {"upc":"p0"}',
    ])
  })

  test("one name for different things below one entity is each path's own", async () => {
    const query = `{
      one: topProducts(first: 1) { reviews { author { label: name } } }
      two: topProducts(first: 1) { reviews { author { label: reviews { id } } } }
    }`
    const { data, fetches } = await graph.ask(query)
    expect(data).toEqual({
      one: [{ reviews: [{ author: { label: 'Siti' } }, { author: { label: 'Budi' } }] }],
      two: [
        {
          reviews: [
            { author: { label: [{ id: 'p0-u0' }, { id: 'p2-u0' }] } },
            { author: { label: [{ id: 'p0-u1' }, { id: 'p1-u1' }] } },
          ],
        },
      ],
    })
    expect(fetches).toEqual({ products: 1, reviews: 1, accounts: 1 })
  })
})
