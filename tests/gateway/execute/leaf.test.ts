import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql'
import { createCompleteLeaf } from '../../../gateway/execute/leaf.ts'

const size = new GraphQLEnumType({ name: 'Size', values: { SMALL: {} } })
const any = new GraphQLScalarType({ name: 'Any' })

test.each([
  [GraphQLInt, 2_147_483_647, 2_147_483_647],
  [GraphQLInt, -2_147_483_648, -2_147_483_648],
  [GraphQLInt, 2_147_483_648, undefined],
  [GraphQLInt, 1.5, undefined],
  [GraphQLInt, '1', undefined],
  [GraphQLFloat, 1e300, 1e300],
  [GraphQLFloat, Infinity, undefined],
  [GraphQLFloat, true, undefined],
  [GraphQLString, '', ''],
  [GraphQLString, 1, undefined],
  [GraphQLString, ['a'], undefined],
  [GraphQLBoolean, false, false],
  [GraphQLBoolean, 0, undefined],
  [GraphQLID, 'a', 'a'],
  [GraphQLID, 7, '7'],
  [GraphQLID, 1.5, undefined],
  [GraphQLID, 2 ** 60, undefined],
  [size, 'SMALL', 'SMALL'],
  [size, 'LARGE', undefined],
  [size, 0, undefined],
  [any, { a: [1, null] }, { a: [1, null] }],
])('%s: %j is %j', (type, given, expected) => {
  expect(createCompleteLeaf(type)(given)).toEqual(expected)
})

test('a custom scalar may be anything that can be written', () => {
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
  expect(createCompleteLeaf(any)(nested(400))).toBeDefined()
  expect(createCompleteLeaf(any)(nested(100_000))).toBeUndefined()
})
