import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Only what this origin and Apollo serve runs; requests go to this origin alone. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://embeddable-sandbox.cdn.apollographql.com",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'frame-src https://sandbox.embed.apollographql.com',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Apollo Sandbox for a browser that opens /graphql, with subscriptions at the same path. It comes from Apollo's servers, so
 * a browser that cannot reach them is sent to GraphiQL, which the gateway itself has, as it has this page's scripts.
 */
export const SANDBOX_PAGE = {
  html: readFileSync(join(import.meta.dirname, 'pages', 'sandbox.html'), 'utf8'),
  headers: { 'content-security-policy': POLICY },
}
