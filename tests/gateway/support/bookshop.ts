import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { GraphQLError, parse } from 'graphql'
import type { Subgraph, SubgraphRequest } from '../../../kit/subgraph.ts'

type BookshopContext = { headers: SubgraphRequest['headers'] }

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer Modules
  ? Modules extends { resolvers?: infer Map }
    ? Map
    : never
  : never

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@override", "@interfaceObject",
    "@authenticated", "@requiresScopes", "@policy", "@context", "@fromContext"])\n`

/** A part of a graph, with its text for composition, and everything that reached it. */
export type Part = { typeDefs: string; subgraph: Subgraph; requests: SubgraphRequest['headers'][] }

export function createPart(options: {
  name: string
  sdl: string
  resolvers: object
  /** What the subgraph imports, when it is not Federation 2 with all that it offers. */
  link?: string
  context?(request: SubgraphRequest): Promise<object>
}): Part {
  const { name, sdl, resolvers } = options
  const typeDefs = (options.link ?? LINK) + sdl
  const requests: SubgraphRequest['headers'][] = []
  return {
    typeDefs,
    requests,
    subgraph: {
      name,
      schema: buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as Resolvers & object }),
      async context(request) {
        requests.push(request.headers)
        return (await options.context?.(request)) ?? { headers: request.headers }
      },
      async start() {},
      async stop() {},
      waitingFor: async () => [],
    },
  }
}

/** @throws with composition's own words when the parts do not fit */
export function compose(parts: readonly Part[], urls: Record<string, string> = {}): string {
  const { supergraphSdl, errors } = composeServices(
    parts.map(({ typeDefs, subgraph: { name } }) => ({
      name,
      url: urls[name] ?? 'http://127.0.0.1:9/graphql',
      typeDefs: parse(typeDefs),
    })),
  )
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}

/** Events that a test sends when it wants, to all who listen. */
export function createSource<Event>() {
  const listeners = new Set<(event: Event | 'end') => void>()
  return {
    get listeners() {
      return listeners.size
    },
    emit(event: Event): void {
      for (const listener of listeners) listener(event)
    },
    end(): void {
      for (const listener of listeners) listener('end')
    },
    iterate(first: Event[] = []): AsyncIterableIterator<Event> {
      const waiting: (Event | 'end')[] = [...first]
      let wake: (() => void) | undefined
      let over = false
      const listen = (event: Event | 'end') => {
        waiting.push(event)
        wake?.()
      }
      listeners.add(listen)
      return {
        async next() {
          while (waiting.length === 0 && !over) await new Promise<void>((resolve) => (wake = resolve))
          const event = waiting.shift()
          if (over || event === undefined || event === 'end') {
            listeners.delete(listen)
            return { done: true, value: undefined }
          }
          return { done: false, value: event }
        },
        async return() {
          over = true
          listeners.delete(listen)
          wake?.()
          return { done: true, value: undefined }
        },
        [Symbol.asyncIterator]() {
          return this
        },
      }
    },
  }
}

export type Review = { id: string; stars: number; bookId: string; authorId: string }

const PEOPLE: Record<string, { id: string; name: string }> = {
  p1: { id: 'p1', name: 'Siti' },
  p2: { id: 'p2', name: 'Budi' },
}
const BOOKS: Record<string, { id: string; title: string; published: Date }> = {
  b1: { id: 'b1', title: 'Laskar Pelangi', published: new Date('2005-09-01T00:00:00Z') },
  b2: { id: 'b2', title: 'Bumi Manusia', published: new Date('1980-08-25T00:00:00Z') },
}

/** Three subgraphs: people, books and reviews; a review names a book and a person, and reviews can be followed live. */
export function createBookshop() {
  const reviews = createSource<Review>()
  const flood = { ended: false }
  const shelf: Review[] = [
    { id: 'r1', stars: 5, bookId: 'b1', authorId: 'p1' },
    { id: 'r2', stars: 3, bookId: 'b2', authorId: 'p2' },
  ]
  const people = createPart({
    name: 'people',
    sdl: `
      type Query { me: Person  person(id: ID!): Person }
      type Person @key(fields: "id") { id: ID!  name: String!  secret: String  locale: String }
    `,
    resolvers: {
      Query: {
        me: () => PEOPLE.p1,
        person: (_: unknown, { id }: { id: string }) => PEOPLE[id],
      },
      Person: {
        __resolveReference: ({ id }: { id: string }) => PEOPLE[id],
        secret() {
          throw new GraphQLError('This is not yours.', {
            extensions: { code: 'FORBIDDEN', stacktrace: ['at people.ts:1'] },
          })
        },
        locale: (_: unknown, __: unknown, context: BookshopContext) => context.headers['accept-language'],
      },
    },
  })
  const books = createPart({
    name: 'books',
    sdl: `
      scalar Moment
      type Query { books(first: Int = 10): [Book!]!  book(id: ID!): Book  echo(value: Moment): Moment }
      type Mutation { rename(id: ID!, title: String!): Book }
      type Book @key(fields: "id") { id: ID!  title: String!  published: Moment  cost: Int @inaccessible }
    `,
    resolvers: {
      Query: {
        books: (_: unknown, { first }: { first: number }) => Object.values(BOOKS).slice(0, first),
        book: (_: unknown, { id }: { id: string }) => BOOKS[id],
        echo: (_: unknown, { value }: { value: unknown }) => value,
      },
      Mutation: {
        rename: (_: unknown, { id, title }: { id: string; title: string }) => ({ ...BOOKS[id], title }),
      },
      Book: { __resolveReference: ({ id }: { id: string }) => BOOKS[id] },
    },
  })
  const reviewsPart = createPart({
    name: 'reviews',
    sdl: `
      type Query { reviews: [Review!]! }
      type Subscription { reviewed(bookId: ID): Review  forbidden: Review  flood(count: Int!): Review }
      type Review @key(fields: "id") { id: ID!  stars: Int!  book: Book  author: Person  broken: String }
      type Book @key(fields: "id") { id: ID!  reviews: [Review!]! }
      type Person @key(fields: "id") { id: ID!  reviews: [Review!]! }
    `,
    resolvers: {
      Query: { reviews: () => shelf },
      Subscription: {
        reviewed: {
          subscribe: (_: unknown, { bookId }: { bookId?: string }) =>
            reviews.iterate(bookId ? shelf.filter((review) => review.bookId === bookId) : []),
          resolve: (review: Review) => review,
        },
        forbidden: {
          subscribe() {
            throw new GraphQLError('Tutors only.', { extensions: { code: 'FORBIDDEN' } })
          },
        },
        flood: {
          async *subscribe(_: unknown, { count }: { count: number }) {
            try {
              for (let n = 0; n < count; n++)
                yield { id: 'x'.repeat(10_000), stars: n, bookId: 'b1', authorId: 'p1' }
            } finally {
              flood.ended = true
            }
          },
          resolve: (review: Review) => review,
        },
      },
      Review: {
        book: ({ bookId }: Review) => ({ __typename: 'Book', id: bookId }),
        author: ({ authorId }: Review) => ({ __typename: 'Person', id: authorId }),
        broken() {
          throw new GraphQLError('Something went wrong on our side.', {
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          })
        },
      },
      Book: { reviews: ({ id }: { id: string }) => shelf.filter(({ bookId }) => bookId === id) },
      Person: { reviews: ({ id }: { id: string }) => shelf.filter(({ authorId }) => authorId === id) },
    },
  })
  return { people, books, reviews: reviewsPart, parts: [people, books, reviewsPart], source: reviews, flood }
}
