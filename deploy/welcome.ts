import { relative } from 'node:path'
import { styleText } from 'node:util'
import type { Config } from '../kit/config.ts'
import { DEMO_PASSWORD, demoAccounts } from '../demo/accounts.ts'
import { DEFAULTS } from '../demo/options.ts'
import type { System } from './system.ts'

const SIGN_IN = JSON.stringify({
  query: `mutation { signIn(input: { email: "${demoAccounts[0].email}", password: "${DEMO_PASSWORD}" }) { session { accessToken } } }`,
})

/** What a newcomer sees when everything runs: where it is, who can sign in, and what to try. */
export function welcome(options: { config: Config; system: System; seconds: number }): string {
  const { config, system, seconds } = options
  const { url, logFile } = system
  const at = (path: string) => new URL(path, url).href
  const row = (name: string, value: string, note = '') =>
    `  ${name.padEnd(11)}${value}${note ? `   ${styleText('dim', note)}` : ''}`
  const title = (text: string, note = '') => `\n  ${styleText('bold', text)}   ${styleText('dim', note)}`
  const elsewhere = new URL(url).port === new URL(DEFAULTS.url).port ? '' : ` -- --url ${url}`

  return [
    `\n  ${styleText('green', 'Everything runs')} after ${seconds.toFixed(1)} s.\n`,
    row('GraphQL', url, `subscriptions at ${url.replace(/^http/, 'ws')}`),
    ...(config.INTROSPECTION
      ? [
          row('Sandbox', url, 'in a browser; loads from the internet'),
          row('GraphiQL', at('/graphiql'), 'in a browser; works offline'),
        ]
      : []),
    row('Health', at('/readyz'), at('/healthz')),
    row('Metrics', at('/metrics')),
    row(
      'Log',
      relative(process.cwd(), logFile).startsWith('..') ? logFile : relative(process.cwd(), logFile),
    ),
    ...(config.DEMO
      ? [
          title('Demo accounts', `the password of each is ${DEMO_PASSWORD}`),
          ...firstOfEachRole().map(({ role, name, email }) => row(role.toLowerCase(), email, name)),
        ]
      : []),
    title('Try next', 'in another terminal'),
    ...(config.DEMO ? [row('watch', `npm run demo${elsewhere}`, 'a student sits an exam')] : []),
    ...(config.DEMO ? [row('ask', `curl ${url} -H 'content-type: application/json' -d '${SIGN_IN}'`)] : []),
    row('import', 'npm run import -- FILE', 'question files; the README shows one'),
    `\n  Ctrl-C stops everything.\n`,
  ].join('\n')
}

function firstOfEachRole() {
  const roles = [...new Set(demoAccounts.flatMap((account) => account.roles))]
  return roles.flatMap((role) => {
    const account = demoAccounts.find(({ roles }) => (roles as readonly string[]).includes(role))
    return account ? [{ role, name: account.name, email: account.email }] : []
  })
}
