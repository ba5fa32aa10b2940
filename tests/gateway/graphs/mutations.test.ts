import { GraphQLError } from 'graphql'
import { TOPOLOGIES } from '../support/door.ts'
import { type Graph, openGraph } from '../support/graph.ts'

type Id = { id: string }
let count = 0
let done: string[] = []

/** Does something that takes a moment, so that what would not wait would be seen. */
async function act(name: string, by: number): Promise<number> {
  const before = count
  await new Promise((resolve) => setImmediate(resolve))
  count = before + by
  done.push(name)
  return count
}

const SUBGRAPHS = {
  a: {
    sdl: `type Query { count: Int }
      type Mutation { addInA(by: Int = 1): Counter!  failInA: Counter  mustInA: Int! }
      type Counter @key(fields: "id") { id: ID!  value: Int }`,
    resolvers: {
      Query: { count: () => count },
      Mutation: {
        addInA: async (_: unknown, { by }: { by: number }) => ({ id: 'c', value: await act('a', by) }),
        async failInA() {
          await act('failed', 0)
          throw new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } })
        },
        mustInA: () => null,
      },
      Counter: { __resolveReference: ({ id }: Id) => ({ id, value: count }) },
    },
  },
  b: {
    sdl: `type Mutation { addInB(by: Int = 10): Counter }
      type Counter @key(fields: "id") { id: ID!  seen: Int }`,
    resolvers: {
      Mutation: {
        addInB: async (_: unknown, { by }: { by: number }) => ({ id: 'c', seen: await act('b', by) }),
      },
      Counter: { __resolveReference: ({ id }: Id) => ({ id, seen: count }) },
    },
  },
}

describe.each(TOPOLOGIES)('mutations, %s', (topology) => {
  let graph: Graph
  beforeAll(async () => (graph = await openGraph(SUBGRAPHS, topology)))
  afterAll(() => graph.stop())
  beforeEach(() => {
    count = 0
    done = []
  })

  test('are made one after another, whichever subgraph makes them, each read before the next', async () => {
    const { data, fetches } = await graph.ask(`mutation {
      one: addInA { value seen } two: addInB { seen value } three: addInB(by: 5) { seen } four: addInA { value } __typename
    }`)
    expect(data).toEqual({
      one: { value: 1, seen: 1 },
      two: { seen: 11, value: 11 },
      three: { seen: 16 },
      four: { value: 17 },
      __typename: 'Mutation',
    })
    expect(done).toEqual(['a', 'b', 'b', 'a'])
    expect(graph.asked.map((asked) => asked.replace(/ \{.*/, ''))).toEqual([
      'a mutation',
      'b',
      'b mutation',
      'a',
      'b mutation',
      'a mutation',
    ])
    expect(fetches).toEqual({ a: 3, b: 3 })
  })

  test('what neighbours in one subgraph is one request, which that subgraph makes in order', async () => {
    const { data, fetches } = await graph.ask(
      'mutation { x: addInA { value } y: addInA(by: 2) { value } z: addInA { value } }',
    )
    expect(data).toEqual({ x: { value: 1 }, y: { value: 3 }, z: { value: 4 } })
    expect(fetches).toEqual({ a: 1 })
  })

  test('one that fails does not hold up the others', async () => {
    const { data, errors } = await graph.ask(
      'mutation { failInA { value } addInB { seen } last: addInA { value } }',
    )
    expect(data).toEqual({ failInA: null, addInB: { seen: 10 }, last: { value: 11 } })
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['failInA'], 'FORBIDDEN'],
    ])
    expect(done).toEqual(['failed', 'b', 'a'])
  })

  test('what must not be null and is takes all data with it, and undoes nothing', async () => {
    const { data, errors } = await graph.ask('mutation { addInB { seen } mustInA }')
    expect(data).toBeNull()
    expect(errors?.map(({ path }) => path)).toEqual([['mustInA']])
    expect(done).toEqual(['b'])
  })

  test('one that is skipped is not made', async () => {
    const query =
      'mutation ($no: Boolean!) { addInA @include(if: $no) { value } ... @skip(if: true) { addInA { value } } addInB { seen } }'
    expect(await graph.ask(query, { no: false })).toEqual({
      data: { addInB: { seen: 10 } },
      fetches: { b: 1 },
    })
    expect(done).toEqual(['b'])
  })

  test('none is made for a document that asks for what is not there', async () => {
    const { errors, fetches } = await graph.ask('mutation { addInA { value } addInC { value } }')
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect([fetches, done]).toEqual([{}, []])
  })
})
