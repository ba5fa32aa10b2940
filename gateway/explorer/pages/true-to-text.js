/*
 * What GraphiQL sends, held against the text itself: the tree and the name of the operation that it offers lag behind the
 * editor, and for a moment belong to what stood there before.
 */

/** The type and name of each operation in a text; `{ … }` alone is a query without a name. */
function operationsIn(query) {
  const bare = query.replaceAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g, '')
  const operations = []
  let depth = 0
  let named = false
  for (const [token, type, name] of bare.matchAll(
    /[{}]|\b(query|mutation|subscription|fragment)\b(?:\s+(\w+))?/g,
  )) {
    if (token === '{') {
      if (depth === 0 && !named) operations.push({ type: 'query' })
      depth += 1
    } else if (token === '}') {
      depth -= 1
      named &&= depth > 0
    } else if (depth === 0) {
      named = true
      if (type !== 'fragment') operations.push({ type, name })
    }
  }
  return operations
}

/** The parameters without the name of an operation that is not there any more. */
export function trueToText(parameters) {
  const there = operationsIn(parameters.query).some(({ name }) => name === parameters.operationName)
  return there ? parameters : { ...parameters, operationName: undefined }
}

export function isSubscription({ query, operationName }) {
  const operations = operationsIn(query)
  const chosen = operations.find(({ name }) => name === operationName) ?? operations[0]
  return chosen?.type === 'subscription'
}
