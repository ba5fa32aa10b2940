import type { Client } from 'graphql-ws'

/** Follows a subscription over a WebSocket and keeps what came. */
export function follow(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const events: unknown[] = []
  let ended: unknown
  const leave = client.subscribe(
    { query, variables },
    {
      next: (event) => events.push(event),
      error: (error) => (ended = error),
      complete: () => (ended ??= 'complete'),
    },
  )
  return {
    events,
    leave,
    get ended() {
      return ended
    },
  }
}

export type Followed = ReturnType<typeof follow>

/** The codes of the errors with which it ended. */
export function codesOf({ ended }: Followed): string[] {
  return (ended as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code)
}
