/** Our gateway with its whole door, and a subgraph in the same process. */
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { startGateway } from '../../../gateway/start-gateway.ts'
import { createLogger } from '../../../kit/log.ts'
import { serve } from '../serve.ts'
import { SUBGRAPH } from '../supergraph.ts'
import { createTicks } from '../ticks.ts'

const ticks = createTicks()
const schema = buildSubgraphSchema({
  typeDefs: parse(SUBGRAPH),
  resolvers: {
    Query: { now: () => Date.now() },
    Subscription: {
      ticks: {
        subscribe: (_: unknown, { topic }: { topic: string }) => ticks.iterate(topic),
        resolve: (tick: unknown) => tick,
      },
    },
  },
})
let metrics = ''

serve({
  ticks,
  async start({ supergraphSdl, publicKey, identitySecret }) {
    const gateway = await startGateway({
      supergraphSdl,
      reach: {
        subgraphs: [
          {
            name: 'ticks',
            schema,
            context: async ({ headers }) => ({ headers }),
            async start() {},
            async stop() {},
            waitingFor: async () => [],
          },
        ],
      },
      port: 0,
      publicKey,
      identitySecret,
      log: createLogger({ name: 'gateway', level: 'info' }),
    })
    metrics = new URL('/metrics', gateway.url).href
    return gateway.url
  },
  async subscribers() {
    const text = await (await fetch(metrics)).text()
    return Number(/^gateway_subscriptions (\d+)$/m.exec(text)?.[1])
  },
})
