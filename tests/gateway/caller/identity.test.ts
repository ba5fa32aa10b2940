import { SignJWT, exportSPKI, generateKeyPair } from 'jose'
import { WebSocket } from 'ws'
import { createIdentityVerifier, createIdentitySigner, IDENTITY_HEADER } from '../../../kit/identity.ts'
import { createPart } from '../support/bookshop.ts'
import { type Door, TOPOLOGIES, openDoor, until } from '../support/door.ts'

const SECRET = 'a secret of the gateway and the subgraphs'
const keys = await generateKeyPair('EdDSA')
const strangers = await generateKeyPair('EdDSA')
const publicKey = await exportSPKI(keys.publicKey)
const notes: string[] = []
const siti = { userId: 'u1', roles: ['STUDENT'], locale: 'id', sessionId: 's1' }

function token({ expires = '5m', key = keys.privateKey, audience = 'simpul-api', roles = ['STUDENT'] } = {}) {
  return new SignJWT({ roles, locale: 'id', sid: 's1' })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('u1')
    .setIssuer('simpul')
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(key)
}

/** Two subgraphs that each answer who they were told is calling, once they have verified it. */
function createMirrors() {
  const verify = createIdentityVerifier(SECRET)
  const context = async ({ headers }: { headers: Record<string, string | undefined> }) => ({
    viewer: await verify(headers[IDENTITY_HEADER]),
  })
  const says = (_: unknown, __: unknown, { viewer }: { viewer: unknown }) => JSON.stringify(viewer)
  return [
    createPart({
      name: 'one',
      sdl: 'type Query { here: Mirror } type Mutation { note(text: String!): Boolean } type Mirror @key(fields: "id") { id: ID!  one: String }',
      resolvers: {
        Query: { here: () => ({ id: '1' }) },
        Mutation: { note: (_: unknown, { text }: { text: string }) => notes.push(text) > 0 },
        Mirror: { one: says },
      },
      context,
    }),
    createPart({
      name: 'two',
      sdl: 'type Subscription { ticks: Mirror } type Mirror @key(fields: "id") { id: ID!  two: String }',
      resolvers: {
        Mirror: { two: says },
        Subscription: {
          ticks: {
            async *subscribe() {
              yield { id: '1' }
              await new Promise((resolve) => setTimeout(resolve, 60_000).unref())
            },
            resolve: (mirror: unknown) => mirror,
          },
        },
      },
      context,
    }),
  ]
}

describe.each(TOPOLOGIES)('who is calling, subgraphs %s', (topology) => {
  let door: Door
  const who = '{ here { one two } }'

  beforeAll(async () => {
    door = await openDoor(createMirrors(), topology, { publicKey, identitySecret: SECRET })
  })
  afterAll(() => door.stop())

  test('a valid token is told, signed, to each subgraph', async () => {
    const { body } = await door.ask(who, {}, { authorization: `Bearer ${await token()}` })
    expect(body).toEqual({ data: { here: { one: JSON.stringify(siti), two: JSON.stringify(siti) } } })
  })

  test('no token is an anonymous caller', async () => {
    expect((await door.ask(who)).body).toEqual({ data: { here: { one: 'null', two: 'null' } } })
  })

  test('nobody says who they are in the gateway’s words', async () => {
    const forged = await createIdentitySigner(SECRET).sign({
      userId: 'admin',
      roles: ['ADMIN'],
      locale: 'en',
      sessionId: 's9',
    })
    const { body } = await door.ask(
      who,
      {},
      { [IDENTITY_HEADER]: forged, authorization: `Bearer ${await token()}` },
    )
    expect(body).toEqual({ data: { here: { one: JSON.stringify(siti), two: JSON.stringify(siti) } } })
  })

  test.each([
    ['expired', () => token({ expires: '-1s' }), 'The access token has expired: refresh the session.'],
    [
      'signed by another',
      () => token({ key: strangers.privateKey }),
      'The access token is not valid: sign in again.',
    ],
    [
      'for another audience',
      () => token({ audience: 'elsewhere' }),
      'The access token is not valid: sign in again.',
    ],
    [
      'with a role that does not exist',
      () => token({ roles: ['ROOT'] }),
      'The access token is not valid: sign in again.',
    ],
    ['no token at all', async () => 'x.y.z', 'The access token is not valid: sign in again.'],
  ])('a token that is %s is refused', async (_what, make, message) => {
    const { status, body, headers } = await door.ask(who, {}, { authorization: `Bearer ${await make()}` })
    expect([status, headers.get('www-authenticate'), body]).toEqual([
      401,
      'Bearer',
      { errors: [{ message, extensions: { code: 'UNAUTHENTICATED', traceId: headers.get('x-trace-id') } }] },
    ])
  })

  test('another scheme is refused', async () => {
    const { status, body } = await door.ask(who, {}, { authorization: 'Basic dXNlcjpwYXNz' })
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('a socket’s token is told with each event, wherever its sender put it', async () => {
    for (const parameters of [
      { authorization: `Bearer ${await token()}` },
      { headers: { Authorization: `Bearer ${await token()}` } },
    ]) {
      const events: unknown[] = []
      const client = door.client(parameters)
      const leave = client.subscribe(
        { query: 'subscription { ticks { one two } }' },
        { next: (event) => events.push(event), error() {}, complete() {} },
      )
      await until(() => events.length === 1)
      expect(events).toEqual([{ data: { ticks: { one: JSON.stringify(siti), two: JSON.stringify(siti) } } }])
      leave()
    }
  })

  test('a socket is refused with a bad token, and ends with its token', async () => {
    const closed: unknown[] = []
    for (const expires of ['-1s', '3s']) {
      const client = door.client({ authorization: `Bearer ${await token({ expires })}` })
      client.on('closed', (event) => {
        const { code, reason } = event as { code: number; reason: string }
        closed.push([code, reason])
      })
      client.subscribe({ query: 'subscription { ticks { id } }' }, { next() {}, error() {}, complete() {} })
      await until(() => closed.length === (expires === '3s' ? 2 : 1))
    }
    expect(closed).toEqual([
      [4403, 'The access token has expired: refresh the session.'],
      [4403, 'The access token has expired'],
    ])
  })

  test('who ignores that the socket ends with the token is not heard any more', async () => {
    const authorization = `Bearer ${await token({ expires: '2s' })}`
    const deaf = new WebSocket(door.url.replace('http', 'ws'), 'graphql-transport-ws')
    const say = (message: object) => deaf.send(JSON.stringify(message))
    let acknowledged = false
    deaf.once('message', () => (acknowledged = true))
    deaf.once('open', () => say({ type: 'connection_init', payload: { authorization } }))
    await until(() => acknowledged)
    // It reads nothing from here on, so it never answers the gateway's wish to close.
    deaf.pause()
    const expired = Date.now() + 2_100
    await until(() => Date.now() > expired, 3_000)

    say({ id: '1', type: 'subscribe', payload: { query: 'mutation { note(text: "too late") }' } })
    await new Promise((resolve) => setTimeout(resolve, 200))
    deaf.terminate()
    expect(notes).toEqual([])
  })

  test('headers in headers in headers are nothing that a socket looks into', async () => {
    const socket = new WebSocket(door.url.replace('http', 'ws'), 'graphql-transport-ws')
    const said: unknown[] = []
    socket.on('message', (data) => said.push(JSON.parse(String(data))))
    socket.on('close', (code) => said.push(code))
    socket.once('open', () =>
      socket.send(
        `{"type":"connection_init","payload":${'{"headers":'.repeat(20_000)}{}${'}'.repeat(20_000)}}`,
      ),
    )
    await until(() => said.length > 0)
    socket.terminate()
    expect(said).toEqual([{ type: 'connection_ack' }])
  })
})

test('the key and the secret go together', async () => {
  await expect(openDoor(createMirrors(), 'in process', { publicKey })).rejects.toThrow(
    'The public key of access tokens and the identity secret go together: give both or none.',
  )
})
