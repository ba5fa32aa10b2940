/** The stock server of graphql-ws over `ws`, as its documentation sets it up. */
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { serve } from '../serve.ts'
import { SDL, createTicks } from '../ticks.ts'

const ticks = createTicks()
const schema = buildSchema(SDL)
const field = schema.getSubscriptionType()?.getFields().ticks
if (field) {
  field.subscribe = (_: unknown, { topic }: { topic: string }) => ticks.iterate(topic)
  field.resolve = (tick) => tick
}

serve({
  ticks,
  async start() {
    const server = createServer()
    useServer({ schema }, new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false }))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  },
  subscribers: () => ticks.listeners,
})
