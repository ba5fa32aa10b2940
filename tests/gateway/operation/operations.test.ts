import { DEFAULT_LIMITS } from '../../../gateway/operation/limits.ts'
import { createOperations } from '../../../gateway/operation/operations.ts'
import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'
import { compose, createBookshop } from '../support/bookshop.ts'

test('a flood of long documents, each another, does not fill the memory', () => {
  const supergraph = loadSupergraph(compose(createBookshop().parts))
  const operations = createOperations({ supergraph, limits: DEFAULT_LIMITS, introspection: true })
  const padding = '#'.padEnd(20_000, '.')
  for (let number = 0; number < 100; number++) {
    operations.read({ query: `${padding}\nquery Q${number} { me { id } }` })
  }
  const kept = operations.asked(2_000).reduce((sum, { query }) => sum + query.length, 0)
  // A document of as many fields takes a hundred times the memory of its text, once it is planned.
  expect(kept).toBeLessThanOrEqual(1_000_000)
  expect(kept).toBeGreaterThan(900_000)
})
