import { createPart } from '../support/bookshop.ts'
import { type Door, openDoor } from '../support/door.ts'
import { type FailingSubgraph, json, openFailingSubgraph } from '../support/failing-subgraph.ts'

/** A subgraph that answers as GraphQL says, and with data of another type than its schema's. */
let failing: FailingSubgraph
let door: Door

const good = createPart({
  name: 'good',
  sdl: 'type Query { thing: Thing  things: [Thing!]! } type Thing @key(fields: "id") { id: ID! }',
  resolvers: { Query: { thing: () => ({ id: '1' }), things: () => [{ id: '1' }, { id: '2' }] } },
})
const bad = createPart({
  name: 'bad',
  sdl: `
    type Query { alone: Int }
    type Thing @key(fields: "id") {
      id: ID!  int: Int  float: Float  text: String  on: Boolean  kind: Kind  any: Any
      list: [Int]  strict: [Int!]  grid: [[Int]]  part: Part  parts: [Part]  must: Int!
    }
    interface Part { name: String }  type Wheel implements Part { name: String }  type Bell implements Part { name: String }
    enum Kind { NEW OLD @inaccessible }  scalar Any`,
  resolvers: {},
})

beforeAll(async () => {
  failing = await openFailingSubgraph()
  door = await openDoor([good, bad], 'in process', {
    reach: {
      subgraphs: [good.subgraph],
      urls: { bad: failing.url },
      guard: { breaker: { share: 0.99, withinMs: 1_000, leastPerSecond: 1_000_000 } },
    },
  })
})
afterAll(async () => {
  await door.stop()
  await failing.stop()
})

async function ask(query: string, data: unknown, errors?: unknown) {
  failing.behave = json({ data, ...(errors ? { errors } : {}) })
  const { status, body } = await door.ask(query)
  expect(status).toBe(200)
  return {
    data: body.data,
    errors: body.errors?.map(({ message, path, extensions }) => [extensions.code, path, message]),
  }
}

type Case = [what: string, field: string, given: unknown, shown: unknown, path?: (string | number)[]]
const cases: Case[] = [
  ['text for a number', 'int', '7', null],
  ['a number with a fraction', 'int', 7.5, null],
  ['a number beyond 32 bits', 'int', 2_147_483_648, null],
  ['true for a number', 'float', true, null],
  ['a number for text', 'text', 7, null],
  ['an object for text', 'text', { secret: 'detail' }, null],
  ['a number for true', 'on', 1, null],
  ['a value of an enum that is nobody’s', 'kind', 'HUGE', null],
  ['a value of an enum that clients do not know', 'kind', 'OLD', null],
  ['an object for a list', 'list', { 0: 1, length: 1 }, null],
  ['text for a list', 'list', 'secret detail', null],
  ['a list of other things', 'list', [1, '2', null, [3]], [1, null, null, null], ['list', 1]],
  ['null in a list without nulls', 'strict', [1, null], null, ['strict', 1]],
  ['a list that is not deep enough', 'grid', [[1], 2], [[1], null], ['grid', 1]],
  ['text for an object', 'part { name }', 'secret detail', null],
  ['a list for an object', 'part { name }', [{ __typename: 'Wheel', name: 'x' }], null],
  ['an object without a type', 'part { __typename name }', { name: 'x' }, null, ['part', '__typename']],
  ['an object of a type that does not fit', 'part { name }', { __typename: 'Thing', name: 'x' }, null],
  ['an object of a type that is none', 'part { name }', { __typename: 'Secret', name: 'x' }, null],
  [
    'an object whose type is a number',
    'part { __typename }',
    { __typename: 7 },
    null,
    ['part', '__typename'],
  ],
  [
    'objects for an object',
    'parts { name }',
    [{ __typename: 'Bell', name: 'x' }, 'x'],
    [{ name: 'x' }, null],
    ['parts', 1],
  ],
]

test.each(cases.map((one) => ({ case: one })))(
  '$case.0',
  async ({ case: [, field, given, shown, within] }) => {
    const name = field.split(' ')[0] ?? ''
    const { data, errors } = await ask(`{ thing { id ${field} } }`, { _entities: [{ [name]: given }] })
    expect(data).toEqual({ thing: { id: '1', [name]: shown } })
    // One for each place: a list of other things has two of them.
    expect(errors?.[0]?.slice(0, 2)).toEqual([
      'SUBREQUEST_MALFORMED_RESPONSE',
      ['thing', ...(within ?? [name])],
    ])
    expect(errors).toHaveLength(name === 'list' && within ? 2 : 1)
    expect(JSON.stringify(errors)).not.toMatch(/secret|HUGE|OLD/i)
  },
)

test('a scalar that nests without end', async () => {
  const text = `{"data":{"_entities":[{"any":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}}`
  failing.behave = (_request, response) => response.end(text)
  const { status, body } = await door.ask('{ thing { id any } }')
  expect([status, body.data]).toEqual([200, { thing: { id: '1', any: null } }])
  expect(body.errors?.map(({ path, extensions }) => [extensions.code, path])).toEqual([
    ['SUBREQUEST_MALFORMED_RESPONSE', ['thing', 'any']],
  ])
})

test('null where the schema promises a value goes up to what may be null', async () => {
  expect(await ask('{ things { id must } }', { _entities: [{ must: 1 }, { must: null }] })).toEqual({
    data: null,
    errors: [
      [
        'SUBREQUEST_MALFORMED_RESPONSE',
        ['things', 1, 'must'],
        'Cannot return null for non-nullable field Thing.must.',
      ],
    ],
  })
})

test('names that JavaScript has its own meaning for are names', async () => {
  const data = JSON.parse(
    '{"_entities":[{"__proto__":{"int":1},"constructor":{"x":1},"int":5}],"__proto__":{"y":1}}',
  ) as unknown
  expect(await ask('{ thing { int __proto__: text constructor: on } }', data)).toEqual({
    data: JSON.parse('{"thing":{"int":5,"__proto__":null,"constructor":null}}') as unknown,
    errors: [
      [
        'SUBREQUEST_MALFORMED_RESPONSE',
        ['thing', '__proto__'],
        'What a subgraph gave for Thing.__proto__ is not of its type.',
      ],
      [
        'SUBREQUEST_MALFORMED_RESPONSE',
        ['thing', 'constructor'],
        'What a subgraph gave for Thing.constructor is not of its type.',
      ],
    ],
  })
  expect('y' in {}).toBe(false)
})

test('more than was asked for stays where it is', async () => {
  const entity = { int: 1, id: 'other', hidden: 'x', __typename: 'Secret' }
  expect(
    await ask('{ thing { id int } }', { _entities: [entity], other: [1], thing: { id: 'forged' } }),
  ).toMatchObject({
    data: { thing: { int: 1 } },
    errors: undefined,
  })
})

test('a million wrong values are told a thousand times', async () => {
  const { data, errors } = await ask('{ thing { list } }', {
    _entities: [{ list: Array.from({ length: 1_000_000 }, () => 'x') }],
  })
  expect((data?.thing as { list: unknown[] }).list).toHaveLength(1_000_000)
  expect(errors).toHaveLength(1_000)
})

test('errors with odd paths, and any number of them', async () => {
  const paths: unknown[] = [
    ['_entities', 7, 'int'],
    ['_entities', -1],
    ['_entities', 'x'],
    ['elsewhere'],
    [{ a: 1 }],
    [],
    ['_entities', 0, 'int'],
  ]
  const { errors } = await ask(
    '{ things { int } }',
    { _entities: [{ int: null }, { int: null }] },
    paths.map((path, index) => ({ message: `m${index}`, path, extensions: { code: 'C' } })),
  )
  expect(errors?.map(([, path, message]) => [message, path])).toEqual([
    ['m0', ['things']],
    ['m1', ['things']],
    ['m2', ['things']],
    ['m3', ['things']],
    ['m4', undefined],
    ['m5', ['things']],
    ['m6', ['things', 0, 'int']],
  ])
  const many = Array.from({ length: 5_000 }, () => ({ message: 'm', path: ['_entities', 0, 'int'] }))
  expect((await ask('{ things { int } }', { _entities: [null, null] }, many)).errors).toHaveLength(1_000)
})
