import { type Client, createClient } from 'graphql-ws'
import { DEMO_PASSWORD, demoAccounts } from '../../demo/accounts.ts'

export type Answer<Data> = {
  data?: Data | null
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[]
}

/** Somebody at the public door, with a client of their own. */
export type Person = {
  /** The whole answer, errors included. */
  send<Data>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>
  /** The data of an answer that must have no errors. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>
  /** Collects a subscription's results until `leave()`; `until` waits for one that fits. */
  listen<Data>(query: string, variables?: Record<string, unknown>): Listener<Data>
  leave(): Promise<void>
}

export type Listener<Data> = {
  results: Answer<Data>[]
  until(fits: (data: Data) => boolean): Promise<Data>
  ended: Promise<unknown>
  leave(): void
}

const SIGN_IN = /* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      session {
        accessToken
      }
      errors {
        ... on UserError {
          code
        }
      }
    }
  }
`

/** Anyone, before signing in. */
export function stranger(url: string): Person {
  return person(url, undefined)
}

/** One of the demo accounts, signed in; named by the part of the address before the @. */
export async function signIn(url: string, name: 'siti' | 'budi' | 'ayu' | 'wayan' | 'dewi'): Promise<Person> {
  const email = demoAccounts.find((account) => account.email.startsWith(name))?.email
  const { signIn } = await stranger(url).ask<{ signIn: { session: { accessToken: string } } }>(SIGN_IN, {
    input: { email, password: DEMO_PASSWORD },
  })
  return person(url, signIn.session.accessToken)
}

function person(url: string, accessToken: string | undefined): Person {
  const authorization = accessToken && `Bearer ${accessToken}`
  let sockets: Client | undefined

  async function send<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as Answer<Data>
  }

  return {
    send,
    async ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data> {
      const answer = await send<Data>(query, variables)
      if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors))
      return answer.data
    },
    listen<Data>(query: string, variables: Record<string, unknown> = {}): Listener<Data> {
      sockets ??= createClient({
        url: url.replace('http', 'ws'),
        retryAttempts: 0,
        connectionParams: authorization ? { authorization } : {},
      })
      const results: Answer<Data>[] = []
      const waiting = new Set<() => void>()
      let end: (reason: unknown) => void
      const ended = new Promise<unknown>((resolve) => (end = resolve))
      const leave = sockets.subscribe<Data>(
        { query, variables },
        {
          next: (result) => {
            results.push(result as Answer<Data>)
            for (const look of waiting) look()
          },
          error: (error) => end(error),
          complete: () => end(undefined),
        },
      )
      return {
        results,
        ended,
        leave,
        until: (fits) =>
          new Promise((resolve, reject) => {
            const look = () => {
              const found = results.find(({ data }) => data && fits(data))?.data
              if (!found) return
              waiting.delete(look)
              resolve(found)
            }
            waiting.add(look)
            void ended.then((reason) =>
              reject(new Error(`The subscription ended: ${JSON.stringify(reason)}`)),
            )
            look()
          }),
      }
    },
    leave: async () => void (await sockets?.dispose()),
  }
}
