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

function isSubscription(document, operationName) {
  const operations = document?.definitions.filter(({ kind }) => kind === 'OperationDefinition') ?? []
  const chosen = operations.find(({ name }) => !operationName || name?.value === operationName)
  return chosen?.operation === 'subscription'
}

function fetcher(parameters, { headers = {}, documentAST } = {}) {
  return isSubscription(documentAST, parameters.operationName)
    ? overWebSocket(parameters, headers)
    : overHttp(parameters, headers)
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: DEFAULT_QUERY,
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: true,
  }),
)
