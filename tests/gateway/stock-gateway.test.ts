import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway'
import fc from 'fast-check'
import { parse } from 'graphql'
import { compose, createBookshop } from './support/bookshop.ts'
import { type Door, openDoor } from './support/door.ts'

/**
 * Our executor beside the one that comes with `@apollo/gateway`, on the same graph, over operations made at random. Where
 * the stock one is known to be wrong stands in corrections/ and graphs/; on this graph it is right.
 */
process.env.APOLLO_TELEMETRY_DISABLED = '1'

const { parts } = createBookshop()
const stock = new ApolloGateway({
  supergraphSdl: compose(parts),
  buildService: ({ name }) => {
    const part = parts.find(({ subgraph }) => subgraph.name === name)
    if (!part) throw new Error(`No subgraph ${name}`)
    return new LocalGraphQLDataSource(part.subgraph.schema)
  },
})
let executor: Awaited<ReturnType<typeof stock.load>>['executor']
let door: Door

beforeAll(async () => {
  ;({ executor } = await stock.load())
  door = await openDoor(parts, 'in process')
})
afterAll(async () => {
  await stock.stop()
  await door.stop()
})

const person = fc.constantFrom('id', 'name', 'called: name', '__typename')
const bookLeaf = fc.constantFrom('id', 'title', 'published', 'named: title', '__typename')
const condition = fc.constantFrom(
  '',
  '@include(if: $yes)',
  '@skip(if: $yes)',
  '@include(if: false)',
  '@skip(if: false)',
)

const { selection } = fc.letrec<{ selection: string; review: string; book: string }>((tie) => ({
  review: fc
    .tuple(
      fc.constantFrom('id', 'stars', '__typename'),
      fc.option(fc.tuple(tie('book'), condition), { nil: undefined, depthSize: 'small' }),
      fc.option(fc.tuple(person, person, condition), { nil: undefined }),
    )
    .map(
      ([leaf, book, author]) =>
        `${leaf} ${book ? `book ${book[1]} { ${book[0]} }` : ''} ${author ? `author ${author[2]} { ${author[0]} ... on Person { ${author[1]} } }` : ''}`,
    ),
  book: fc
    .tuple(
      bookLeaf,
      bookLeaf,
      condition,
      fc.option(tie('review'), { nil: undefined, depthSize: 'small', maxDepth: 3 }),
    )
    .map(
      ([one, two, when, review]) => `${one} ... ${when} { ${two} } ${review ? `reviews { ${review} }` : ''}`,
    ),
  selection: fc
    .tuple(tie('book'), tie('review'), person)
    .map(([book, review, me]) => `me { ${me} } books { ${book} } reviews { ${review} }`),
}))

test('operations made at random are answered as the stock gateway answers them', async () => {
  await fc.assert(
    fc.asyncProperty(selection, fc.boolean(), async (fields, yes) => {
      const query = `query ($yes: Boolean!) { ${fields} anyway: me @include(if: $yes) { id } }`
      const { body } = await door.ask(query, { yes })
      expect(body.data).toBeTruthy()
      expect(JSON.parse(JSON.stringify({ data: body.data, errors: body.errors }))).toEqual(
        await stockAnswer(query, { yes }),
      )
    }),
    { seed: Number(process.env.MODEL_SEED ?? 20_260_801), numRuns: 150 },
  )
}, 60_000)

async function stockAnswer(query: string, variables: Record<string, unknown>): Promise<unknown> {
  const document = parse(query)
  const [operation] = document.definitions
  // What Apollo Server gives its gateway.
  const context = {
    request: { query, variables },
    queryHash: query,
    document,
    operation,
    operationName: null,
    source: query,
    context: {},
    schema: stock.schema,
    metrics: {},
    logger: console,
    cache: new Map(),
    overallCachePolicy: {},
  }
  const { data, errors } = await executor(context as never)
  return JSON.parse(JSON.stringify({ data, errors }))
}
