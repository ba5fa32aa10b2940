import { Client } from 'undici'

/** One caller at the public door: one keep-alive connection, one operation at a time. */
export type Door = {
  signedInWith(accessToken: string): void
  /** @throws Error with the first GraphQL error's code and message */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>
  close(): Promise<void>
}

export function openDoor(url: string): Door {
  const { origin, pathname } = new URL(url)
  const client = new Client(origin, { pipelining: 1, keepAliveTimeout: 60_000 })
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  return {
    signedInWith(accessToken) {
      headers['authorization'] = `Bearer ${accessToken}`
    },
    async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
      const { body } = await client.request({
        method: 'POST',
        path: pathname,
        headers,
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = (await body.json()) as {
        data?: Data
        errors?: { message: string; extensions?: { code?: string } }[]
      }
      const [error] = errors ?? []
      if (error) throw new Error(`${error.extensions?.code ?? 'ERROR'}: ${error.message}`)
      return data as Data
    },
    close: () => client.close(),
  }
}

/** The result of a mutation's payload. @throws Error with the first user error's code and message */
export function resultOf<Key extends string, Result>(
  payload: { [K in Key]: Result | null } & { errors: { code: string; message: string }[] },
  key: Key,
): Result {
  const result = payload[key]
  const [error] = payload.errors
  if (error || result == null) throw new Error(`${error?.code ?? 'EMPTY'}: ${error?.message ?? `no ${key}`}`)
  return result
}
