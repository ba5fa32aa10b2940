import { GraphQLError } from 'graphql'
import { type Graph, openGraph } from '../support/graph.ts'

/** What stands in place of data: one coded error for each reason, not one for each of its consequences. */
let graph: Graph
let answer: unknown

beforeAll(async () => {
  graph = await openGraph({
    shelf: {
      sdl: `type Query { books: [Book]  book: Book  first: Book! }
        type Book @key(fields: "id") { id: ID!  next: Book }`,
      resolvers: {
        Query: {
          books: () => [{ id: '1' }, { id: '2' }, { id: '3' }],
          book: () => ({ id: '2', next: { id: '1' } }),
          first: () => ({ id: '2' }),
        },
      },
    },
    sizes: {
      sdl: 'type Book @key(fields: "id") { id: ID!  pages: Int!  weight: Int }',
      resolvers: {
        Book: {
          async __resolveReference({ id }: { id: string }) {
            if (id !== '2') return { id, pages: 10, weight: 1 }
            if (answer instanceof Error) throw answer
            return answer
          },
        },
      },
    },
  })
})
afterAll(() => graph.stop())

const told = async (query: string) => {
  const { data, errors = [] } = await graph.ask(query)
  return { data, errors: errors.map(({ message, path, extensions }) => [extensions.code, path, message]) }
}

const missing = 'Cannot return null for non-nullable field Book.pages.'

test('an entity that a subgraph does not have is told where its field is missed', async () => {
  answer = null
  expect(await told('{ books { pages weight } }')).toEqual({
    data: { books: [{ pages: 10, weight: 1 }, null, { pages: 10, weight: 1 }] },
    errors: [['SUBREQUEST_MALFORMED_RESPONSE', ['books', 1, 'pages'], missing]],
  })
  // What may be null may be missing.
  expect(await told('{ books { weight } }')).toEqual({
    data: { books: [{ weight: 1 }, { weight: null }, { weight: 1 }] },
    errors: [],
  })
})

test("an entity's error explains the null that it leaves, however far that goes up", async () => {
  answer = new GraphQLError('Gone.', { extensions: { code: 'GONE' } })
  expect(await told('{ books { pages } }')).toEqual({
    data: { books: [{ pages: 10 }, null, { pages: 10 }] },
    errors: [['GONE', ['books', 1], 'Gone.']],
  })
  expect(await told('{ first { id pages } }')).toEqual({
    data: null,
    errors: [['GONE', ['first'], 'Gone.']],
  })
})

test('and nothing else: what has another reason is told beside it', async () => {
  answer = { id: '2', pages: null, weight: 1 }
  const { data, errors } = await told('{ books { weight } book { pages next { pages } } }')
  expect(data).toEqual({ books: [{ weight: 1 }, { weight: 1 }, { weight: 1 }], book: null })
  expect(errors.map(([, path]) => path)).toEqual([['book', 'pages']])
})
