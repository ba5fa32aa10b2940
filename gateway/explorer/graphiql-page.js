/* Runs in the browser, with the globals of the scripts that graphiql.html names. */
const { React, ReactDOM, GraphiQL, graphqlWs } = window

const DEFAULT_QUERY = `# Ctrl-Enter runs the operation under the cursor; Ctrl-Space completes.
# Sign in with a mutation, then put the access token into Headers, below:
#   { "authorization": "Bearer …" }
# Subscriptions run here too.

query {
  __typename
}
`

async function overHttp(parameters, headers) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(parameters),
  })
  return response.json()
}

/** A socket for each subscription, since the headers in the editor are its connection's payload. */
function overWebSocket(parameters, headers) {
  const client = graphqlWs.createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: headers,
    lazyCloseTimeout: 0,
  })
  return client.iterate(parameters)
}

/** Read from the text: the tree that GraphiQL offers lags behind the editor. */
function isSubscription({ query, operationName }) {
  const bare = query.replaceAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g, '')
  let depth = 0
  for (const [token, type, name] of bare.matchAll(/[{}]|\b(query|mutation|subscription)\b(?:\s+(\w+))?/g)) {
    if (token === '{') depth += 1
    else if (token === '}') depth -= 1
    else if (depth === 0 && (!operationName || name === operationName)) return type === 'subscription'
  }
  return false
}

function fetcher(parameters, { headers = {} } = {}) {
  return isSubscription(parameters) ? overWebSocket(parameters, headers) : overHttp(parameters, headers)
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: DEFAULT_QUERY,
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: true,
  }),
)
