import { readFileSync } from 'node:fs'
import { type OperationDefinitionNode, parse } from 'graphql'
import { cacheControlOf, readCacheHints } from '../../../gateway/operation/cache-policy.ts'
import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'
import { CACHE_CONTROL } from '../support/cache-control.ts'
import { compose, createPart } from '../support/bookshop.ts'

const supergraph = loadSupergraph(
  compose([
    createPart({
      name: 'library',
      sdl: `${CACHE_CONTROL}
        type Query {
          book: Book @cacheControl(maxAge: 60)
          author: Author
          shelf: Shelf
          mine: Book @cacheControl(maxAge: 10, scope: PRIVATE)
          title: String
          hours: String @cacheControl(maxAge: 5)
          inherited: Cover @cacheControl(inheritMaxAge: true)
          thing: Thing @cacheControl(maxAge: 40)
        }
        type Mutation { rename: Book @cacheControl(maxAge: 60) }
        interface Thing { name: String }
        type Book implements Thing @key(fields: "id") {
          id: ID!
          name: String
          pages: Int @cacheControl(maxAge: 30)
          author: Author
          cover: Cover
          kept: Cover @cacheControl(inheritMaxAge: true)
          never: Int @cacheControl(maxAge: 0)
        }
        type Pen implements Thing { name: String @cacheControl(maxAge: 20, scope: PRIVATE) }
        type Author @cacheControl(maxAge: 120) { name: String  email: String @cacheControl(scope: PRIVATE) }
        type Cover { colour: String }
        type Shelf @cacheControl(maxAge: 90) { books: [Book] @cacheControl(inheritMaxAge: true) }
      `,
      resolvers: {},
    }),
    createPart({
      name: 'reviews',
      sdl: 'type Book @key(fields: "id") { id: ID!  stars: Int  reviews: [Review] } type Review { text: String }',
      resolvers: {},
    }),
  ]),
)

function policyOf(query: string, { cacheHints: hints, apiSchema: schema } = supergraph): string | undefined {
  const document = parse(query)
  const definition = document.definitions[0] as OperationDefinitionNode
  return cacheControlOf({ hints, schema, document, definition, restricted: false })
}

test.each([
  ['a field’s own age', '{ book { name } }', 'max-age=60, public'],
  ['the shortest age of all', '{ book { name pages } }', 'max-age=30, public'],
  ['an age of none', '{ book { never } }', undefined],
  ['the age of its type', '{ author { name } }', 'max-age=120, public'],
  ['a list that inherits', '{ shelf { books { name } } }', 'max-age=90, public'],
  ['an object without an age', '{ book { cover { colour } } }', undefined],
  ['an object with its type’s age', '{ book { author { name } } }', 'max-age=60, public'],
  ['an object that inherits', '{ book { kept { colour } } }', 'max-age=60, public'],
  ['a root field without an age', '{ book { name } title }', undefined],
  ['a root field, which has nothing to inherit', '{ inherited { colour } }', undefined],
  ['a leaf at the root with an age', '{ hours }', 'max-age=5, public'],
  ['what is private', '{ mine { name } book { name } }', 'max-age=10, private'],
  ['a private field', '{ author { email } }', 'max-age=120, private'],
  ['leaves of another subgraph', '{ book { stars } }', 'max-age=60, public'],
  ['objects of another subgraph', '{ book { reviews { text } } }', undefined],
  [
    'fragments',
    'query { ...A } fragment A on Query { book { ...B } } fragment B on Book { pages }',
    'max-age=30, public',
  ],
  [
    'a fragment that is spread twice',
    '{ book { ...B } mine { ...B } } fragment B on Book { name }',
    'max-age=10, private',
  ],
  ['any type that may come', '{ thing { name } }', 'max-age=20, private'],
  ['introspection beside it', '{ __typename book { __typename name } }', 'max-age=60, public'],
  ['introspection alone', '{ __schema { queryType { name } } }', undefined],
  ['a mutation', 'mutation { rename { name } }', undefined],
])('%s', (_what, query, policy) => {
  expect(policyOf(query)).toBe(policy)
})

test('what not everybody may see is private', () => {
  const document = parse('{ hours }')
  const definition = document.definitions[0] as OperationDefinitionNode
  const { cacheHints: hints, apiSchema: schema } = supergraph
  expect(cacheControlOf({ hints, schema, document, definition, restricted: true })).toBe('max-age=5, private')
})

test('without a hint nothing is kept', () => {
  expect(readCacheHints(parse('type Query { a: Int }')).size).toBe(0)
})

test('in Simpul’s own graph, skills and exams may be kept by whoever asked, and nothing else', () => {
  const own = loadSupergraph(readFileSync('schema/supergraph.graphql', 'utf8'))
  expect(policyOf('{ skills { code name parent { code } children { name } } }', own)).toBe(
    'max-age=300, private',
  )
  expect(
    policyOf(
      '{ exams { edges { cursor node { title titles { id } sections { title count } } } pageInfo { hasNextPage } } }',
      own,
    ),
  ).toBe('max-age=60, private')
  expect(policyOf('{ examByCode(code: "x") { sections { questions { stem } } } }', own)).toBeUndefined()
  expect(policyOf('{ me { name } skills { name } }', own)).toBeUndefined()
  expect([...own.cacheHints.keys()].sort()).toEqual([
    'BilingualText',
    'Exam',
    'ExamConnection',
    'ExamEdge',
    'ExamSection',
    'PageInfo',
    'Skill',
  ])
})
