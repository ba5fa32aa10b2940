// Mercurius composes from what the services serve. Compiled queries and more connections are its documented settings
// for speed; a single connection limit stays out of the way of 50 clients.
import gateway from '@mercuriusjs/gateway'
import Fastify from 'fastify'

const [subgraphs, port, ...names] = process.argv.slice(2)
const app = Fastify({ logger: false })
app.register(gateway, {
  jit: 1,
  gateway: {
    services: names.map((name) => ({ name, url: `${subgraphs}/${name}`, mandatory: true, connections: 50 })),
  },
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
