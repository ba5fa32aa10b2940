import { DEMO_PASSWORD } from '../demo/accounts.ts'
import { connect } from '../demo/client.ts'

/** Where the system answers and who asks it: by default the demo author at the address of `npm start`. */
export const authorOptions = {
  url: { type: 'string', default: 'http://localhost:4000/graphql' },
  email: { type: 'string', default: 'ayu@demo.simpul.example' },
  password: { type: 'string', default: DEMO_PASSWORD },
} as const

export const AUTHOR_USAGE = `  --url URL             where the gateway answers     http://localhost:4000/graphql
  --email EMAIL         an author's account           ayu@demo.simpul.example
  --password PASSWORD   its password                  the demo accounts' own`

export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  session { accessToken } errors { ... on UserError { code } }
} }`

/** Signs in through the public door; what is returned asks as that author. */
export async function signInAsAuthor(options: {
  url: string
  email: string
  password: string
}): Promise<Ask> {
  const { url, email, password } = options
  const client = connect(url)
  const { signIn } = await client.ask<{
    signIn: { session: { accessToken: string } | null; errors: { code: string }[] }
  }>(SIGN_IN, { input: { email, password } })
  if (!signIn.session) throw new Error(`${email} cannot sign in at ${url}: ${signIn.errors[0]?.code}.`)
  client.signedInWith(signIn.session.accessToken)
  return client.ask
}
