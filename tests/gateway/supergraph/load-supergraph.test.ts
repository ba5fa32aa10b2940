import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'
import { decideOverrides } from '../../../gateway/supergraph/decide-overrides.ts'
import { createPart } from '../support/bookshop.ts'
import { openDoor } from '../support/door.ts'

describe('a supergraph that cannot be served says why in one line', () => {
  test('text that is no GraphQL', () => {
    expect(() => loadSupergraph('type Query {\n  a: \n}')).toThrow(
      'The supergraph is not GraphQL: Syntax Error: Expected Name, found "}". (line 3, column 1)',
    )
  })

  test('a schema that was not composed', () => {
    expect(() => loadSupergraph('type Query { a: Int }')).toThrow(/^The supergraph cannot be served: [^\n]+$/)
  })
})

describe('a field that moves from one subgraph to another in steps', () => {
  const parts = (label: string) => [
    createPart({
      name: 'old',
      sdl: 'type Query { user: User } type User @key(fields: "id") { id: ID!  badge: String }',
      resolvers: { Query: { user: () => ({ id: '1' }) }, User: { badge: () => 'old' } },
    }),
    createPart({
      name: 'new',
      sdl: `type User @key(fields: "id") { id: ID!  badge: String @override(from: "old", label: "${label}") }`,
      resolvers: { User: { badge: () => 'new' } },
    }),
  ]

  test.each([
    ['percent(0)', 'old'],
    ['percent(100)', 'new'],
    ['beta', 'old'],
  ])('%s is served by the %s one', async (label, expected) => {
    const door = await openDoor(parts(label), 'in process')
    try {
      expect((await door.ask('{ user { badge } }')).body).toEqual({ data: { user: { badge: expected } } })
    } finally {
      await door.stop()
    }
  })

  test('for a share of people, always the same ones', () => {
    const moved = (percent: number) =>
      Array.from({ length: 2_000 }, (_, n) => `person-${n}`).filter(
        (key) => decideOverrides([`percent(${percent})`], key).get(`percent(${percent})`) === true,
      )
    expect(moved(20).length).toBeGreaterThan(340)
    expect(moved(20).length).toBeLessThan(460)
    expect(moved(5).every((key) => moved(20).includes(key))).toBe(true)
  })
})
