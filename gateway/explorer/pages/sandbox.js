/*
 * Apollo Sandbox, which comes from Apollo's servers and runs in a frame of theirs. This page makes its requests for it, so
 * the tokens of who signs in here stay in this page: what is given to the Sandbox as a header would stand in its address.
 */
import { readRootFields } from './root-fields.js'
import { SESSION_KEY, createSession, joinHeaders } from './session.js'
import { showSignInBar } from './sign-in-bar.js'

const LIBRARY = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js'

// Who signed in on GraphiQL in this tab trusted this gateway, not yet a script from elsewhere.
sessionStorage.removeItem(SESSION_KEY)
const session = createSession()

/** The library lets nobody add to what its sockets say first, so the token joins on the way. */
class SignedInSocket extends WebSocket {
  send(data) {
    const message = typeof data === 'string' ? JSON.parse(data) : {}
    if (message.type !== 'connection_init') return super.send(data)
    void session.headers().then((headers) => {
      super.send(JSON.stringify({ ...message, payload: joinHeaders(headers, message.payload) }))
    })
  }
}

function load(source) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), {
      src: source,
      onload: resolve,
      onerror: reject,
    })
    document.head.append(script)
  })
}

async function start() {
  await load(LIBRARY)
  if ((await readRootFields()).includes('signIn')) showSignInBar(document.getElementById('sign-in'), session)
  window.WebSocket = SignedInSocket
  new window.EmbeddedSandbox({
    target: '#sandbox',
    initialEndpoint: `${location.origin}/graphql`,
    initialSubscriptionEndpoint: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    initialState: { includeCookies: false },
    initialRequestQueryPlan: true,
    endpointIsEditable: false,
    allowDynamicStyles: false,
    runTelemetry: false,
    handleRequest: async (url, request) =>
      fetch(url, { ...request, headers: joinHeaders(await session.headers(), request.headers) }),
  })
}

// GraphiQL needs nothing from elsewhere.
start().catch(() => location.replace('/graphiql'))
