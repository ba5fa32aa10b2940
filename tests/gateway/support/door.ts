import { type Client, createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { type StartGatewayOptions, startGateway } from '../../../gateway/start-gateway.ts'
import { createLogger } from '../../../kit/log.ts'
import { serveSubgraph } from '../../../kit/serve-subgraph.ts'
import { type Part, compose } from './bookshop.ts'

export const TOPOLOGIES = ['in process', 'over HTTP'] as const
export type TopologyName = (typeof TOPOLOGIES)[number]

export const silent = createLogger({ name: 'test', level: 'silent' })

export type Answer = {
  status: number
  headers: Headers
  body: {
    data?: Record<string, unknown> | null
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[]
  }
}

/** A gateway before the parts, in one topology, and a client of it. `stop` closes everything that was opened. */
export async function openDoor(
  parts: readonly Part[],
  topology: TopologyName,
  options: Partial<StartGatewayOptions> = {},
) {
  const served =
    topology === 'over HTTP'
      ? await Promise.all(
          parts.map(({ subgraph }) => serveSubgraph({ subgraph, host: '127.0.0.1', port: 0, log: silent })),
        )
      : []
  const urls = Object.fromEntries(
    served.map(({ port }, index) => [parts[index]?.subgraph.name, `http://127.0.0.1:${port}/graphql`]),
  )
  const gateway = await startGateway({
    supergraphSdl: compose(parts, urls),
    port: 0,
    log: silent,
    processMetrics: false,
    // How busy the machine of a test is must not decide what is answered.
    load: { lagMs: Infinity },
    ...options,
    reach: {
      ...(topology === 'in process' ? { subgraphs: parts.map(({ subgraph }) => subgraph) } : {}),
      ...options.reach,
    },
  })
  const clients: Client[] = []

  return {
    gateway,
    url: gateway.url,
    origin: new URL(gateway.url).origin,
    served,

    async ask(
      query: string,
      variables: Record<string, unknown> = {},
      headers: Record<string, string> = {},
    ): Promise<Answer> {
      return post(gateway.url, JSON.stringify({ query, variables }), headers)
    },

    client(connectionParams: Record<string, unknown> = {}): Client {
      const client = createClient({
        url: gateway.url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams,
        retryAttempts: 0,
      })
      clients.push(client)
      return client
    },

    stopGateway: () => gateway.stop(),

    async stop() {
      await Promise.all(clients.map((client) => client.dispose()))
      await gateway.stop()
      await Promise.all(served.map((one) => one.stop()))
    },
  }
}

export type Door = Awaited<ReturnType<typeof openDoor>>

export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}

/** Waits until something is true, for what happens on the other side of a socket. */
export async function until(holds: () => boolean, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Still not true after ${withinMs} ms: ${holds.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
