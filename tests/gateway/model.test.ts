import fc from 'fast-check'
import { type GraphQLSchema, execute, parse, validate } from 'graphql'
import { loadSupergraph } from '../../gateway/supergraph/load-supergraph.ts'
import { compose, createPart } from './support/bookshop.ts'
import { type Graph, openGraph } from './support/graph.ts'
import { NASTY, createModel } from './support/nasty-graph.ts'
import { type RandomOperation, randomOperation } from './support/random-operation.ts'

/**
 * The gateway over a graph with every knot of federation, beside one schema over the same data without any federation:
 * whatever is asked, the data must be the same, to the order of its keys. Planners that others share bugs with cannot
 * hide them here. `MODEL_SEED` and `MODEL_RUNS` look further.
 */
const SEED = Number(process.env.MODEL_SEED ?? 20_260_801)
const RUNS = Number(process.env.MODEL_RUNS ?? 400)

/** What the planner reads for itself, or what every JavaScript object has. */
const ALIASES = [
  'id',
  'title',
  'price',
  'isbn',
  'code',
  'owner',
  'dims',
  '__typename',
  'constructor',
  'a',
  'b',
]

let graph: Graph
let model: GraphQLSchema

const parts = Object.entries(NASTY).map(([name, part]) => createPart({ name, ...part }))
const { apiSchema } = loadSupergraph(compose(parts))

beforeAll(async () => {
  graph = await openGraph(NASTY)
  model = createModel(apiSchema)
})
afterAll(() => graph.stop())

test('random operations give what one schema over the same data gives', async () => {
  await fc.assert(
    fc.asyncProperty(randomOperation(apiSchema, { depth: 5, aliases: ALIASES }), async (operation) => {
      fc.pre(validate(model, parse(operation.query)).length === 0)
      const { data, errors } = await graph.ask(operation.query, operation.variables)
      const expected = await answerOfModel(operation)
      expect(JSON.stringify(data, null, 1)).toBe(JSON.stringify(expected.data, null, 1))
      expect(explained(data, errors)).toEqual(explained(expected.data, expected.errors))
    }),
    { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: 600_000 },
  )
}, 600_000)

/** The nulls that errors explain: of several within one null, a server may tell any. */
function explained(
  data: unknown,
  errors: readonly { path?: readonly unknown[] | undefined }[] = [],
): string[] {
  const nulls = errors.map(({ path = [] }) => {
    let value = data
    const depth = path.findIndex((step) => {
      if (value === null) return true
      value = (value as Record<string, unknown>)[String(step)]
      return false
    })
    return JSON.stringify(depth === -1 ? path : path.slice(0, depth))
  })
  return [...new Set(nulls)].sort()
}

async function answerOfModel({ query, variables }: RandomOperation) {
  return execute({ schema: model, document: parse(query), variableValues: variables })
}
