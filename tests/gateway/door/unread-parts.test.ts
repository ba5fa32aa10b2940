import { once } from 'node:events'
import { connect } from 'node:net'
import { createPart } from '../support/bookshop.ts'
import { openDoor } from '../support/door.ts'

test('who does not read what is deferred keeps nothing running', async () => {
  const things = createPart({
    name: 'things',
    sdl: `
      type Query { thing: Thing  hello: String }
      type Thing @key(fields: "id") { id: ID!  large: String }`,
    resolvers: {
      Query: { thing: () => ({ id: '1' }), hello: () => 'hello' },
      Thing: { large: () => 'x'.repeat(8_000_000) },
    },
  })
  const others = createPart({
    name: 'others',
    sdl: 'type Thing @key(fields: "id") { id: ID!  later: String }',
    resolvers: { Thing: { __resolveReference: (thing: unknown) => thing, later: () => 'later' } },
  })
  const door = await openDoor([things, others], 'in process')
  const body = JSON.stringify({ query: '{ thing { large ... @defer { later } } }' })
  const client = connect({ host: '127.0.0.1', port: door.gateway.port })
  client.on('error', () => {})
  client.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n' +
      'accept: multipart/mixed;deferSpec=20220824, application/json\r\n' +
      `content-length: ${body.length}\r\n\r\n${body}`,
  )
  await once(client, 'data')
  client.pause()
  // It ends all the same, and leaves its place to others.
  const ended = 'gateway_operations_total{operation="anonymous",type="query",outcome="ok"} 1'
  let metrics = ''
  while (!metrics.includes(ended)) metrics = await (await fetch(`${door.origin}/metrics`)).text()
  expect((await door.ask('{ hello }')).body).toEqual({ data: { hello: 'hello' } })
  client.destroy()
  await door.stop()
})
