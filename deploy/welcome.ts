import { relative } from 'node:path'
import { styleText } from 'node:util'
import type { Config } from '../kit/config.ts'
import type { System } from './system.ts'

/** What a newcomer sees when everything runs: where it is, who can sign in, and what to try. */
export function welcome(options: { config: Config; system: System; seconds: number }): string {
  const { config, system, seconds } = options
  const { url, logFile } = system
  const at = (path: string) => new URL(path, url).href
  const explorers = config.INTROSPECTION ?? config.NODE_ENV !== 'production'
  const demo = config.DEMO ?? config.NODE_ENV !== 'production'
  const row = (name: string, value: string) => `  ${name.padEnd(11)} ${value}`
  const title = (text: string) => `\n  ${styleText('bold', text)}`

  return [
    `\n  ${styleText('green', 'Everything runs')} after ${seconds.toFixed(1)} s.\n`,
    row('GraphQL', `${url}   (WebSocket: ${url.replace(/^http/, 'ws')})`),
    ...(explorers
      ? [row('Sandbox', `${url}   in a browser; loads from the internet`), row('GraphiQL', at('/graphiql'))]
      : []),
    row('Health', `${at('/healthz')}   ${at('/readyz')}`),
    row('Metrics', at('/metrics')),
    row('Log', relative(process.cwd(), logFile) || logFile),
    ...(demo ? [title('Demo accounts')] : []),
    title('Try next, in another terminal'),
    row('', 'npm run demo'),
    `\n  Ctrl-C stops everything.\n`,
  ].join('\n')
}
