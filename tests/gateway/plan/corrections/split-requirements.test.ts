import { buildSchema, getOperationAST, parse, print } from 'graphql'
import { createMergeParts } from '../../../../gateway/plan/corrections/parts.ts'
import type { Requirements } from '../../../../gateway/plan/corrections/requirements.ts'
import { createSplitRequirements } from '../../../../gateway/plan/corrections/split-requirements.ts'
import type { Gathered } from '../../../../gateway/execute/run-plan.ts'

const requirements: Requirements = new Map([
  ['Post.fee', [{ coordinate: 'Post.price', name: 'price', arguments: 'currency: "USD"' }]],
  ['Post.feeInRupiah', [{ coordinate: 'Post.price', name: 'price', arguments: 'currency: "IDR"' }]],
  ['Post.tax', [{ coordinate: 'Post.price', name: 'price', arguments: 'currency: "USD"' }]],
  ['Priced.inYen', [{ coordinate: 'Priced.price', name: 'price', arguments: 'currency: "JPY"' }]],
  [
    'Post.both',
    [
      { coordinate: 'Post.price', name: 'price', arguments: 'currency: "USD"' },
      { coordinate: 'Post.price', name: 'price', arguments: 'currency: "IDR"' },
    ],
  ],
])
const schema = buildSchema(`
    type Query { posts: [Item] now: String }
    interface Item { fee: Int  feeInRupiah: Int }
    interface Priced { price: Int  inYen: Int }
    type Post implements Item & Priced {
      title: String  price: Int  fee: Int  feeInRupiah: Int  tax: Int  inYen: Int  both: Int  related: [Post] }`)
const split = createSplitRequirements(requirements, schema)
const merge = createMergeParts(requirements, schema)

function partsOf(query: string) {
  const document = parse(query)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('The test has no operation.')
  return split(document, operation)
}

const documentsOf = (query: string) => partsOf(query).map((one) => print(one).replaceAll(/\s+/g, ' '))

test('fields that require the same stay together', () => {
  expect(documentsOf('{ posts { ... on Post { fee tax } } }')).toEqual([
    '{ posts { ... on Post { fee tax } } }',
  ])
})

test('fields in conflict are parted, the second part with the way to its field alone', () => {
  expect(
    documentsOf(
      '{ now posts { ... on Post { title related { ...F } } } } fragment F on Post { tax feeInRupiah title }',
    ),
  ).toEqual([
    '{ now posts { ... on Post { title related { ... on Post { feeInRupiah title } } } } }',
    '{ posts { ... on Post { related { ... on Post { tax } } } } }',
  ])
})

test("what is required of an interface's field is required of its types'", () => {
  expect(documentsOf('{ posts { ... on Post { fee inYen } } }')).toEqual([
    '{ posts { ... on Post { fee } } }',
    '{ posts { ... on Post { inYen } } }',
  ])
})

test('fields at places apart do not disturb each other; one below the other may', () => {
  const apart = '{ a: posts { fee } b: posts { feeInRupiah } }'
  expect(documentsOf(apart)).toEqual([apart])
  expect(documentsOf('{ posts { ... on Post { related { fee } feeInRupiah } } }')).toHaveLength(2)
})

test('a field in conflict with itself is refused', () => {
  expect(() => documentsOf('{ posts { ... on Post { both } } }')).toThrow(
    'The field "Post.both" needs different values of one field, and cannot be served.',
  )
})

test('through an interface too', () => {
  expect(documentsOf('{ posts { fee feeInRupiah } }')).toEqual([
    '{ posts { fee } }',
    '{ posts { feeInRupiah } }',
  ])
})

describe('what the parts gathered', () => {
  const gathered = (posts: unknown, more: Partial<Gathered> = {}): Gathered => ({
    data: { posts },
    errors: [],
    shared: false,
    ...more,
  })

  test('is laid over each other, whatever each required for itself', () => {
    const { data, errors } = merge([
      gathered([{ id: 1, price: 1, fee: 2 }, null]),
      gathered([{ id: 1, price: 16, feeInRupiah: 32 }, null]),
    ])
    expect(data).toEqual({ posts: [{ id: 1, price: 1, fee: 2, feeInRupiah: 32 }, null] })
    expect(errors).toEqual([])
  })

  test.each([
    ['another length', [{ id: 1 }], [{ id: 1 }, { id: 2 }]],
    ['another order', [{ id: 1 }, { id: 2 }], [{ id: 2 }, { id: 1 }]],
  ])('is told when it is not the same any more: %s', (_, first, second) => {
    expect(merge([gathered(first), gathered(second)]).errors).toEqual([
      {
        message: 'The data changed while it was read. Ask again.',
        extensions: { code: 'SUBREQUEST_FAILED' },
      },
    ])
  })

  test('tells of one failure once', () => {
    const errors = [{ message: 'down', path: ['posts'] }]
    expect(merge([gathered(null, { errors }), gathered(null, { errors })]).errors).toEqual(errors)
  })
})
