import fc from 'fast-check'
import { SignJWT, exportSPKI, generateKeyPair } from 'jose'
import { once } from 'node:events'
import { connect } from 'node:net'
import { type Agent, request as httpRequest } from 'node:http'
import { WebSocket } from 'ws'
import { createInProcessFanout } from '../../../kit/fanout.ts'
import { createBookshop } from '../support/bookshop.ts'
import { type Door, openDoor, until } from '../support/door.ts'
import { follow } from '../support/follow.ts'
import { createMatches } from '../support/matches.ts'

const SECRET = 'a secret of the gateway and the subgraphs'
const keys = await generateKeyPair('EdDSA')
const publicKey = await exportSPKI(keys.publicKey)

function token({ sessionId = 's1', expires = '5m' as string | Date } = {}): Promise<string> {
  return new SignJWT({ roles: ['STUDENT'], locale: 'id', sid: sessionId })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('u1')
    .setIssuer('simpul')
    .setAudience('simpul-api')
    .setExpirationTime(expires)
    .sign(keys.privateKey)
}

type Said = { type: string; id?: string; payload?: unknown }

/** A socket that says exactly what a test wants, and keeps what came. */
async function speak(
  door: Door,
  options: { protocol?: string | undefined; headers?: Record<string, string>; autoPong?: boolean } = {},
) {
  const { protocol, headers = {}, autoPong = true } = { protocol: 'graphql-transport-ws', ...options }
  const socket = new WebSocket(door.url.replace('http', 'ws'), protocol ? [protocol] : [], {
    headers,
    autoPong,
  })
  const heard: Said[] = []
  let closed: { code: number; reason: string } | undefined
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Said))
  socket.on('close', (code, reason) => (closed = { code, reason: String(reason) }))
  await new Promise((resolve) => socket.once('open', resolve))
  return {
    socket,
    heard,
    say: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async initialise(payload: object = {}) {
      socket.send(JSON.stringify({ type: 'connection_init', payload }))
      await until(() => heard.length > 0)
      expect(heard.shift()).toEqual({ type: 'connection_ack' })
    },
    async closed() {
      await until(() => closed !== undefined)
      return closed
    },
  }
}

const subscribe = (id: string, query: string, more: object = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
})

const TEXT = 1
const PONG = 10

/** One whole message as a client writes it, under a mask of zeros (RFC 6455, section 5.2). */
function masked(opcode: number, text: string): Buffer {
  const head = Buffer.alloc(text.length < 126 ? 6 : 14)
  head[0] = 0x80 | opcode
  head[1] = 0x80 | (text.length < 126 ? text.length : 127)
  if (text.length >= 126) head.writeBigUInt64BE(BigInt(text.length), 2)
  return Buffer.concat([head, Buffer.from(text)])
}

describe('a socket', () => {
  let bookshop: ReturnType<typeof createBookshop>
  let door: Door
  beforeAll(async () => {
    bookshop = createBookshop()
    door = await openDoor(bookshop.parts, 'in process', { socketTimes: { initWithinMs: 300, pingMs: 400 } })
  })
  afterAll(() => door.stop())

  test('speaks graphql-transport-ws', async () => {
    const { say, heard, initialise, socket } = await speak(door)
    await initialise()
    say({ type: 'ping', payload: { any: 'thing' } })
    say({ type: 'ping' })
    say({ type: 'pong' })
    say(subscribe('ü"1', '{ me { name } }'))
    await until(() => heard.length === 4)
    expect(heard).toEqual([
      { type: 'pong', payload: { any: 'thing' } },
      { type: 'pong' },
      { id: 'ü"1', type: 'next', payload: { data: { me: { name: 'Siti' } } } },
      { id: 'ü"1', type: 'complete' },
    ])
    socket.close()
  })

  test('sends nothing more of a subscription that the client has ended, and takes its id again', async () => {
    const { say, heard, initialise, socket } = await speak(door)
    await initialise()
    for (const stars of [1, 2]) {
      say(subscribe('1', 'subscription { reviewed { stars } }'))
      await until(() => bookshop.source.listeners === 1)
      bookshop.source.emit({ id: 'r9', stars, bookId: 'b1', authorId: 'p1' })
      await until(() => heard.length === stars)
      say({ id: '1', type: 'complete' })
      await until(() => bookshop.source.listeners === 0)
    }
    // Ended before it began.
    say(subscribe('1', 'subscription { reviewed { stars } }'))
    say({ id: '1', type: 'complete' })
    say({ id: 'never', type: 'complete' })
    say({ type: 'ping' })
    await until(() => heard.length === 3)
    expect(heard).toEqual([
      { id: '1', type: 'next', payload: { data: { reviewed: { stars: 1 } } } },
      { id: '1', type: 'next', payload: { data: { reviewed: { stars: 2 } } } },
      { type: 'pong' },
    ])
    expect(bookshop.source.listeners).toBe(0)
    socket.close()
  })

  test('frees what it followed, however it goes', async () => {
    const followed = [await speak(door), await speak(door)]
    for (const { initialise, say } of followed) {
      await initialise()
      say(subscribe('1', 'subscription { reviewed { id } }'))
      say(subscribe('2', 'subscription { reviewed { stars } }'))
    }
    await until(() => bookshop.source.listeners === 4)
    followed[0]?.socket.terminate()
    followed[1]?.socket.close()
    await until(() => bookshop.source.listeners === 0)
  })

  test('may run 100 operations at a time', async () => {
    const { say, heard, initialise, socket } = await speak(door)
    await initialise()
    for (let id = 1; id <= 101; id++) say(subscribe(String(id), 'subscription { reviewed { id } }'))
    await until(() => heard.length === 1)
    expect(heard[0]).toMatchObject({
      id: '101',
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_OPERATIONS' } }],
    })
    socket.close()
    await until(() => bookshop.source.listeners === 0)
  })

  const init = { type: 'connection_init' }
  const query = '{ me { name } }'
  test.each<[string, unknown[], number]>([
    ['what is not JSON', ['{'], 4400],
    ['null bytes', ['\u0000\u0000'], 4400],
    ['JSON that is no message', ['[]'], 4400],
    ['a message of no type', [{}], 4400],
    ['a message of an unknown type', [{ type: 'start' }], 4400],
    ['a message that only a server sends', [init, { type: 'next', id: '1', payload: {} }], 4400],
    ['a subscription without an id', [init, { type: 'subscribe', payload: { query } }], 4400],
    ['a subscription with an id without end', [init, subscribe('x'.repeat(300), query)], 4400],
    ['variables that are none', [init, subscribe('1', query, { variables: [] })], 4400],
    ['an operation before it has said who it is', [subscribe('1', query)], 4401],
    [
      'an id that is taken',
      [init, subscribe('1', 'subscription { reviewed { id } }'), subscribe('1', query)],
      4409,
    ],
    ['two introductions', [init, init], 4429],
    ['more than may be said at once', [init, { type: 'ping', payload: { x: 'x'.repeat(1_100_000) } }], 1009],
  ])('that says %s is closed', async (_, messages, code) => {
    const { say, heard, closed } = await speak(door)
    for (const message of messages) {
      say(message)
      if (message === init) await until(() => heard.some(({ type }) => type === 'connection_ack'))
    }
    expect(await closed()).toMatchObject({ code })
  })

  test('of no protocol is closed', async () => {
    const { closed } = await speak(door, { protocol: undefined })
    expect(await closed()).toMatchObject({ code: 4406 })
  })

  test('that never says who it is is closed', async () => {
    const { closed } = await speak(door)
    expect(await closed()).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })

  test('is pinged, and cut off when it does not answer; who answers lives on', async () => {
    const dead = await speak(door, { autoPong: false })
    const alive = await speak(door)
    await dead.initialise()
    await alive.initialise()
    let pings = 0
    alive.socket.on('ping', () => (pings += 1))
    expect(await dead.closed()).toMatchObject({ code: 1006 })
    await until(() => pings > 2)
    expect(alive.socket.readyState).toBe(WebSocket.OPEN)
    alive.socket.close()
  })

  test('of which the client closes its half is closed', async () => {
    const raw = connect({ port: Number(new URL(door.url).port), allowHalfOpen: true })
    raw.write(
      'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
    )
    await new Promise((resolve) => raw.once('data', resolve))
    const ended = new Promise((resolve) => raw.once('close', resolve))
    raw.resume()
    raw.end()
    await ended
  })

  test.each([
    ['an unmasked frame', [0x81, 0x02, 0x7b, 0x7d]],
    ['a reserved bit', [0xf1, 0x80, 0, 0, 0, 0]],
    ['a reserved opcode', [0x83, 0x80, 0, 0, 0, 0]],
    ['a ping of 200 bytes', [0x89, 0xfe, 0, 200, 0, 0, 0, 0]],
    ['a length beyond reason', [0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]],
  ])('that sends %s is closed, and the gateway serves on', async (_, bytes) => {
    const { socket, closed } = await speak(door)
    ;(socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(Buffer.from(bytes))
    expect((await closed())?.code).toBeGreaterThanOrEqual(1002)
    expect((await door.ask('{ me { name } }')).body).toEqual({ data: { me: { name: 'Siti' } } })
  })

  test('elsewhere than at the path of GraphQL is refused', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const request = httpRequest(`${door.origin}/elsewhere`, {
        headers: {
          connection: 'upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        },
        agent: false as unknown as Agent,
      })
      request.on('response', ({ statusCode }) => resolve(statusCode))
      request.end()
    })
    expect(status).toBe(404)
  })

  test('that is refused is gone, though the client keeps its half', async () => {
    const stream = connect({ host: '127.0.0.1', port: door.gateway.port, allowHalfOpen: true })
    stream.on('error', () => {})
    stream.write('GET /else HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n')
    const [answer] = (await once(stream, 'data')) as [Buffer]
    expect(String(answer)).toMatch(/^HTTP\/1.1 404 /)
    await once(stream, 'end')
    // Nobody takes what is said now, so the system says that the connection is reset.
    while (!stream.destroyed) await new Promise((resolve) => stream.write('.', resolve))
  })

  test('is not read from while it leaves what it is sent unread, and ends as a dead one', async () => {
    const stream = connect({ host: '127.0.0.1', port: door.gateway.port })
    stream.on('error', () => {})
    const gone = new Promise((resolve) => stream.once('close', resolve))
    stream.write(
      'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n' +
        'sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
        'sec-websocket-protocol: graphql-transport-ws\r\n\r\n' +
        masked(TEXT, '{"type":"connection_init"}').toString('latin1'),
      'latin1',
    )
    await new Promise((resolve) => stream.once('data', resolve))
    stream.pause()
    // It says that it lives, though it has read nothing that asks for it.
    const asked = Buffer.concat([
      masked(TEXT, JSON.stringify({ type: 'ping', payload: { any: 'x'.repeat(200_000) } })),
      masked(PONG, ''),
    ])
    const everything = 400
    let sent = 0
    while (sent < everything && !stream.destroyed) {
      sent += 1
      if (!stream.write(asked)) {
        await Promise.race([gone, new Promise((resolve) => stream.once('drain', resolve))])
      }
    }
    await gone
    expect(sent).toBeLessThan(everything)
    expect((await door.ask('{ me { name } }')).body).toEqual({ data: { me: { name: 'Siti' } } })
  })

  test('survives whatever messages are made of', async () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record(
          {
            type: fc.constantFrom(
              'connection_init',
              'subscribe',
              'complete',
              'ping',
              'pong',
              'next',
              'error',
              '',
            ),
            id: fc.oneof(fc.string(), fc.integer(), fc.constantFrom('1', '2', '__proto__', 'constructor')),
            payload: fc.oneof(
              fc.jsonValue(),
              fc.record(
                {
                  query: fc.oneof(
                    fc.string(),
                    fc.constantFrom(
                      '{ me { name } }',
                      'subscription { reviewed { id } }',
                      '{',
                      'query A { me { id } } query B { me { id } }',
                    ),
                  ),
                  operationName: fc.oneof(fc.string(), fc.constant(null), fc.constant('A')),
                  variables: fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
                  extensions: fc.jsonValue(),
                },
                { requiredKeys: [] },
              ),
            ),
          },
          { requiredKeys: [] },
        )
        .map((message) => JSON.stringify(message)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 12 }), fc.boolean(), async (messages, initialised) => {
        const { say, socket, heard, closed } = await speak(door)
        if (initialised) say({ type: 'connection_init' })
        for (const message of messages) say(message)
        say({ type: 'ping' })
        socket.once('pong', () => socket.close(1000))
        socket.ping()
        const end = await closed()
        // Either it was closed with a code of the protocol, or it lived to the end.
        expect([1000, 4400, 4401, 4409, 4429]).toContain(end?.code)
        for (const { type } of heard) {
          expect(['connection_ack', 'pong', 'next', 'error', 'complete']).toContain(type)
        }
      }),
      { numRuns: 60 },
    )
    await until(() => bookshop.source.listeners === 0)
    expect((await door.ask('{ me { name } }')).body).toEqual({ data: { me: { name: 'Siti' } } })
  })
})

describe('a socket of a session', () => {
  const fanout = createInProcessFanout()
  const matches = createMatches()
  let door: Door
  beforeAll(async () => {
    door = await openDoor(matches.parts, 'in process', { publicKey, identitySecret: SECRET, fanout })
  })
  afterAll(() => door.stop())

  test('with a token that does not verify is closed', async () => {
    const { say, closed } = await speak(door)
    say({ type: 'connection_init', payload: { headers: { Authorization: 'Bearer nobody' } } })
    expect(await closed()).toEqual({ code: 4403, reason: 'The access token is not valid: sign in again.' })
  })

  test('ends with its token', async () => {
    const { initialise, closed } = await speak(door)
    await initialise({ authorization: `Bearer ${await token({ expires: new Date(Date.now() + 1_500) })}` })
    expect(await closed()).toEqual({ code: 4403, reason: 'The access token has expired' })
  })

  test('ends with its session, as events over HTTP do, and no other; the token works no more', async () => {
    const [own, other] = await Promise.all([token({ sessionId: 's7' }), token({ sessionId: 's8' })])
    const bearer = (value: string) => ({ authorization: `Bearer ${value}` })
    const query = 'subscription { announcements { points } }'
    const socket = await speak(door, { headers: bearer(own) })
    await socket.initialise()
    socket.say(subscribe('1', query))
    const lives = follow(door.client(bearer(other)), query)
    const events = await fetch(door.url, {
      method: 'POST',
      headers: { ...bearer(own), accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    await until(() => matches.live.listeners === 2)
    fanout.publish('sessions-revoked', { noSession: true })
    fanout.publish('sessions-revoked', { sessionId: 's7' })
    expect(await socket.closed()).toEqual({ code: 4403, reason: 'The session has ended' })
    expect(await events.text()).toContain('"code":"SESSION_REVOKED"')
    const refused = await door.ask('{ last { points } }', {}, bearer(own))
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
    const again = await speak(door, { headers: bearer(own) })
    again.say({ type: 'connection_init' })
    expect(await again.closed()).toMatchObject({ code: 4403 })
    matches.score(5)
    await until(() => lives.events.length === 1)
    expect((await door.ask('{ last { points } }', {}, bearer(other))).status).toBe(200)
  })
})
