import { createPart } from '../../support/bookshop.ts'
import { openDoor } from '../../support/door.ts'

test('an entity is fetched again by a key that its subgraph can resolve', async () => {
  const price = createPart({
    name: 'price',
    sdl: `
      type Query { product: Product }
      type Product @key(fields: "sku", resolvable: false) @key(fields: "id") {
        id: ID!  sku: ID!  weight: Int @external  shipping: Int @requires(fields: "weight")
      }`,
    resolvers: {
      Query: { product: () => ({ id: '1', sku: 's1' }) },
      Product: {
        __resolveReference: (reference: { id?: string; weight?: number }) =>
          reference.id === undefined ? null : { sku: 's1', ...reference },
        shipping: ({ weight }: { weight: number }) => weight * 2,
      },
    },
  })
  const stock = createPart({
    name: 'stock',
    sdl: 'type Product @key(fields: "id") @key(fields: "sku") { id: ID!  sku: ID!  weight: Int }',
    resolvers: { Product: { __resolveReference: () => ({ id: '1', sku: 's1', weight: 21 }) } },
  })
  const door = await openDoor([price, stock], 'in process')
  try {
    expect((await door.ask('{ product { shipping } }')).body).toEqual({ data: { product: { shipping: 42 } } })
  } finally {
    await door.stop()
  }
})
