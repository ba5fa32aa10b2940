import type { ServerResponse } from 'node:http'

/**
 * Whether this process should be sent requests: not while something it needs is still coming up, and not while it stops.
 * That the process lives at all is `/healthz`, which asks nothing else.
 */
export function createHealth(waitingFor: () => Promise<string[]>) {
  let stopping = false
  return {
    stopping(): void {
      stopping = true
    },
    alive(response: ServerResponse): void {
      send(response, 200, { status: 'ok' })
    },
    async ready(response: ServerResponse): Promise<void> {
      if (stopping) return send(response, 503, { status: 'stopping' })
      const waiting = await waitingFor()
      if (waiting.length > 0) return send(response, 503, { status: 'waiting', waitingFor: waiting })
      send(response, 200, { status: 'ready' })
    },
  }
}

export type Health = ReturnType<typeof createHealth>

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}
