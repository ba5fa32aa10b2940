import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A GraphQL response, as a server that is well sends it. */
export const json =
  (value: unknown): Behaviour =>
  (_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(value))
  }

/** Nothing comes, and the connection stays. */
export const hang: Behaviour = () => undefined

/** A real server that does whatever a test wants of it, and counts what it is asked. */
export async function openFailingSubgraph(behave: Behaviour = hang) {
  const server = createServer((request, response) => {
    failing.asked += 1
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => failing.behave(request, response, body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const failing = {
    behave,
    asked: 0,
    port,
    url: `http://127.0.0.1:${port}/graphql`,
    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return failing
}

export type FailingSubgraph = Awaited<ReturnType<typeof openFailingSubgraph>>
