/**
 * Four subgraphs in the shape of the public benchmark graphql-hive/graphql-gateways-benchmark. Written as Federation 1
 * schemas, which is what all the gateways read: Mercurius knows no `@link`, and composition brings them up to 2.
 * A `nonce` makes one operation differ from the next in what goes to the root's subgraph, and in nothing else.
 */
export const SCHEMAS = {
  accounts: `
    extend type Query {
      me: User
      user(id: ID!): User
      users(nonce: String): [User]
    }

    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String
      birthday: Int
    }
  `,
  products: `
    extend type Query {
      topProducts(first: Int = 5, nonce: String): [Product]
    }

    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }
  `,
  reviews: `
    type Review @key(fields: "id") {
      id: ID!
      body: String
      product: Product
      author: User @provides(fields: "username")
    }

    extend type User @key(fields: "id") {
      id: ID! @external
      username: String @external
      reviews: [Review]
    }

    extend type Product @key(fields: "upc") {
      upc: String! @external
      reviews: [Review]
    }
  `,
  inventory: `
    extend type Product @key(fields: "upc") {
      upc: String! @external
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }
  `,
} as const

export type SubgraphName = keyof typeof SCHEMAS
export const SUBGRAPH_NAMES = Object.keys(SCHEMAS) as SubgraphName[]
