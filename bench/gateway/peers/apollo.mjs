// Bare @apollo/gateway behind Apollo Server's standalone server, as their documentation starts it.
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { readFileSync } from 'node:fs'

const [supergraph, port] = process.argv.slice(2)
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8') })
await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { host: '127.0.0.1', port: Number(port) },
})
