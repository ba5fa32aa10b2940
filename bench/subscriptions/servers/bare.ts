/** Sockets of `ws` and nothing else: who says a topic is sent its ticks, each written once. The limit of what can be had. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { serve } from '../serve.ts'
import { createTicks } from '../ticks.ts'

const ticks = createTicks()
const topics = new Map<string, Set<WebSocket>>()

function follow(socket: WebSocket, topic: string): void {
  let sockets = topics.get(topic)
  if (!sockets) {
    const all = (sockets = new Set<WebSocket>())
    topics.set(topic, all)
    ticks.listen(topic, (tick) => {
      const text = Buffer.from(JSON.stringify({ id: '1', type: 'next', payload: { data: { ticks: tick } } }))
      for (const one of all) one.send(text, { binary: false })
    })
  }
  const own = sockets
  own.add(socket)
  socket.once('close', () => own.delete(socket))
}

serve({
  ticks,
  async start() {
    const server = createServer()
    new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
      socket.on('message', (data) => {
        const message = JSON.parse(String(data)) as {
          type: string
          payload: { variables: { topic: string } }
        }
        if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}')
        if (message.type === 'subscribe') follow(socket, message.payload.variables.topic)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  },
  subscribers: () => [...topics.values()].reduce((sum, { size }) => sum + size, 0),
})
