import fc from 'fast-check'
import { Kind, type SelectionNode, parse, print, visit } from 'graphql'
import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'
import { compose } from '../support/bookshop.ts'
import { type Graph, openGraph } from '../support/graph.ts'
import { askInParts, joinParts } from '../support/in-parts.ts'
import { NASTY } from '../support/nasty-graph.ts'
import { randomOperation } from '../support/random-operation.ts'

/** Whatever is asked, and whatever of it is deferred: all parts together are the whole. */
const SEED = Number(process.env.MODEL_SEED ?? 20_261_120)
const RUNS = Number(process.env.MODEL_RUNS ?? 150)

let graph: Graph

beforeAll(async () => {
  graph = await openGraph(NASTY)
})
afterAll(() => graph.stop())

test('random operations, of which random fragments are deferred, give the same in parts', async () => {
  const { apiSchema } = loadSupergraph(compose(graph.parts))
  let inParts = 0
  await fc.assert(
    fc.asyncProperty(
      randomOperation(apiSchema, { depth: 4, aliases: ['a', 'b', 'id', 'title'] }),
      fc.infiniteStream(fc.nat(9)),
      async ({ query, variables }, chance) => {
        fc.pre(query.startsWith('query') || query.startsWith('{'))
        const whole = await graph.ask(query, variables)
        const deferred = deferSome(query, () => chance.next().value ?? 0)
        const parts = []
        for await (const part of askInParts(graph.door.url, deferred, variables)) parts.push(part)
        if (parts[0]?.errors?.some(({ extensions }) => extensions.code === 'OPERATION_TOO_LARGE')) return
        if (parts.length > 1) inParts += 1
        expect(parts.slice(0, -1).every(({ hasNext }) => hasNext === true)).toBe(true)
        expect(parts.at(-1)?.hasNext ?? false).toBe(false)
        const joined = joinParts(parts)
        expect([deferred, joined.failed, parts]).toEqual([deferred, whole.errors !== undefined, parts])
        if (!joined.failed) expect([deferred, sorted(joined.data)]).toEqual([deferred, sorted(whole.data)])
      },
    ),
    { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: 600_000, endOnFailure: true },
  )
  expect(inParts).toBeGreaterThan(RUNS / 4)
}, 600_000)

/** Puts some selections, here and there, into a fragment that is deferred. */
function deferSome(query: string, chance: () => number): string {
  const document = visit(parse(query), {
    SelectionSet: {
      leave(node) {
        if (chance() < 6) return undefined
        const kept: SelectionNode[] = []
        const later: SelectionNode[] = []
        for (const selection of node.selections) (chance() < 5 ? kept : later).push(selection)
        if (later.length === 0) return undefined
        const fragment: SelectionNode = {
          kind: Kind.INLINE_FRAGMENT,
          directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'defer' } }],
          selectionSet: { kind: Kind.SELECTION_SET, selections: later },
        }
        return { ...node, selections: [...kept, fragment] }
      },
    },
  })
  return print(document)
}

/** What comes later comes after, whatever its place in the operation. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
