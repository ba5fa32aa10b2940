import { loadSupergraph } from '../../../gateway/supergraph/load-supergraph.ts'

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
