import { SignJWT, exportSPKI, generateKeyPair } from 'jose'
import { connect } from 'node:net'
import { Agent, EventSource } from 'undici'
import { createBookshop } from '../support/bookshop.ts'
import { type Door, openDoor, until } from '../support/door.ts'
import { sendRaw } from '../support/raw.ts'
import { eventsIn, openStream, partsIn } from '../support/streams.ts'

const EVENTS = { accept: 'text/event-stream' }
const PARTS = { accept: 'multipart/mixed;subscriptionSpec=1.0, application/json' }
const LIVE = 'subscription { reviewed { stars author { name } } }'
const review = (stars: number) => ({ id: 'r9', stars, bookId: 'b2', authorId: 'p1' })
const result = (stars: number) => ({ data: { reviewed: { stars, author: { name: 'Siti' } } } })

const bookshop = createBookshop()
const { source } = bookshop
let door: Door
beforeAll(async () => {
  door = await openDoor(bookshop.parts, 'in process')
})
afterAll(() => door.stop())
afterEach(() => until(() => source.listeners === 0))

describe('Server-Sent Events', () => {
  test('bring a subscription’s results in order, and say when it is complete', async () => {
    const live = await openStream(door.url, LIVE, EVENTS)
    expect([live.response.status, live.response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ])
    expect(live.response.headers.get('cache-control')).toBe('no-store')
    expect(live.response.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/)
    await until(() => source.listeners === 1)
    for (const stars of [1, 2, 3]) source.emit(review(stars))
    await until(() => eventsIn(live.text).length === 3)
    source.end()
    await until(() => live.over)
    expect(live.text.startsWith(':\n\n')).toBe(true)
    expect(eventsIn(live.text)).toEqual([
      ...[1, 2, 3].map((stars) => ['next', result(stars)]),
      ['complete', null],
    ])
  })

  test('serve a browser’s EventSource', async () => {
    // As a browser marks what a page of the same origin asks for.
    const dispatcher = new Agent().compose((dispatch) => (options, handler) => {
      const headers = { ...(options.headers as Record<string, string>), 'sec-fetch-site': 'same-origin' }
      return dispatch({ ...options, headers }, handler)
    })
    const events = new EventSource(`${door.url}?query=${encodeURIComponent(LIVE)}`, { node: { dispatcher } })
    const came: unknown[] = []
    events.addEventListener('next', (event) => came.push(JSON.parse((event as MessageEvent).data as string)))
    events.addEventListener('complete', () => {
      came.push('complete')
      events.close()
    })
    await until(() => source.listeners === 1)
    source.emit(review(4))
    source.end()
    await until(() => came.length === 2)
    expect(came).toEqual([result(4), 'complete'])
    await dispatcher.close()
  })

  test('bring the answer of a query, a refusal, and of a mutation as well', async () => {
    const cases: [string, unknown][] = [
      ['{ me { name } }', { data: { me: { name: 'Siti' } } }],
      ['mutation { rename(id: "b1", title: "x") { title } }', { data: { rename: { title: 'x' } } }],
      [
        '{ shoes }',
        { errors: [expect.objectContaining({ message: expect.stringContaining('"shoes"') as string })] },
      ],
    ]
    for (const [query, answer] of cases) {
      const stream = await openStream(door.url, query, EVENTS)
      await until(() => stream.over)
      expect(stream.response.status).toBe(200)
      expect(eventsIn(stream.text)).toEqual([
        ['next', answer],
        ['complete', null],
      ])
    }
  })

  test('end upstream when the client leaves', async () => {
    const live = await openStream(door.url, LIVE, EVENTS)
    await until(() => source.listeners === 1)
    live.leave()
    await until(() => source.listeners === 0)
  })

  test('tell of a refusal by the subgraph, and end', async () => {
    const live = await openStream(door.url, 'subscription { forbidden { id } }', EVENTS)
    await until(() => live.over)
    expect(eventsIn(live.text)).toEqual([
      [
        'next',
        {
          errors: [
            expect.objectContaining({
              message: 'Tutors only.',
              extensions: expect.objectContaining({ code: 'FORBIDDEN' }) as object,
            }),
          ],
        },
      ],
      ['complete', null],
    ])
  })
})

test('a client that closes its half of the connection has left', async () => {
  const body = JSON.stringify({ query: LIVE })
  const bytes = `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  for (let n = 0; n < 10; n++) {
    expect(await sendRaw(door.origin, bytes, { end: true })).not.toContain('event: complete')
  }
})

describe('multipart responses', () => {
  test('bring a subscription’s results as Apollo’s clients read them', async () => {
    const live = await openStream(door.url, LIVE, PARTS)
    expect(live.response.headers.get('content-type')).toBe(
      'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
    )
    await until(() => source.listeners === 1 && partsIn(live.text, 'graphql').length === 1)
    for (const stars of [1, 2]) source.emit(review(stars))
    await until(() => partsIn(live.text, 'graphql').length === 3)
    source.end()
    await until(() => live.over)
    expect(partsIn(live.text, 'graphql')).toEqual([{}, { payload: result(1) }, { payload: result(2) }])
    expect(live.text.endsWith('\r\n--graphql--\r\n')).toBe(true)
  })

  test('tell of the errors that end it beside an empty payload', async () => {
    const live = await openStream(door.url, 'subscription { forbidden { id } }', PARTS)
    await until(() => live.over)
    expect(partsIn(live.text, 'graphql')).toEqual([
      {},
      { payload: null, errors: [expect.objectContaining({ message: 'Tutors only.' })] },
    ])
    expect(live.text.endsWith('\r\n--graphql--\r\n')).toBe(true)
  })

  test('are not what a query, or a subscription that is not valid, is answered with', async () => {
    const query = await openStream(door.url, '{ me { id } }', PARTS)
    const invalid = await openStream(door.url, 'subscription { shoes { id } }', PARTS)
    await until(() => query.over && invalid.over)
    expect(query.response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(invalid.response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(JSON.parse(invalid.text)).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    })
  })
})

test('a quiet subscription shows that it lives', async () => {
  const quiet = await openDoor(createBookshop().parts, 'in process', { heartbeatMs: 10 })
  try {
    const events = await openStream(quiet.url, LIVE, EVENTS)
    const parts = await openStream(quiet.url, LIVE, PARTS)
    await until(() => events.text.startsWith(':\n\n:\n\n:\n\n') && partsIn(parts.text, 'graphql').length > 2)
    expect(partsIn(parts.text, 'graphql').slice(0, 3)).toEqual([{}, {}, {}])
  } finally {
    await quiet.stop()
  }
})

test('a client that does not read is dropped, and finds the reason when it reads again; others go on', async () => {
  const flooded = createBookshop()
  const slow = await openDoor(flooded.parts, 'in process', { slow: { waiting: 20, patienceMs: 100 } })
  try {
    const other = await openStream(slow.url, LIVE, EVENTS)
    await until(() => flooded.source.listeners === 1)
    const query = JSON.stringify({ query: 'subscription { flood(count: 50000) { id stars } }' })
    let text = ''
    const deaf = connect(Number(new URL(slow.origin).port), '127.0.0.1', () => {
      deaf.pause()
      deaf.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${query.length}\r\n\r\n${query}`,
      )
    })
    deaf.on('data', (chunk) => (text = (text + String(chunk)).slice(-2_000)))
    await until(() => flooded.flood.ended)
    deaf.resume()
    await until(() => text.includes('event: complete'))
    expect(text).toContain('"code":"SUBSCRIPTION_TOO_SLOW"')
    deaf.destroy()
    flooded.source.emit(review(1))
    await until(() => eventsIn(other.text).length === 1)
    other.leave()
  } finally {
    await slow.stop()
  }
})

test('a subscription ends with its access token', async () => {
  const keys = await generateKeyPair('EdDSA')
  const guarded = await openDoor(createBookshop().parts, 'in process', {
    publicKey: await exportSPKI(keys.publicKey),
    identitySecret: 'a secret of the gateway and the subgraphs',
  })
  const token = await new SignJWT({ roles: ['STUDENT'], locale: 'id', sid: 's1' })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('u1')
    .setIssuer('simpul')
    .setAudience('simpul-api')
    .setExpirationTime('2s')
    .sign(keys.privateKey)
  const ended = {
    message: 'The access token has expired.',
    extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) as object,
  }
  try {
    const authorization = `Bearer ${token}`
    const events = await openStream(guarded.url, LIVE, { ...EVENTS, authorization })
    const parts = await openStream(guarded.url, LIVE, { ...PARTS, authorization })
    await until(() => events.over && parts.over)
    expect(eventsIn(events.text)).toEqual([
      ['next', { errors: [ended] }],
      ['complete', null],
    ])
    expect(partsIn(parts.text, 'graphql').at(-1)).toEqual({ payload: null, errors: [ended] })
    const late = await openStream(guarded.url, LIVE, { ...EVENTS, authorization })
    expect([late.response.status, late.response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  } finally {
    await guarded.stop()
  }
})

test('when the gateway stops, it says so to all who follow', async () => {
  const stopping = createBookshop()
  const gone = await openDoor(stopping.parts, 'in process')
  const events = await openStream(gone.url, LIVE, EVENTS)
  const parts = await openStream(gone.url, LIVE, PARTS)
  await until(() => stopping.source.listeners >= 1)
  await gone.stop()
  await until(() => events.over && parts.over)
  expect(eventsIn(events.text)).toEqual([
    [
      'next',
      {
        errors: [
          expect.objectContaining({
            extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }) as object,
          }),
        ],
      },
    ],
    ['complete', null],
  ])
  expect(parts.text.endsWith('\r\n--graphql--\r\n')).toBe(true)
  expect(stopping.source.listeners).toBe(0)
})

test('a subscription that says of no way to come is told which there are', async () => {
  const refused = await openStream(door.url, LIVE, { accept: '*/*' })
  await until(() => refused.over)
  expect([refused.response.status, JSON.parse(refused.text)]).toMatchObject([
    400,
    {
      errors: [
        {
          message:
            'A subscription is followed over WebSocket, or with Accept: text/event-stream or multipart/mixed;subscriptionSpec=1.0.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    },
  ])
})
