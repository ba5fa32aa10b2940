import { buildSchema, getOperationAST, parse, print } from 'graphql'
import { createPlainFragments } from '../../../../gateway/plan/corrections/plain-fragments.ts'

const plain = createPlainFragments(
  buildSchema(`
    type Query { media: Media  found: Found  alone: Alone }
    interface Media { id: ID  about: Media }
    type Book implements Media { id: ID  about: Media  pages: Int }
    type Film implements Media { id: ID  about: Media }
    type Person { name: String }
    type Shop { name: String }
    interface Alone { id: ID }
    union Found = Book | Person
    union Owned = Person | Shop
    union Any = Book | Film | Person | Shop`),
)

function planned(query: string): string {
  const document = parse(query)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('The test has no operation.')
  const result = plain(document, operation)
  return result === document ? 'as it was' : print(result).replaceAll(/\s+/g, ' ')
}

test.each([
  '{ media { ... on Book { pages } ...F } } fragment F on Media { id ... on Film { id } about { ...G } } fragment G on Book { id }',
  'query ($yes: Boolean!, $no: Boolean!) { media @include(if: $yes) { ...F id @skip(if: $no) } } fragment F on Media { id }',
  '{ __schema { types { name } } media { __typename } }',
  '{ alone { ... { id } ... on Alone { id } } }',
])('%s stays', (query) => {
  expect(planned(query)).toBe('as it was')
})

test.each([
  ['{ media { id ... on Found { ... on Owned { __typename } } } }', '{ media { id } }'],
  [
    '{ media { ...F } found { ...F } } fragment F on Found { ... on Owned { ... on Person { name } } }',
    '{ media { __typename } found { ... on Found { ... on Person { ... on Person { name } } } } }',
  ],
  [
    'query ($no: Boolean!) { media { ... on Any @skip(if: $no) { __typename ... on Film { id } } } }',
    'query ($no: Boolean!) { media { __typename ... @skip(if: $no) { __typename ... on Film { id } } } }',
  ],
  ['{ media { id ... on Book @skip(if: true) { pages } } }', '{ media { id } }'],
  [
    'query ($a: Boolean!) { media @skip(if: $a) { about @include(if: $a) { id } } }',
    'query ($a: Boolean!) { media @skip(if: $a) { __typename } }',
  ],
  [
    'query ($a: Boolean!) { media { ...F } } fragment F on Media { id @include(if: $a) }',
    'query ($a: Boolean!) { media { __typename ... on Media { id @include(if: $a) } } }',
  ],
  [
    'query ($a: Boolean!, $b: Boolean!) { media @include(if: $a) { ...F @skip(if: $b) } } fragment F on Media { id @include(if: $a) about @include(if: $b) { id } }',
    'query ($a: Boolean!, $b: Boolean!) { media @include(if: $a) { __typename ... on Media @skip(if: $b) { id } } }',
  ],
  [
    'query ($a: Boolean!) { media @skip(if: $a) @include(if: $a) { id } }',
    'query ($a: Boolean!) { __typename }',
  ],
  ['{ media { id @include(if: false) } }', '{ media { __typename } }'],
  [
    'query ($yes: Boolean!) { media { id @include(if: true) @skip(if: $yes) ...F @skip(if: false) } } fragment F on Media { about { id } }',
    'query ($yes: Boolean!) { media { id @skip(if: $yes) ... on Media { about { id } } } }',
  ],
])('%s is planned as %s', (query, expected) => {
  expect(planned(query)).toBe(expected)
})
