import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner'
import { parse } from 'graphql'
import {
  type NeedyFetch,
  addBareFetches,
  readFieldNeeds,
} from '../../../../gateway/plan/corrections/bare-fetches.ts'

const needs = readFieldNeeds(
  parse(`
    enum join__Graph { STOCK @join__graph(name: "stock", url: "")  BOOKS @join__graph(name: "books", url: "") }
    type Book @join__type(graph: STOCK, key: "isbn") @join__type(graph: BOOKS, key: "isbn") {
      isbn: ID!
      dims: Dims @join__field(graph: BOOKS) @join__field(graph: STOCK, external: true)
      inStock(region: String): Boolean @join__field(graph: STOCK)
      shipping: Int @join__field(graph: STOCK, requires: "dims { w } isbn")
    }`),
)

const fields = (...names: string[]): QueryPlanSelectionNode[] =>
  names.map((name) => ({ kind: 'Field', name }))

function fetchOf(serviceName: string, selection: string): NeedyFetch {
  const variables = selection.includes('$region')
    ? '$representations:[_Any!]!,$region:String'
    : '$representations:[_Any!]!'
  const node: FetchNode = {
    kind: 'Fetch',
    serviceName,
    operation: `query Q(${variables}){_entities(representations:$representations){${selection}}}`,
    operationName: 'Q',
    operationKind: 'query' as FetchNode['operationKind'],
    variableUsages: selection.includes('$region') ? ['region'] : [],
    requires: [
      { kind: 'InlineFragment', typeCondition: 'Book', selections: fields('__typename', 'isbn', 'dims') },
    ],
  }
  const plan: QueryPlan = {
    kind: 'QueryPlan',
    node: { kind: 'Sequence', nodes: [{ kind: 'Flatten', path: ['book'], node }] },
  }
  addBareFetches(plan, needs)
  return node
}

test('what the fields of a subgraph require, where any do', () => {
  expect([...needs.keys()]).toEqual(['stock'])
  expect([...(needs.get('stock')?.required ?? [])]).toEqual([['Book.shipping', ['dims', 'isbn']]])
})

test('beside a fetch that needs more than a key is one that needs nothing else', () => {
  const { needs, bare } = fetchOf(
    'stock',
    '...on Book{shipping inStock(region:$region) ...on Book{shipping __typename}}',
  )
  expect(needs?.fields).toEqual([{ type: 'Book', names: ['dims', 'isbn'] }])
  expect([...(needs?.keys ?? [])]).toEqual([['Book', [['isbn']]]])
  expect(bare).toMatchObject({
    operation:
      'query Q($representations:[_Any!]!$region:String){_entities(representations:$representations){...on Book{inStock(region:$region)}}}',
    operationName: 'Q',
    variableUsages: ['region'],
    requires: [{ typeCondition: 'Book', selections: fields('__typename', 'isbn') }],
  })
})

test('variables that it does not use are not declared', () => {
  expect(fetchOf('stock', '...on Book{shipping(region:$region) inStock}').bare).toMatchObject({
    operation:
      'query Q($representations:[_Any!]!){_entities(representations:$representations){...on Book{inStock}}}',
    variableUsages: [],
  })
})

test('where nothing would be left there is none, and where nothing needs more neither', () => {
  const alone = fetchOf('stock', '...on Book{__typename shipping}')
  expect([alone.needs?.fields.length, alone.bare]).toEqual([1, undefined])
  const free = fetchOf('stock', '...on Book{inStock}')
  expect([free.needs, free.bare]).toEqual([undefined, undefined])
  expect(fetchOf('books', '...on Book{dims{w}}').needs).toBeUndefined()
})
