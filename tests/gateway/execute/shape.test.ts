import { buildSchema, getOperationAST, parse } from 'graphql'
import { fragmentsOf } from '../../../gateway/operation/conditions.ts'
import type { Gathered } from '../../../gateway/execute/run-plan.ts'
import { compileShape } from '../../../gateway/execute/shape.ts'

const apiSchema = buildSchema(`
  type Query { things: [Thing]  strict: [[Thing!]!]  size: Size  count: Int  any: Any }
  interface Thing { id: ID  name: String!  self: Thing }
  type Book implements Thing { id: ID  name: String!  pages: Int  self: Thing }
  type Film implements Thing { id: ID  name: String!  self: Thing }
  enum Size { SMALL }
  scalar Any`)

function shape(query: string, data: Record<string, unknown>, more: Partial<Gathered> = {}) {
  const document = parse(query)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('The test has no operation.')
  const shapeIt = compileShape({
    apiSchema,
    operation,
    fragments: fragmentsOf(document),
    conditions: {},
    fetchedAs: (field) => field.alias?.value ?? field.name.value,
  })
  return shapeIt({ data, errors: [], shared: false, ...more }, {})
}

test("only what was asked for, in the question's order, with each type's own fields", () => {
  const { data } = shape(
    '{ things { ... on Book { pages } name kind: __typename ...More } } fragment More on Thing { id name }',
    {
      extra: 1,
      things: [
        { name: 'B', id: '1', __typename: 'Book', pages: 9, more: 1 },
        { id: '2', __typename: 'Film', name: 'F' },
      ],
    },
  )
  expect(JSON.stringify(data)).toBe(
    '{"things":[{"pages":9,"name":"B","kind":"Book","id":"1"},{"name":"F","kind":"Film","id":"2"}]}',
  )
})

test("an interface's name is a type as long as nobody asks for it", () => {
  const things = [{ __typename: 'Thing', name: 'T' }]
  expect(shape('{ things { name ... on Book { pages } } }', { things }).data).toEqual({
    things: [{ name: 'T' }],
  })
  expect(shape('{ things { __typename name } }', { things }).data).toEqual({ things: [null] })
})

test.each([
  [
    'an item',
    '{ things { name } }',
    { things: [{ __typename: 'Book' }] },
    { things: [null] },
    ['things', 0, 'name'],
  ],
  [
    'the list in the list, and that',
    '{ strict { name } }',
    { strict: [[{ __typename: 'Book', name: null }]] },
    { strict: null },
    ['strict', 0, 0, 'name'],
  ],
  ['an enum value that the graph does not know', '{ size }', { size: 'HUGE' }, { size: null }, ['size']],
  ['a number that is text', '{ count }', { count: '7' }, { count: null }, ['count']],
  [
    'a type that the graph does not know',
    '{ things { name } }',
    { things: [{ __typename: 'Secret', name: 'x' }] },
    { things: [null] },
    ['things', 0],
  ],
])('null takes the place of %s', (_, query, given, expected, path) => {
  const { data, violations } = shape(query, given)
  expect(data).toEqual(expected)
  expect(violations.map((violation) => violation.path)).toEqual([path])
})

test('a value of another form is told without a word of it', () => {
  const { data, violations } = shape('{ things { name } count }', { things: 'internal detail', count: 1 })
  expect(data).toEqual({ things: null, count: 1 })
  expect(violations).toEqual([
    {
      message: 'What a subgraph gave for Query.things is not of its type.',
      path: ['things'],
      extensions: { code: 'SUBREQUEST_MALFORMED_RESPONSE' },
    },
  ])
})

test('one entity at several places is shaped for each selection by itself', () => {
  const one = { __typename: 'Book', id: '1', name: 'B', self: {} }
  one.self = { __typename: 'Book', id: '1', name: 'B', pages: 5 }
  const { data } = shape(
    '{ things { name self { id } } any strict { self { ... on Book { pages } } } }',
    { things: [one, one], any: { free: ['form'] }, strict: [[one]] },
    { shared: true },
  )
  expect(data).toEqual({
    things: [
      { name: 'B', self: { id: '1' } },
      { name: 'B', self: { id: '1' } },
    ],
    any: { free: ['form'] },
    strict: [[{ self: { pages: 5 } }]],
  })
})
