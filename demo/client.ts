import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient } from 'graphql-ws'

/** What the player cannot go on from, in one line that says what to do. */
export class DemoError extends Error {
  override name = 'DemoError'
}

/** A client of the public door, as any app would have one: HTTP for operations, graphql-ws for what is live. */
export type GraphQLClient = {
  signedInWith(accessToken: string): void
  /** @throws DemoError when nothing or something else answers, or when the operation is refused */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>
  /** Events until `close()`; a lost socket is opened again. `onEnd` is told why it ended, or nothing when it was complete. */
  listen<Data>(
    query: string,
    variables: Record<string, unknown>,
    on: { event(data: Data): void; end(error?: unknown): void },
  ): () => void
  close(): Promise<void>
}

type Answer = {
  data?: unknown
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; traceId?: string } }[]
}

export function connect(url: string): GraphQLClient {
  let authorization: string | undefined
  let sockets: Client | undefined
  const listening = new Set<() => void>()
  const openSockets = () =>
    (sockets ??= createClient({
      url: url.replace(/^http/, 'ws'),
      connectionParams: () => ({ ...(authorization ? { authorization } : {}) }),
      shouldRetry: () => true,
      retryAttempts: 8,
      // Unreferenced: waiting to try again never keeps a player alive that has nothing else to do.
      retryWait: async (retries) => pause(Math.min(2_000, 100 * 2 ** retries), undefined, { ref: false }),
    }))

  return {
    signedInWith(accessToken) {
      authorization = `Bearer ${accessToken}`
    },

    async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
      let text: string
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
          body: JSON.stringify({ query, variables }),
        })
        text = await response.text()
      } catch {
        throw new DemoError(
          `Simpul does not answer at ${url}. Start it with \`npm start\`, then run this again.`,
        )
      }
      const { data, errors } = parsed(text, url)
      if (errors?.length) {
        const [error] = errors
        const where = error?.path ? ` (${error.path.join('.')})` : ''
        const trace = error?.extensions?.traceId ? `, trace ${error.extensions.traceId}` : ''
        throw new DemoError(
          `The system refused: ${error?.message}${where} [${error?.extensions?.code}${trace}]`,
        )
      }
      return data as Data
    },

    listen<Data>(
      query: string,
      variables: Record<string, unknown>,
      on: { event(data: Data): void; end(error?: unknown): void },
    ) {
      const stop = openSockets().subscribe<Data>(
        { query, variables },
        {
          next: ({ data, errors }) => {
            if (errors?.length) on.end(errors[0])
            else if (data) on.event(data)
          },
          error: (error) => on.end(error),
          complete: () => on.end(),
        },
      )
      listening.add(stop)
      return stop
    },

    async close() {
      for (const stop of listening) stop()
      try {
        await sockets?.dispose()
      } catch {
        // It was being opened in vain; then there is nothing to close.
      }
    },
  }
}

function parsed(text: string, url: string): Answer {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) {
      return answer as Answer
    }
  } catch {
    // Said below: whatever answers there, it is no GraphQL.
  }
  throw new DemoError(`Something answers at ${url}, but it is not Simpul. Give its address with --url.`)
}
