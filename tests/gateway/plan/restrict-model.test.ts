import fc from 'fast-check'
import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'
import { compose } from '../support/bookshop.ts'
import { type Callers, createCallers } from '../support/callers.ts'
import { type Graph, openGraph } from '../support/graph.ts'
import { NASTY } from '../support/nasty-graph.ts'
import { randomOperation } from '../support/random-operation.ts'

/** Whatever is asked, in whatever way: who may not see something neither gets it nor has it fetched. */
const SEED = Number(process.env.MODEL_SEED ?? 20_261_121)
const RUNS = Number(process.env.MODEL_RUNS ?? 200)

/** Protected: two fields of entities, one that two subgraphs have; an object in unions; a type that an interface has. */
const PROTECTED: Record<string, readonly [string, string][]> = {
  catalog: [
    [
      'type Film implements Media @key(fields: "id") {',
      'type Film implements Media @key(fields: "id") @authenticated {',
    ],
  ],
  reviews: [['body: String', 'body: String @authenticated']],
  people: [
    [
      'nick: String @override(from: "reviews", label: "percent(50)")',
      'nick: String @authenticated @override(from: "reviews", label: "percent(50)")',
    ],
    ['street: String', 'street: String @authenticated'],
  ],
}
const VALUES = new Set(['good', 'bad', 'long', 'short', 'si', 'bu', 'ay', 'Jalan Braga'])
const FIELDS = /\b(body|nick|street|minutes)\b/

let callers: Callers
let graph: Graph

beforeAll(async () => {
  callers = await createCallers()
  const subgraphs = Object.entries(NASTY).map(([name, { sdl, resolvers }]) => {
    let text = sdl
    for (const [open, closed] of PROTECTED[name] ?? []) {
      expect(text).toContain(open)
      text = text.replace(open, closed)
    }
    return [name, { sdl: text, resolvers }] as const
  })
  graph = await openGraph(Object.fromEntries(subgraphs), 'in process', callers.options)
})
afterAll(() => graph.stop())

test('random operations of one who has not signed in', async () => {
  const { apiSchema } = loadSupergraph(compose(graph.parts))
  const headers = await callers.headers()
  let refused = 0
  let shown = 0
  await fc.assert(
    fc.asyncProperty(
      randomOperation(apiSchema, { depth: 4, aliases: ['a', 'body', 'nick', 'id', 'title'] }),
      async ({ query, variables }) => {
        const anonymous = await graph.ask(query, variables)
        expect([query, values(anonymous.data).filter((value) => VALUES.has(value))]).toEqual([query, []])
        expect([query, graph.asked.filter(selects)]).toEqual([query, []])
        if (anonymous.errors?.some(({ extensions }) => extensions.code === 'UNAUTHORIZED_FIELD_OR_TYPE'))
          refused += 1
        const signedIn = await graph.ask(query, variables, headers)
        expect(signedIn.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain(
          'UNAUTHORIZED_FIELD_OR_TYPE',
        )
        if (values(signedIn.data).some((value) => VALUES.has(value))) shown += 1
      },
    ),
    { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: 600_000, endOnFailure: true },
  )
  // Else nothing was tried.
  expect(refused).toBeGreaterThan(RUNS / 8)
  expect(shown).toBeGreaterThan(RUNS / 20)
}, 600_000)

/** Whether a request to a subgraph selects what is protected; what a client calls so is none of it. */
function selects(request: string): boolean {
  return FIELDS.test(request.replaceAll(/"[^"]*"/g, '').replaceAll(/\w+:/g, ''))
}

function values(data: unknown): string[] {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(values) : []
}
