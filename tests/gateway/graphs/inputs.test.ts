import { GraphQLScalarType, Kind } from 'graphql'
import { TOPOLOGIES } from '../support/door.ts'
import { type Graph, openGraph } from '../support/graph.ts'

type Id = { id: string }
const echo = (_: unknown, args: object) => JSON.stringify(args)

/** Hours and minutes; a subgraph has it as minutes. */
const Clock: GraphQLScalarType<number | undefined, string> = new GraphQLScalarType({
  name: 'Clock',
  serialize: (minutes) =>
    `${Math.floor(Number(minutes) / 60)}:${String(Number(minutes) % 60).padStart(2, '0')}`,
  parseValue(text) {
    const [, hours, minutes] = /^(\d+):(\d\d)$/.exec(String(text)) ?? []
    if (hours === undefined) throw new TypeError('A clock is like "7:05".')
    return Number(hours) * 60 + Number(minutes)
  },
  parseLiteral: (node) => (node.kind === Kind.STRING ? Clock.parseValue(node.value) : undefined),
})

const SUBGRAPHS = {
  a: {
    sdl: `
      type Query { echo(id: ID, ids: [ID!], deep: [[Int]], at: Clock, any: Any, size: Size = SMALL, range: Range = { from: 1 }): String
        item: Item  sizes: [Size]  size: Size }
      type Item @key(fields: "id") { id: ID! }
      scalar Clock  scalar Any
      enum Size { SMALL LARGE HUGE @inaccessible }
      input Range { from: Int! = 0  to: Int = 9  inner: Range  sizes: [Size!] = [SMALL] }`,
    resolvers: {
      Clock,
      Query: { echo, item: () => ({ id: 'i' }), sizes: () => ['SMALL', 'HUGE', null], size: () => 'HUGE' },
    },
  },
  b: {
    sdl: `
      type Item @key(fields: "id") { id: ID!
        echo(ids: [ID!], at: Clock, size: Size = LARGE, range: Range, first: Int = 3): String  at: Clock  any: Any }
      scalar Clock  scalar Any
      enum Size { SMALL LARGE HUGE @inaccessible }
      input Range { from: Int! = 0  to: Int = 9  inner: Range  sizes: [Size!] = [SMALL] }`,
    resolvers: {
      Clock,
      Item: {
        __resolveReference: (reference: Id) => reference,
        echo,
        at: () => 425,
        any: () => ({ free: ['form', { constructor: 1 }] }),
      },
    },
  },
}

describe.each(TOPOLOGIES)('what a client gives, %s', (topology) => {
  let graph: Graph
  beforeAll(async () => (graph = await openGraph(SUBGRAPHS, topology)))
  afterAll(() => graph.stop())

  const data = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await graph.ask(query, variables)
    expect(errors).toBeUndefined()
    return data
  }
  const given = async (query: string, variables?: Record<string, unknown>) =>
    JSON.parse((await data(query, variables))?.echo as string) as unknown

  test('defaults of arguments and of input fields are the subgraph’s own', async () => {
    expect(await given('{ echo }')).toEqual({ size: 'SMALL', range: { from: 1, to: 9, sizes: ['SMALL'] } })
    expect(await given('{ echo(range: { inner: {} }, size: null) }')).toEqual({
      size: null,
      range: { from: 0, to: 9, sizes: ['SMALL'], inner: { from: 0, to: 9, sizes: ['SMALL'] } },
    })
  })

  test('defaults of variables, null, and what is left out, are three things', async () => {
    const query = 'query ($size: Size = LARGE, $at: Clock) { echo(size: $size, at: $at, range: null) }'
    expect(await given(query)).toEqual({ size: 'LARGE', range: null })
    expect(await given(query, { size: null, at: null })).toEqual({ size: null, at: null, range: null })
    expect(await given(query, { size: 'SMALL', at: '7:05' })).toEqual({ size: 'SMALL', at: 425, range: null })
  })

  test('a number is an ID, and one value a list of one', async () => {
    expect(await given('{ echo(id: 7, ids: 8, deep: 9, range: null, size: null) }')).toEqual({
      id: '7',
      ids: ['8'],
      deep: [[9]],
      range: null,
      size: null,
    })
    const query =
      'query ($id: ID, $ids: [ID!], $deep: [[Int]]) { echo(id: $id, ids: $ids, deep: $deep, range: null, size: null) }'
    expect(await given(query, { id: 7, ids: 8, deep: [1, [2, null], null] })).toEqual({
      id: '7',
      ids: ['8'],
      deep: [[1], [2, null], null],
      range: null,
      size: null,
    })
  })

  test('the same for the fields of entities, each fetch with the variables that it uses', async () => {
    const query = `query ($ids: [ID!], $at: Clock, $size: Size) {
      echo(size: $size, range: null) item { echo(ids: $ids, at: $at, range: { to: 2, sizes: LARGE }) } }`
    expect(await data(query, { ids: 5, at: '0:30', size: 'LARGE' })).toEqual({
      echo: '{"size":"LARGE","range":null}',
      item: {
        echo: '{"ids":["5"],"at":30,"size":"LARGE","range":{"from":0,"to":2,"sizes":["LARGE"]},"first":3}',
      },
    })
    expect(graph.asked).toEqual([
      'a { echo(size: $size, range: null) item { __typename id } } with {"size":"LARGE"}',
      'b { ... on Item { echo(ids: $ids, at: $at, range: {to: 2, sizes: [LARGE]}) } } of Item {"id":"i"} with {"ids":["5"],"at":30}',
    ])
  })

  test('custom scalars as text, as objects, and as they are written in a document', async () => {
    expect(await data('{ item { at any } }')).toEqual({
      item: { at: '7:05', any: { free: ['form', { constructor: 1 }] } },
    })
    const query = 'query ($x: Any) { echo(any: { a: [1, "b", null, $x] }, range: null, size: null) }'
    expect(await given(query, { x: { deep: [true] } })).toEqual({
      any: { a: [1, 'b', null, { deep: [true] }] },
      range: null,
      size: null,
    })
  })

  test('one field with several arguments, by several names', async () => {
    expect(await data('{ item { a: echo(first: 1, size: null) b: echo(first: 2, size: null) } }')).toEqual({
      item: { a: '{"size":null,"first":1}', b: '{"size":null,"first":2}' },
    })
    expect(graph.asked).toHaveLength(2)
  })

  test('a value of an enum that clients do not know is told as what it is not', async () => {
    const { data, errors } = await graph.ask('{ size sizes }')
    expect(data).toEqual({ size: null, sizes: ['SMALL', null, null] })
    expect(errors?.map(({ path, message, extensions }) => [path, extensions.code, message])).toEqual([
      [['size'], 'SUBREQUEST_MALFORMED_RESPONSE', 'What a subgraph gave for Query.size is not of its type.'],
      [
        ['sizes', 1],
        'SUBREQUEST_MALFORMED_RESPONSE',
        'What a subgraph gave for Query.sizes is not of its type.',
      ],
    ])
  })

  test.each([
    ['{ echo(size: HUGE) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($size: Size) { echo(size: $size) }', { size: 'HUGE' }, 'BAD_USER_INPUT'],
    ['query ($id: ID) { echo(id: $id) }', { id: 1.5 }, 'BAD_USER_INPUT'],
    ['query ($ids: [ID!]) { echo(ids: $ids) }', { ids: [null] }, 'BAD_USER_INPUT'],
    ['query ($range: Range) { echo(range: $range) }', { range: { from: null } }, 'BAD_USER_INPUT'],
    ['query ($range: Range) { echo(range: $range) }', { range: { other: 1 } }, 'BAD_USER_INPUT'],
    ['{ echo(range: { to: 2147483648 }) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s with %j asks no subgraph', async (query, variables, code) => {
    const { data, errors, fetches } = await graph.ask(query, variables)
    expect([data, errors?.map(({ extensions }) => extensions.code), fetches]).toEqual([undefined, [code], {}])
  })
})
