// Mercurius composes by itself from what the services serve. Compiled queries are its setting for speed; more
// connections to each service than the ten that it opens by default made it no faster.
import gateway from '@mercuriusjs/gateway'
import Fastify from 'fastify'

const [subgraphs, port, ...names] = process.argv.slice(2)
const app = Fastify({ logger: false })
app.register(gateway, {
  jit: 1,
  gateway: {
    services: names.map((name) => ({ name, url: `${subgraphs}/${name}`, mandatory: true })),
  },
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
