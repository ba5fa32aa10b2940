/* GraphiQL with what the gateway adds. React and GraphiQL are the globals of the scripts that graphiql.html names. */
import { examplesFor } from './examples.js'
import { preparePlanView, showPlan } from './plan-view.js'
import { readRootFields } from './root-fields.js'
import { SESSION_KEY, createSession, joinHeaders } from './session.js'
import { showSignInBar } from './sign-in-bar.js'
import { tabStorage } from './tab-storage.js'
import { isSubscription, trueToText } from './true-to-text.js'
import { words } from './words.js'

const { React, ReactDOM, GraphiQL, graphqlWs } = window
const { createElement, useEffect, useState } = React
const { ToolbarButton, useEditorContext } = GraphiQL.React

const rootFields = await readRootFields()
/** Another graph may know nothing of sessions. */
const offersSignIn = rootFields.includes('signIn')
if (!offersSignIn) sessionStorage.removeItem(SESSION_KEY)
const session = createSession(sessionStorage)

/** A socket for each subscription, since the headers in the editor are its connection's payload. */
function overWebSocket(parameters, written) {
  const client = graphqlWs.createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    // Asked again when the socket ended with its token.
    connectionParams: async () => joinHeaders(await session.headers(), written),
    lazyCloseTimeout: 0,
  })
  return client.iterate(parameters)
}

/** What is deferred comes in parts, and is shown as it comes. */
const overHttp = GraphiQL.createFetcher({
  url: '/graphql',
  headers: { accept: 'multipart/mixed;deferSpec=20220824, application/json' },
})

async function fetcher(given, { headers } = {}) {
  const parameters = trueToText(given)
  if (isSubscription(parameters)) return overWebSocket(parameters, headers)
  return overHttp(parameters, { headers: joinHeaders(await session.headers(), headers) })
}

/** Shown to whom the gateway shows plans: admins, and everyone where nobody signs in. */
function PlanButton() {
  const { queryEditor, variableEditor, headerEditor } = useEditorContext({ nonNull: true })
  const [user, setUser] = useState(session.user)
  useEffect(() => session.onChange(() => setUser(session.user)), [])
  if (offersSignIn && !user?.roles.includes('ADMIN')) return null
  const show = () =>
    showPlan(
      trueToText({
        query: queryEditor.getValue(),
        operationName: queryEditor.operationName ?? undefined,
        variables: jsonIn(variableEditor),
      }),
      session,
      jsonIn(headerEditor),
    )
  return createElement(
    ToolbarButton,
    { label: words.plan, onClick: show, 'data-does': 'show-plan' },
    createElement(
      'svg',
      {
        viewBox: '0 0 24 24',
        className: 'graphiql-toolbar-icon',
        fill: 'none',
        stroke: 'currentColor',
        'aria-hidden': true,
      },
      createElement('path', {
        strokeWidth: 2,
        d: 'M9 3h6v5H9z M2 16h6v5H2z M16 16h6v5h-6z M12 8v4 M5 16v-4h14v4',
      }),
    ),
  )
}

/** What an editor of JSON holds; nothing while it is none, of which the editor itself tells. */
function jsonIn(editor) {
  try {
    return JSON.parse(editor?.getValue() || '{}')
  } catch {
    return {}
  }
}

if (offersSignIn) showSignInBar(document.getElementById('sign-in'), session)
preparePlanView()
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  createElement(
    GraphiQL,
    {
      fetcher,
      defaultTabs: examplesFor(rootFields).map((query) => ({ query })),
      defaultEditorToolsVisibility: false,
      shouldPersistHeaders: true,
      storage: tabStorage,
    },
    createElement(GraphiQL.Toolbar, null, ({ prettify, merge, copy }) =>
      createElement(React.Fragment, null, prettify, merge, copy, createElement(PlanButton)),
    ),
  ),
)
