import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { compose, createPart } from '../support/bookshop.ts'
import { openDoor, until } from '../support/door.ts'
import { codesOf, follow } from '../support/follow.ts'

const part = createPart({
  name: 'bad',
  sdl: 'type Query { a: Int } type Subscription { ticks: Int }',
  resolvers: {},
})

/** A gateway before a subgraph whose WebSocket does what a test says once it is asked for ticks. */
async function follows(
  misbehave: (socket: WebSocket, id: string) => void,
  options: { ack?: boolean; answer?(request: IncomingMessage, response: ServerResponse): void } = {},
) {
  const { ack = true, answer } = options
  const server = createServer(answer)
  const sockets = answer ? undefined : new WebSocketServer({ server })
  sockets?.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { type, id } = JSON.parse(String(data)) as { type: string; id: string }
      if (type === 'connection_init' && ack) socket.send('{"type":"connection_ack"}')
      if (type === 'subscribe') misbehave(socket, id)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  const door = await openDoor([part], 'over HTTP', {
    supergraphSdl: compose([part], { bad: url }),
    reach: { http: { timeoutMs: 200, retry: { attempts: 2, firstDelayMs: 10 } } },
  })
  const live = follow(door.client(), 'subscription { ticks }')
  return {
    live,
    async end() {
      await until(() => live.ended !== undefined)
      await door.stop()
      for (const socket of sockets?.clients ?? []) socket.terminate()
      sockets?.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      return live
    },
  }
}

const next = (id: string, payload: unknown) => JSON.stringify({ id, type: 'next', payload })

describe('a subgraph whose events are no events, ends with one coded error', () => {
  test.each<[string, (socket: WebSocket, id: string) => void, string]>([
    ['truncated JSON', (socket, id) => socket.send(next(id, { data: {} }).slice(0, -5)), 'SUBSCRIPTION_LOST'],
    ['bytes', (socket) => socket.send(Buffer.from([0, 255, 0])), 'SUBSCRIPTION_LOST'],
    ['an unknown message', (socket) => socket.send('{"type":"data"}'), 'SUBSCRIPTION_LOST'],
    ['nothing, and hangs up', (socket) => socket.terminate(), 'SUBSCRIPTION_LOST'],
    ['a close that forbids', (socket) => socket.close(4403, 'No'), 'SUBSCRIPTION_LOST'],
    ['an empty result', (socket, id) => socket.send(next(id, {})), 'SUBREQUEST_MALFORMED_RESPONSE'],
    [
      'a list for data',
      (socket, id) => socket.send(next(id, { data: [1] })),
      'SUBREQUEST_MALFORMED_RESPONSE',
    ],
    [
      'errors that are none',
      (socket, id) => socket.send(next(id, { data: null, errors: 'no' })),
      'SUBREQUEST_MALFORMED_RESPONSE',
    ],
    [
      'an error without a code',
      (socket, id) => socket.send(JSON.stringify({ id, type: 'error', payload: [{ message: 'No.' }] })),
      'INTERNAL_SERVER_ERROR',
    ],
  ])('%s', async (_, misbehave, code) => {
    expect(codesOf(await (await follows(misbehave)).end())).toEqual([code])
  })

  test('no answer to its introduction', async () => {
    const bad = await follows(() => {}, { ack: false })
    expect(codesOf(await bad.end())).toEqual(['SUBSCRIPTION_LOST'])
  })

  test('HTML, and no WebSocket', async () => {
    const answer = (_: IncomingMessage, response: ServerResponse) => response.end('<!doctype html>')
    expect(codesOf(await (await follows(() => {}, { answer })).end())).toEqual(['SUBSCRIPTION_LOST'])
  })
})

test('events of other types than the graph says are null, with what is wrong; the next one comes', async () => {
  const bad = await follows((socket, id) => {
    for (const ticks of ['many', { a: 1 }, [1], 7]) socket.send(next(id, { data: { ticks } }))
    socket.send(next(id, { data: {} }))
    socket.send(next(id, { data: { ticks: 8, more: 1 } }))
    socket.send(JSON.stringify({ id: 'nobody', type: 'next', payload: { data: { ticks: 9 } } }))
    socket.send(JSON.stringify({ id, type: 'complete' }))
  })
  const { events } = await bad.end()
  expect((events as { data: { ticks: unknown } | null }[]).map(({ data }) => data?.ticks)).toEqual([
    null,
    null,
    null,
    7,
    null,
    8,
  ])
})
