import fc from 'fast-check'
import { type GraphQLSchema, execute, parse } from 'graphql'
import { loadSupergraph } from '../../gateway/supergraph/load-supergraph.ts'
import { compose, createPart } from './support/bookshop.ts'
import { type Door, openDoor } from './support/door.ts'
import { type FailingSubgraph, openFailingSubgraph } from './support/failing-subgraph.ts'

/**
 * A subgraph over real HTTP whose right answers are changed at random on their way: whatever it sends, the client's data
 * fits the schema, and what is wrong is a coded error. `FUZZ_SEED` and `FUZZ_RUNS` look further.
 */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_801)
const RUNS = Number(process.env.FUZZ_RUNS ?? 500)

const good = createPart({
  name: 'good',
  sdl: 'type Query { things: [Thing!]! } type Thing @key(fields: "id") { id: ID! }',
  resolvers: { Query: { things: () => [{ id: '1' }, { id: '2' }, { id: '1' }] } },
})
const part = { __typename: 'Wheel', name: 'front', spokes: 32 }
const bad = createPart({
  name: 'bad',
  sdl: `
    type Query { best: Thing  parts: [Part!]! }
    type Thing @key(fields: "id") {
      id: ID!  count: Int  ratio: Float!  name: String!  on: Boolean  kind: Kind!  any: Any  ref: ID
      tags: [String!]!  grid: [[Int]]  part: Part  parts: [Part!]  found: [Found]!  next: Thing!
    }
    interface Part { name: String! }
    type Wheel implements Part { name: String!  spokes: Int! }
    type Bell implements Part { name: String!  loud: Boolean }
    union Found = Wheel | Thing
    enum Kind { NEW OLD }  scalar Any`,
  resolvers: {
    Query: { best: () => thing('7'), parts: () => [part, { __typename: 'Bell', name: 'ring', loud: true }] },
    Thing: {
      __resolveReference: ({ id }: { id: string }) => thing(id),
      next: ({ id }: { id: string }) => thing(`${id}0`),
    },
    Part: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Found: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  },
})

function thing(id: string): unknown {
  return {
    __typename: 'Thing',
    id,
    count: 3,
    ratio: 0.5,
    name: `Thing ${id}`,
    on: true,
    kind: 'NEW',
    any: { free: ['form', 1] },
    ref: 'r',
    tags: ['a', 'b'],
    grid: [[1, null], null, []],
    part,
    parts: [part],
    found: [part, { __typename: 'Thing', id: '9' }, null],
  }
}

const QUERIES = [
  `{ things { id count ratio name on kind any ref tags grid } }`,
  `{ things { part { __typename name ... on Wheel { spokes } } parts { __typename name } found { __typename ... on Thing { id } } } }`,
  `{ best { id name next { name next { kind parts { name } } } } parts { __typename name ... on Bell { loud } } }`,
  `{ things { next { id count } } best { found { __typename } tags } other: things { name } }`,
]

let failing: FailingSubgraph
let door: Door
let apiSchema: GraphQLSchema
let change: (answer: unknown) => { status: number; text: string } = right

function right(answer: unknown): { status: number; text: string } {
  return { status: 200, text: JSON.stringify(answer) }
}

beforeAll(async () => {
  failing = await openFailingSubgraph((_request, response, body) => void answer(body, response))
  apiSchema = loadSupergraph(compose([good, bad])).apiSchema
  door = await openDoor([good, bad], 'in process', {
    reach: {
      subgraphs: [good.subgraph],
      urls: { bad: failing.url },
      http: { timeoutMs: 5_000, maxResponseBytes: 1_000_000 },
      guard: {
        breaker: { share: 0.99, withinMs: 1_000, leastPerSecond: 1_000_000 },
        retries: { attempts: 0, firstDelayMs: 1, share: 0, atOnce: 0 },
      },
    },
  })
})
afterAll(async () => {
  await door.stop()
  await failing.stop()
})

async function answer(
  body: string,
  response: { writeHead(status: number): { end(text: string): void } },
): Promise<void> {
  const { query, variables, operationName } = JSON.parse(body) as {
    query: string
    variables: Record<string, unknown>
    operationName?: string
  }
  const result = await execute({
    schema: bad.subgraph.schema,
    document: parse(query),
    variableValues: variables,
    operationName,
    contextValue: {},
  })
  const { status, text } = change(JSON.parse(JSON.stringify(result)))
  response.writeHead(status).end(text)
}

/** Anything that JSON can say, and what JavaScript may trip over. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1.5,
    2 ** 31,
    1e300,
    '',
    '7',
    'NEW',
    'HUGE',
    true,
    [],
    {},
    [[]],
    [null],
    { __typename: 'Bell' },
    { __typename: 'Secret' },
    { __typename: 7 },
    JSON.parse('{"__proto__":{"name":"x"},"constructor":1}'),
    JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)),
    'x'.repeat(10_000),
  ),
)

type Change = (answer: unknown) => unknown

/** Something at the nth place of an answer, whatever that is. */
const inPlace: fc.Arbitrary<Change> = fc
  .tuple(
    fc.nat(200),
    fc.constantFrom('replace', 'remove', 'add', 'wrap', 'repeat'),
    anything,
    fc.constantFrom('x', '__proto__', '__typename', 'name', 'id'),
  )
  .map(([nth, what, given, key]) => (answer) => {
    const value: unknown = structuredClone(given)
    const places: [holder: Record<string, unknown>, key: string][] = []
    const visit = (holder: unknown): void => {
      if (typeof holder !== 'object' || holder === null || places.length > 500) return
      for (const inner of Object.keys(holder)) {
        places.push([holder as Record<string, unknown>, inner])
        visit((holder as Record<string, unknown>)[inner])
      }
    }
    visit(answer)
    const place = places[nth % places.length]
    if (!place) return answer
    const [holder, at] = place
    if (what === 'replace') holder[at] = value
    else if (what === 'remove') Reflect.deleteProperty(holder, at)
    else if (what === 'wrap') holder[at] = [holder[at]]
    else if (what === 'add')
      Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
    else if (Array.isArray(holder[at]))
      holder[at] = [...(holder[at] as unknown[]), ...(holder[at] as unknown[])]
    return answer
  })

const withErrors: fc.Arbitrary<Change> = fc
  .array(
    fc.oneof(
      anything,
      fc.record({
        message: fc.string(),
        path: fc.option(
          fc.oneof(
            fc.array(anything, { maxLength: 3 }),
            fc.constantFrom(['_entities', 0], ['_entities', 1, 'part'], ['best', 'name'], ['_entities_1', 0]),
          ),
          { nil: undefined },
        ),
        extensions: fc.option(
          fc.oneof(
            anything,
            fc.record({ code: fc.oneof(fc.string(), anything), stacktrace: fc.constant(['at secret.ts:1']) }),
          ),
          {
            nil: undefined,
          },
        ),
      }),
    ),
    { maxLength: 3 },
  )
  .map((errors) => (answer) => ({ ...(answer as object), errors }))

const inText: fc.Arbitrary<(text: string) => { status: number; text: string }> = fc.oneof(
  { weight: 8, arbitrary: fc.constant((text: string) => ({ status: 200, text })) },
  {
    weight: 1,
    arbitrary: fc.nat(300).map((at) => (text: string) => ({ status: 200, text: text.slice(0, at) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(300), fc.string({ unit: 'binary', maxLength: 5 }))
      .map(([at, added]) => (text: string) => ({
        status: 200,
        text: text.slice(0, at) + added + text.slice(at),
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(201, 400, 401, 404, 500, 503)
      .map((status) => (text: string) => ({ status, text })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', '<h1>Oh</h1>', '\u{feff}{}', 'null', '[]', '"x"')
      .map((text) => () => ({ status: 200, text })),
  },
)

const changes = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: inPlace }, { weight: 1, arbitrary: withErrors }), {
      minLength: 1,
      maxLength: 3,
    }),
    inText,
  )
  .map(
    ([all, write]) =>
      (answer: unknown) =>
        write(JSON.stringify(all.reduce((changed, one) => one(changed), answer))),
  )

test.each(QUERIES)('right answers come as they are: %s', async (query) => {
  change = right
  const { body } = await door.ask(query)
  expect(body.errors).toBeUndefined()
  expect(await fits(query, body.data)).toEqual(body.data)
})

test('whatever a subgraph sends, the data fits the schema and errors have a code', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...QUERIES), changes, async (query, changed) => {
      change = changed
      const { status, body } = await door.ask(query)
      expect(status).toBe(200)
      for (const error of body.errors ?? []) {
        expect(error).toEqual({
          message: expect.any(String) as string,
          ...(error.path
            ? { path: error.path.map((step) => (typeof step === 'number' ? step : expect.any(String))) }
            : {}),
          extensions: expect.objectContaining({ code: expect.any(String) as string }) as object,
        })
        expect(error.extensions).not.toHaveProperty('stacktrace')
      }
      if (body.data) expect(await fits(query, body.data)).toEqual(body.data)
      else expect(body.errors?.length).toBeGreaterThan(0)
    }),
    { seed: SEED, numRuns: RUNS },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('name' in {}).toBe(false)
}, 120_000)

/** The data as a server of the whole schema writes it when it has it already: the same, if it fits. */
async function fits(query: string, data: unknown): Promise<unknown> {
  const result = await execute({
    schema: apiSchema,
    document: parse(query),
    rootValue: data,
    fieldResolver: (source: Record<string, unknown>, _args, _context, info) => source[info.path.key],
    typeResolver: (source: { __typename?: string }) => source.__typename ?? 'Wheel',
  })
  expect(result.errors).toBeUndefined()
  return JSON.parse(JSON.stringify(result.data))
}
