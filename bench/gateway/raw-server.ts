/** A server that does nothing: what the load can reach at most through node's own HTTP. */
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  request.resume()
  response.setHeader('content-type', 'application/json')
  response.end('{"data":{"user":{"id":"1"}}}')
})
server.listen(Number(process.argv[2]), '127.0.0.1')
