import { buildSchema, getOperationAST, parse, print } from 'graphql'
import {
  createSplitNarrowed,
  readObjectFields,
} from '../../../../gateway/plan/corrections/narrowed-fields.ts'

const objectFields = readObjectFields(
  parse(`
    interface Media @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true) {
      id: ID!
      title: String @join__field(graph: A) @join__field(graph: B, external: true)
      stars: Int @join__field(graph: B)
      reviews: [Review] @join__field(graph: B)
      must: Int! @join__field(graph: B)
    }
    interface Plain @join__type(graph: A) { reviews: [Review] }`),
)
const split = createSplitNarrowed(
  objectFields,
  buildSchema(`
    type Query { media: [Media]  review: Review }
    type Mutation { add: Media }
    interface Media { id: ID!  title: String  stars: Int  reviews: [Review]  must: Int! }
    type Book implements Media { id: ID!  title: String  stars: Int  reviews: [Review]  must: Int! }
    type Film implements Media { id: ID!  title: String  stars: Int  reviews: [Review]  must: Int! }
    type Review { id: ID  flag: Int  about: Media }`),
)

function partsOf(query: string): string[] {
  const document = parse(query)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('The test has no operation.')
  return split(document, operation).map((part) => print(part).replaceAll(/\s+/g, ' '))
}

test('the fields that subgraphs add to an interface of others', () => {
  expect([...objectFields].map(([name, fields]) => [name, [...fields]])).toEqual([
    ['Media', ['stars', 'reviews', 'must']],
  ])
})

test.each([
  ['{ media { reviews { id } stars } }', 'all types are asked for the same'],
  [
    '{ media { ... on Book { reviews { id } } ... on Film { reviews { id } } stars } }',
    'in the end they are',
  ],
  ['{ media { reviews { id } ... on Book { stars title } } }', 'what may be null takes nothing with it'],
  ['{ media { ... on Book { reviews { id } } ... on Film { stars } } }', 'neither holds the other'],
  ['{ a: media { ... on Book { reviews { id } } } b: media { reviews { flag } } }', 'they are places apart'],
  ['mutation { add { reviews { id } ... on Film { reviews { flag } } } }', 'it cannot be done twice'],
])('%s stays: %s', (query) => {
  expect(partsOf(query)).toEqual([query])
})

test('what is asked of some types only is a part of its own', () => {
  expect(
    partsOf(
      '{ media { ... on Film { reviews { flag } } ...All } } fragment All on Media { stars reviews { id } }',
    ),
  ).toEqual([
    '{ media { ... on Film { __typename } ... on Media { stars reviews { id } } } }',
    '{ media { ... on Film { reviews { flag } } } }',
  ])
  expect(partsOf('{ review { about { ... on Film { must } stars } } }')).toEqual([
    '{ review { about { ... on Film { __typename } stars } } }',
    '{ review { about { ... on Film { must } } } }',
  ])
})
