import { connect } from 'node:net'
import { createBookshop } from '../support/bookshop.ts'
import { type Door, openDoor, until } from '../support/door.ts'
import { refusalIn, sendRaw } from '../support/raw.ts'

const QUERY = JSON.stringify({ query: '{ me { name } }' })
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'

const bookshop = createBookshop()
let door: Door
beforeAll(async () => {
  door = await openDoor(bookshop.parts, 'in process', {
    patience: { headers: 300, request: 600, answer: 500 },
  })
})
afterAll(() => door.stop())

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
  ['TLS', Buffer.from('16030100a5010000a10303', 'hex'), 400, 'BAD_REQUEST'],
  ['a null byte in a header', `${HEAD}x-odd: a\u0000b\r\n\r\n`, 400, 'BAD_REQUEST'],
  ['two lengths', `${HEAD}content-length: 1\r\ncontent-length: 2\r\n\r\n`, 400, 'BAD_REQUEST'],
  [
    'a length beside chunks',
    `${HEAD}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`,
    400,
    'BAD_REQUEST',
  ],
  ['chunks that are none', `${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n`, 400, 'BAD_REQUEST'],
  [
    'more headers than 16 KB',
    `${HEAD}${Array.from({ length: 20 }, (_, n) => `x-${n}: ${'x'.repeat(1_000)}\r\n`).join('')}\r\n`,
    431,
    'HEADERS_TOO_LARGE',
  ],
  [
    'an address of more than 16 KB',
    `GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    431,
    'HEADERS_TOO_LARGE',
  ],
  ['headers that never end', `${HEAD}x-slow:`, 408, 'REQUEST_TIMEOUT'],
  ['a body that never comes', `${HEAD}content-length: 100\r\n\r\n{"query"`, 408, 'REQUEST_TIMEOUT'],
])('%s is told in one coded error, and the connection closed', async (_what, bytes, status, code) => {
  expect(refusalIn(await sendRaw(door.origin, bytes)).slice(0, 2)).toEqual([status, code])
})

test('a client that says nothing is let go', async () => {
  expect(await sendRaw(door.origin, '')).toMatch(/^(HTTP\/1\.1 408 |$)/)
})

test('a client that stops in the middle of its body is told so', async () => {
  const answer = await sendRaw(door.origin, `${HEAD}content-length: 100\r\n\r\n{"query"`, { end: true })
  expect(refusalIn(answer).slice(0, 2)).toEqual([400, 'BAD_REQUEST'])
})

test('a client that says all it has to, and closes its half, is still answered', async () => {
  const { context } = bookshop.people.subgraph
  bookshop.people.subgraph.context = async (request) => {
    // Long enough for the gateway to see the half close first.
    await new Promise((resolve) => setTimeout(resolve, 100))
    return context(request)
  }
  const bytes = `${HEAD}content-length: ${QUERY.length}\r\n\r\n${QUERY}`
  const answer = await sendRaw(door.origin, bytes, { end: true })
  bookshop.people.subgraph.context = context
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(answer).toContain('{"data":{"me":{"name":"Siti"}}}')
})

test('what comes after a whole request does not take its answer', async () => {
  const answer = await sendRaw(
    door.origin,
    `${HEAD}content-length: ${QUERY.length}\r\n\r\n${QUERY}and then nonsense\r\n\r\n`,
  )
  const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
  expect(statuses).toEqual(['200', '400'])
  expect(answer).toContain('{"data":{"me":{"name":"Siti"}}}')
})

test.each(['//', '/%', '/graphql/', '*', 'http://[bad'])('nothing is at the address %s', async (address) => {
  const answer = await sendRaw(door.origin, `GET ${address} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
  expect(refusalIn(answer)).toEqual([
    404,
    'NOT_FOUND',
    `Nothing is served at ${address}: GraphQL is at /graphql.`,
  ])
})

test('a byte order mark before the body is no fault of it', async () => {
  const response = await fetch(door.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `\ufeff${QUERY}`,
  })
  expect(await response.json()).toEqual({ data: { me: { name: 'Siti' } } })
})

test('a client that goes while it is served takes nothing down with it', async () => {
  const { port } = new URL(door.origin)
  const asked = bookshop.people.requests.length
  const socket = connect(Number(port), '127.0.0.1', () => {
    socket.write(`${HEAD}content-length: ${QUERY.length}\r\n\r\n${QUERY}`)
  })
  await until(() => bookshop.people.requests.length > asked)
  socket.resetAndDestroy()
  expect((await door.ask('{ me { name } }')).body).toEqual({ data: { me: { name: 'Siti' } } })
})

test('a client that does not read a large answer is cut off', async () => {
  const { port } = new URL(door.origin)
  const body = JSON.stringify({
    query: `query ($value: Moment) { ${Array.from({ length: 20 }, (_, n) => `a${n}: echo(value: $value)`).join(' ')} }`,
    variables: { value: 'x'.repeat(900_000) },
  })
  const deaf = connect(Number(port), '127.0.0.1', () => {
    deaf.pause()
    deaf.write(`${HEAD}content-length: ${body.length}\r\n\r\n${body}`)
  })
  deaf.on('error', () => {})
  const gone = new Promise((resolve) => deaf.once('close', resolve))
  // A socket that does not read learns of its end when it writes. Between requests, line breaks mean nothing.
  const poke = setInterval(() => deaf.write('\r\n'), 50)
  try {
    await gone
  } finally {
    clearInterval(poke)
    deaf.destroy()
  }
})
