/**
 * The four subgraphs in one process, over HTTP/1.1 with connections kept. Told by its parent how long to wait before each
 * answer, and asked how many fetches there were.
 */
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse, validate } from 'graphql'
import { createServer } from 'node:net'
import { createMessageReader } from '../http-message.ts'
import { RESOLVERS } from './data.ts'
import { type Variables, createOperation } from './execute.ts'
import { SCHEMAS, SUBGRAPH_NAMES, type SubgraphName } from './schemas.ts'

export type SubgraphsOrder = { delayMs?: number; count?: true }
export type SubgraphsReport = { ready: { port: number } } | { fetches: number }

let delayMs = 0
let fetches = 0

const subgraphs = new Map(SUBGRAPH_NAMES.map((name) => [`/${name}`, createSubgraph(name)]))

function createSubgraph(name: SubgraphName): (body: Buffer) => unknown {
  const sdl = SCHEMAS[name]
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) })
  const known = new Map<string, ReturnType<typeof createOperation>>()

  function operationOf(text: string) {
    const operation = known.get(text)
    if (operation) return operation
    const document = parse(text)
    const [error] = validate(schema, document)
    if (error) throw error
    const fresh = createOperation(document, RESOLVERS[name], sdl)
    known.set(text, fresh)
    return fresh
  }

  return (body) => {
    try {
      const { query, variables } = JSON.parse(body.toString()) as { query: string; variables?: Variables }
      return { data: operationOf(query)(variables ?? {}) }
    } catch (error) {
      return { errors: [{ message: (error as Error).message }] }
    }
  }
}

const server = createServer({ noDelay: true }, (socket) => {
  const read = createMessageReader(({ head, body }) => {
    const execute = subgraphs.get(head.split(' ', 2)[1] ?? '')
    fetches += 1
    const text = JSON.stringify(execute?.(body) ?? { errors: [{ message: 'Nothing is served here' }] })
    const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: keep-alive\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
    if (delayMs === 0) socket.write(answer)
    else setTimeout(() => socket.write(answer), delayMs)
  })
  socket.on('data', read)
  socket.on('error', () => socket.destroy())
})

process.on('message', (order: SubgraphsOrder) => {
  if (order.delayMs !== undefined) delayMs = order.delayMs
  if (order.count) {
    report({ fetches })
    fetches = 0
  }
})
process.on('disconnect', () => process.exit())

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  report({ ready: { port: typeof address === 'object' && address ? address.port : 0 } })
})

function report(message: SubgraphsReport): void {
  process.send?.(message)
}
