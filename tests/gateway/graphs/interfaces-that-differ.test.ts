import { type Graph, openGraph } from '../support/graph.ts'

type Id = { id: string }
const byType = { __resolveType: ({ __typename }: { __typename: string }) => __typename }

/** To one subgraph an interface has these types and fields, to another those. */
let graph: Graph

beforeAll(async () => {
  graph = await openGraph({
    forms: {
      sdl: `
        type Query { shapes: [Shape!]!  shape: Shape  boxes: [Box] }
        interface Shape { id: ID!  area: Float }
        type Circle implements Shape @key(fields: "id") { id: ID!  area: Float  radius: Float }
        type Square implements Shape @key(fields: "id") { id: ID!  area: Float  side: Float }
        type Point implements Shape @key(fields: "id") { id: ID!  area: Float }
        type Box { inside: Shape  next: Box }`,
      resolvers: {
        Query: {
          shapes: () => [
            { __typename: 'Circle', id: 'c', area: 3, radius: 1 },
            { __typename: 'Square', id: 's', area: 4, side: 2 },
            { __typename: 'Point', id: 'p', area: 0 },
          ],
          shape: () => ({ __typename: 'Square', id: 's', area: 4, side: 2 }),
          boxes: () => [{ id: 1 }, null],
        },
        Shape: byType,
        Box: { inside: () => ({ __typename: 'Circle', id: 'c', area: 3, radius: 1 }), next: () => ({}) },
        Circle: { __resolveReference: ({ id }: Id) => ({ id, area: 3, radius: 1 }) },
        Square: { __resolveReference: ({ id }: Id) => ({ id, area: 4, side: 2 }) },
        Point: { __resolveReference: ({ id }: Id) => ({ id, area: 0 }) },
      },
    },
    paint: {
      sdl: `
        type Query { painted: [Painted] }
        interface Painted { id: ID!  colour: String }
        type Circle implements Painted @key(fields: "id") { id: ID!  colour: String  neighbour: Painted }
        type Square implements Painted @key(fields: "id") { id: ID!  colour: String }
        type Wall implements Painted @key(fields: "id") { id: ID!  colour: String  height: Int }`,
      resolvers: {
        Query: {
          painted: () => [
            { __typename: 'Wall', id: 'w', colour: 'white', height: 3 },
            { __typename: 'Circle', id: 'c', colour: 'red' },
          ],
        },
        Painted: byType,
        Circle: {
          __resolveReference: ({ id }: Id) => ({ id, colour: 'red' }),
          neighbour: () => ({ __typename: 'Square', id: 's', colour: 'blue' }),
        },
        Square: { __resolveReference: ({ id }: Id) => ({ id, colour: 'blue' }) },
        Wall: { __resolveReference: ({ id }: Id) => ({ id, colour: 'white', height: 3 }) },
      },
    },
  })
})
afterAll(() => graph.stop())

test('a fragment on an interface of another subgraph takes those types that both have', async () => {
  expect(await graph.ask('{ shapes { id ... on Painted { colour } } }')).toEqual({
    data: { shapes: [{ id: 'c', colour: 'red' }, { id: 's', colour: 'blue' }, { id: 'p' }] },
    fetches: { forms: 1, paint: 1 },
  })
  expect(graph.asked[1]).toBe(
    'paint { ... on Circle { colour } ... on Square { colour } } of Circle {"id":"c"}, Square {"id":"s"}',
  )
})

test('and the other way round', async () => {
  expect(
    await graph.ask(
      '{ painted { colour ... on Shape { area ... on Circle { radius } } ... on Wall { height } } }',
    ),
  ).toEqual({
    data: {
      painted: [
        { colour: 'white', height: 3 },
        { colour: 'red', area: 3, radius: 1 },
      ],
    },
    fetches: { paint: 1, forms: 1 },
  })
})

test('one name for different things of different types', async () => {
  const query =
    '{ shapes { ... on Circle { size: radius hue: colour } ... on Square { size: side hue: colour } ... on Point { size: area } } }'
  expect(await graph.ask(query)).toEqual({
    data: { shapes: [{ size: 1, hue: 'red' }, { size: 2, hue: 'blue' }, { size: 0 }] },
    fetches: { forms: 1, paint: 1 },
  })
})

test('__typename in every place, under every name', async () => {
  const query = `{
    __typename
    shapes { __typename a: __typename ... on Painted { __typename b: __typename } ... on Circle { c: __typename neighbour { __typename } } }
    boxes { __typename inside { __typename } }
    __schema { __typename queryType { __typename } }
  }`
  expect(await graph.ask(query)).toEqual({
    data: {
      __typename: 'Query',
      shapes: [
        { __typename: 'Circle', a: 'Circle', b: 'Circle', c: 'Circle', neighbour: { __typename: 'Square' } },
        { __typename: 'Square', a: 'Square', b: 'Square' },
        { __typename: 'Point', a: 'Point' },
      ],
      boxes: [{ __typename: 'Box', inside: { __typename: 'Circle' } }, null],
      __schema: { __typename: '__Schema', queryType: { __typename: '__Type' } },
    },
    fetches: { forms: 1, paint: 1 },
  })
})

test('@skip and @include, both at once, on fragments, fields and spreads, with defaults', async () => {
  const query = `query ($a: Boolean! = true, $b: Boolean = false) {
    shape @include(if: $a) @skip(if: $b) { id ...F @include(if: $b) ... on Painted @include(if: $a) @skip(if: $b) { colour } }
    again: shape @skip(if: $a) { ...F }
    painted @include(if: $b) { id }
  }
  fragment F on Shape { area ... on Square @skip(if: $a) { side } }`
  expect(await graph.ask(query)).toEqual({
    data: { shape: { id: 's', colour: 'blue' } },
    fetches: { forms: 1, paint: 1 },
  })
  expect(await graph.ask(query, { a: false })).toEqual({
    data: { again: { area: 4, side: 2 } },
    fetches: { forms: 1 },
  })
  expect(await graph.ask(query, { b: true })).toEqual({
    data: { painted: [{ id: 'w' }, { id: 'c' }] },
    fetches: { paint: 1 },
  })
  expect(await graph.ask(query, { a: false, b: true })).toMatchObject({
    data: { again: { area: 4, side: 2 }, painted: [{ id: 'w' }, { id: 'c' }] },
    fetches: { forms: 1, paint: 1 },
  })
})

test('as deep as may be asked, in one fetch, and with another at the bottom', async () => {
  const deep = (levels: number, inner: string): string =>
    `{ boxes { ${'next { '.repeat(levels)} ${inner} ${'} '.repeat(levels)} } }`
  const { data, fetches } = await graph.ask(deep(35, 'inside { ... on Circle { colour radius } }'))
  expect(fetches).toEqual({ forms: 1, paint: 1 })
  let box: unknown = (data?.boxes as unknown[])[0]
  for (let level = 0; level < 35; level++) box = (box as { next: unknown }).next
  expect(box).toEqual({ inside: { colour: 'red', radius: 1 } })
})
