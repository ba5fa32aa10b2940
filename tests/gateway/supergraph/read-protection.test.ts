import { Supergraph } from '@apollo/federation-internals'
import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'
import { readProtection } from '../../../gateway/supergraph/read-protection.ts'
import { compose, createPart } from '../support/bookshop.ts'

const LINK = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", ${imports}])\n`

function read(sdl: string) {
  const { types, fields } = readProtection(Supergraph.build(sdl, { supportedFeatures: null }))
  return { types: Object.fromEntries(types), fields: Object.fromEntries(fields) }
}

const signedIn = { authenticated: true, scopes: [], policies: [] }

test('what each type and field requires', () => {
  const sdl = compose([
    createPart({
      name: 'a',
      sdl: `
        type Query { a: A @authenticated @requiresScopes(scopes: [["x", "y"], ["z"]]) }
        type A @policy(policies: [["p"]]) { e: E  s: S }
        enum E @authenticated { ONE }
        scalar S @requiresScopes(scopes: [["s"]])`,
      resolvers: {},
    }),
  ])
  expect(read(sdl)).toEqual({
    types: {
      A: { authenticated: false, scopes: [], policies: [['p']] },
      E: signedIn,
      S: { authenticated: false, scopes: [['s']], policies: [] },
    },
    fields: { 'Query.a': { authenticated: true, scopes: [['x', 'y'], ['z']], policies: [] } },
  })
})

test('as composition merged it: what two subgraphs require must all be met', () => {
  const part = (name: string, scopes: string) =>
    createPart({
      name,
      sdl: `type Query { a: Int @shareable @requiresScopes(scopes: ${scopes}) }`,
      resolvers: {},
    })
  expect(read(compose([part('a', '[["x", "y"], ["z"]]'), part('b', '[["z"]]')])).fields).toEqual({
    'Query.a': { authenticated: false, scopes: [['z']], policies: [] },
  })
})

test('under the names that the supergraph’s links give', () => {
  const sdl = compose([
    createPart({
      name: 'a',
      link: LINK('{ name: "@authenticated", as: "@signedIn" }, { name: "@requiresScopes", as: "@may" }'),
      sdl: 'type Query { a: Int @signedIn  b: Int @may(scopes: [["x"]]) }',
      resolvers: {},
    }),
  ])
  expect(sdl).toContain('@signedIn')
  expect(read(sdl).fields).toEqual({
    'Query.a': signedIn,
    'Query.b': { authenticated: false, scopes: [['x']], policies: [] },
  })
  const renamed = sdl
    .replace(
      /@link\(url: "https:\/\/specs.apollo.dev\/authenticated\/v0.1".*?SECURITY\)/,
      '@link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "auth", for: SECURITY)',
    )
    .replaceAll('@signedIn', '@auth')
  expect(read(renamed).fields['Query.a']).toEqual(signedIn)
})

describe('an interface', () => {
  const sdl = compose([
    createPart({
      name: 'a',
      sdl: `
        type Query { i: I }
        interface I { x: Int  y: Int }
        type A implements I @authenticated { x: Int  y: Int @requiresScopes(scopes: [["s"]]) }
        type B implements I { x: Int  y: Int }`,
      resolvers: {},
    }),
  ])

  test('has for its fields what composition wrote, and as a type nothing that is its implementations’', () => {
    expect(sdl).toMatch(/interface I[^{]*@authenticated/)
    const scoped = { authenticated: false, scopes: [['s']], policies: [] }
    expect(read(sdl)).toEqual({ types: { A: signedIn }, fields: { 'I.y': scoped, 'A.y': scoped } })
  })

  test('keeps what older compositions let its author ask for beside', () => {
    const older = sdl.replace(
      /(interface I[^{]*)@authenticated/,
      '$1@authenticated @requiresScopes(scopes: [["i"]])',
    )
    expect(read(older).types.I).toEqual({ authenticated: true, scopes: [['i']], policies: [] })
  })
})

test('a version that is not known is not served', () => {
  const sdl = compose([createPart({ name: 'a', sdl: 'type Query { a: Int @authenticated }', resolvers: {} })])
  for (const purpose of [', for: SECURITY', '']) {
    expect(() =>
      loadSupergraph(
        sdl.replace(
          '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)',
          `@link(url: "https://specs.apollo.dev/authenticated/v0.9"${purpose})`,
        ),
      ),
    ).toThrow(
      'The supergraph uses @authenticated as of https://specs.apollo.dev/authenticated/v0.9, which this gateway does not know, so it does not serve it.',
    )
  }
})
