import type { FetchNode, PlanNode } from '@apollo/query-planner'
import { contextBeforeUse } from '../../../../gateway/plan/corrections/context-before-use.ts'

function fetch(name: string, selections: string, takes: string[][] = []): FetchNode {
  return {
    kind: 'Fetch',
    serviceName: name,
    operation: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selections} } }`,
    operationName: undefined,
    operationKind: 'query' as FetchNode['operationKind'],
    requires: [],
    ...(takes.length > 0
      ? {
          contextRewrites: takes.map((path) => ({
            kind: 'KeyRenamer',
            path,
            renameKeyTo: 'contextualArgument_1_0',
          })),
        }
      : {}),
  }
}

const root: FetchNode = { ...fetch('root', ''), operation: '{ taxed { id } }' }
delete root.requires
const at = (path: string, node: PlanNode): PlanNode => ({ kind: 'Flatten', path: path.split('.'), node })
const together = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes })
const inTurn = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes })
const ordered = (node: PlanNode) => contextBeforeUse({ kind: 'QueryPlan', node }).node

const currency = at('taxed.@', fetch('currency', '... on Shop { currency }'))
const price = at(
  'taxed.@.partner.item',
  fetch('price', '... on Item { price }', [['..', '..', '... on Shop', 'currency']]),
)
const other = at('taxed.@', fetch('other', '... on Shop { name }'))

test('what is taken from above is there before', () => {
  expect(ordered(inTurn(root, together(price, currency)))).toEqual(inTurn(root, inTurn(currency, price)))
})

test('the rest goes on beside', () => {
  expect(ordered(together(other, price, currency))).toEqual(together(other, inTurn(currency, price)))
})

test('within branches of their own, and below a common path', () => {
  const early = inTurn(currency, at('taxed.@', fetch('later', '... on Shop { rate }')))
  expect(ordered(together(inTurn(other, price), early))).toEqual(inTurn(early, inTurn(other, price)))
  const below = (node: PlanNode) => at('taxed.@', node)
  const inner = at('partner.item', fetch('price', '... on Item { price }', [['..', '..', 'currency']]))
  const source = fetch('currency', '...F')
  source.operation += ' fragment F on Shop { currency }'
  expect(ordered(below(together(inner, source)))).toEqual(below(inTurn(source, inner)))
})

test('what stands several levels deep comes from each that brings a part of the way', () => {
  const deep = at(
    'shop.item',
    fetch('deep', '... on Item { shelved }', [['..', '... on Shop', 'shelf', 'title']]),
  )
  const shelf = at('shop', fetch('shelf', '... on Shop { shelf { id } }'))
  const title = at('shop.shelf', fetch('title', '... on Shelf { title }'))
  expect(ordered(together(deep, inTurn(shelf, title)))).toEqual(inTurn(inTurn(shelf, title), deep))
  expect(ordered(together(deep, title, shelf))).toEqual(inTurn(together(title, shelf), deep))
})

test('a plan that takes nothing from above stays as it is', () => {
  const node = together(other, currency)
  expect(ordered(node)).toBe(node)
})
