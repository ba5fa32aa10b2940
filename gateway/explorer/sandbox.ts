import { randomBytes } from 'node:crypto'

const CDN = 'https://embeddable-sandbox.cdn.apollographql.com'

/**
 * Apollo Sandbox for a browser that opens /graphql, with subscriptions at the same path.
 * It comes from Apollo's servers, so a browser that cannot reach them is sent to GraphiQL, which the gateway itself has.
 */
export function sandboxPage(): string {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' ${CDN}`,
    "style-src 'unsafe-inline'",
    'img-src * data:',
    "connect-src 'self' ws: wss:",
    'frame-src https://sandbox.embed.apollographql.com',
  ].join('; ')
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>Sandbox</title>
    <style>
      html, body, #sandbox, iframe { height: 100%; width: 100%; margin: 0; border: 0 }
      body { font: 16px system-ui, sans-serif }
    </style>
  </head>
  <body>
    <div id="sandbox"></div>
    <noscript>The explorers need JavaScript. The API is here, for POST.</noscript>
    <script nonce="${nonce}">const offline = () => location.replace('/graphiql')</script>
    <script nonce="${nonce}" src="${CDN}/v2/embeddable-sandbox.umd.production.min.js" id="library"></script>
    <script nonce="${nonce}">
      if (!window.EmbeddedSandbox) offline()
      else new window.EmbeddedSandbox({
        target: '#sandbox',
        initialEndpoint: location.origin + '/graphql',
        initialSubscriptionEndpoint: location.origin.replace(/^http/, 'ws') + '/graphql',
        endpointIsEditable: false,
        includeCookies: false,
        runTelemetry: false,
      })
    </script>
  </body>
</html>
`
}
