import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { WebSocket } from 'ws'
import { createBookshop } from './support/bookshop.ts'
import { type Door, openDoor } from './support/door.ts'

/**
 * Clients that send anything, over real HTTP and real WebSockets: each request gets data or coded errors that say nothing of
 * the server, no request takes it down, and none leaves anything behind. `FUZZ_SEED` and `FUZZ_RUNS` look further.
 */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_801)
const RUNS = Number(process.env.FUZZ_RUNS ?? 400)

/** What would tell a client of the server: places in its code, its folders, its language's own words. */
const LEAK =
  /\bat \S+ \(|\.[jt]s:\d|node_modules|file:\/\/|\/home\/|TypeError|RangeError|Cannot read prop|is not a function|undefined/

const VALID = [
  '{ me { id name reviews { stars book { title } } } }',
  'query Books($first: Int = 2, $on: Boolean!) { books(first: $first) { title @include(if: $on) reviews { author { name } } } }',
  'query ($id: ID!) { book(id: $id) { ...Book } } fragment Book on Book { id title published }',
  'mutation ($id: ID!, $title: String!) { rename(id: $id, title: $title) { title } }',
  '{ echo(value: { a: [1, "x", null] }) __schema { queryType { name } } __type(name: "Book") { name } }',
  'subscription { reviewed { id } }',
]

let door: Door
beforeAll(async () => (door = await openDoor(createBookshop().parts, 'in process')))
afterAll(() => door.stop())

const nasty = fc.constantFrom(
  '\0',
  '\u{feff}',
  '\u2028',
  '\ud800',
  '🦉',
  '"',
  '"""',
  '#',
  '\\u0000',
  '{',
  '}',
  '[',
  '(',
  '...',
  '@skip(if: true)',
  '@include(if: $x)',
  '$',
  '!',
  '|',
  '&',
  ':',
  '1e999',
  '99999999999999999999',
  '-0',
  '__typename',
  '__proto__',
  'constructor',
  'fragment F on Book { ...F }',
  '... on Person { ',
  'query',
  'subscription',
  'extend',
  '{'.repeat(300),
  '['.repeat(300),
  'a'.repeat(5_000),
  ' '.repeat(5_000),
  '{me{id}}'.repeat(50),
)
const token = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 }))

/** A document that was valid before something was put in, taken out or put in the place of something. */
const document = fc
  .tuple(fc.constantFrom(...VALID), fc.array(fc.tuple(fc.nat(200), fc.nat(12), token), { maxLength: 3 }))
  .map(([text, changes]) =>
    changes.reduce(
      (changed, [at, length, put]) => changed.slice(0, at) + put + changed.slice(at + length),
      text,
    ),
  )

const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    1e308,
    '\0',
    JSON.parse('{"__proto__":{"polluted":1}}'),
    JSON.parse('['.repeat(500) + ']'.repeat(500)),
  ),
)
const variables = fc.oneof(
  anyValue,
  fc.record({ id: anyValue, first: anyValue, on: anyValue, title: anyValue }, { requiredKeys: [] }),
  fc.constant({ id: 'b1', first: 1, on: true, title: 'T' }),
)

const body = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record(
        {
          query: fc.oneof({ weight: 8, arbitrary: document }, anyValue),
          variables,
          operationName: fc.oneof(fc.constant(undefined), anyValue),
          extensions: anyValue,
        },
        { requiredKeys: ['query'] },
      )
      .map((one) => JSON.stringify(one)),
  },
  { weight: 1, arbitrary: fc.array(fc.record({ query: document })).map((all) => JSON.stringify(all)) },
  { weight: 1, arbitrary: anyValue.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.tuple(document, fc.nat(80)).map(([query, at]) => JSON.stringify({ query }).slice(0, at)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

const headers = fc.record(
  {
    'content-type': fc.oneof(
      { weight: 6, arbitrary: fc.constant('application/json') },
      fc.constantFrom(
        'application/json; charset=utf-8',
        'application/json; charset=latin1',
        'text/plain',
        'application/graphql',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        ';;',
        'a/b',
      ),
    ),
    accept: fc.constantFrom(
      '*/*',
      'application/json',
      'application/graphql-response+json',
      'text/html',
      'image/png',
      ';q=x',
      'application/json;q=0',
    ),
    authorization: fc.constantFrom('Bearer x', 'Basic eDp4', 'Bearer', 'x'.repeat(2_000)),
    'accept-language': fc.constantFrom('id', 'en', '*', ';;;q', 'x-'.repeat(300)),
    traceparent: fc.constantFrom('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'zz', '00-0-0-0'),
    'content-encoding': fc.constantFrom('identity', 'gzip', 'br'),
    origin: fc.constantFrom('null', 'https://x.example', '::'),
  },
  { requiredKeys: ['content-type'] },
)

test('whatever is posted is answered with data or coded errors, and no word of the server', async () => {
  await fc.assert(
    fc.asyncProperty(body, headers, async (text, given) => {
      const response = await fetch(door.url, { method: 'POST', headers: given, body: Buffer.from(text) })
      const answer = await response.text()
      // A server is at fault only where it says so in place of an answer.
      expect([response.status, answer]).not.toEqual([expect.any(Number), expect.stringMatching(LEAK)])
      expect(response.status).toBeLessThan(500)
      if (!/json/.test(response.headers.get('content-type') ?? '')) return
      for (const one of [JSON.parse(answer)].flat() as Record<string, unknown>[]) checkResult(one)
    }),
    { seed: SEED, numRuns: RUNS },
  )
  expect('polluted' in {}).toBe(false)
  expect((await door.ask('{ me { id } }')).body).toEqual({ data: { me: { id: 'p1' } } })
}, 60_000)

test('whatever is asked for by GET', async () => {
  await fc.assert(
    fc.asyncProperty(
      document,
      fc.oneof(
        fc.constant(''),
        anyValue.map((value) => JSON.stringify(value)),
        token,
      ),
      async (query, text) => {
        const url = new URL(door.url)
        url.searchParams.set('query', query)
        if (text !== '') url.searchParams.set('variables', text)
        const response = await fetch(url, { headers: { accept: 'application/json' } })
        const answer = await response.text()
        expect(response.status).toBeLessThan(500)
        expect(answer).not.toMatch(LEAK)
        if (/json/.test(response.headers.get('content-type') ?? ''))
          checkResult(JSON.parse(answer) as Record<string, unknown>)
      },
    ),
    { seed: SEED, numRuns: RUNS / 4 },
  )
}, 60_000)

function checkResult({ data, errors }: Record<string, unknown>): void {
  expect(data !== undefined || (Array.isArray(errors) && errors.length > 0)).toBe(true)
  for (const error of (errors ?? []) as Record<string, unknown>[]) {
    expect(error).toEqual(expect.objectContaining({ message: expect.any(String) as string }))
    const { code } = error.extensions as Record<string, unknown>
    expect(code).toEqual(expect.any(String))
    expect(code).not.toBe('INTERNAL_SERVER_ERROR')
  }
}

/** Frames of the protocol with anything in them, and frames of none. */
const frame = fc.oneof(
  fc.constant(JSON.stringify({ type: 'connection_init' })),
  fc.record({ type: fc.constant('connection_init'), payload: anyValue }).map((one) => JSON.stringify(one)),
  fc
    .record({
      id: fc.constantFrom('1', '2'),
      type: fc.constant('subscribe'),
      payload: fc.record({ query: document, variables }, { requiredKeys: ['query'] }),
    })
    .map((one) => JSON.stringify(one)),
  fc
    .record(
      {
        id: fc.oneof(fc.constantFrom('1', '2'), anyValue),
        type: fc.constantFrom('subscribe', 'complete', 'ping', 'pong', 'next', 'error', 'x'),
        payload: anyValue,
      },
      { requiredKeys: ['type'] },
    )
    .map((one) => JSON.stringify(one)),
  token,
  fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
)

test('whatever comes over a WebSocket is answered, or ends the socket with a code', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 6 }), async (frames) => {
      const socket = new WebSocket(door.url.replace('http', 'ws'), 'graphql-transport-ws')
      const heard: string[] = []
      socket.on('message', (message) => heard.push(String(message as Buffer)))
      socket.on('error', () => undefined)
      await once(socket, 'open')
      const closed = once(socket, 'close') as Promise<[number, Buffer]>
      for (const one of frames) socket.send(one)
      // Everything before it has been read when a frame that no protocol has is answered.
      socket.send('the end')
      const [code, reason] = await closed
      expect([1000, ...Array.from({ length: 1000 }, (_, index) => 4000 + index), 1003, 1007, 1008]).toContain(
        code,
      )
      for (const message of [...heard, String(reason)]) expect(message).not.toMatch(LEAK)
      for (const { payload, type } of heard.map(
        (message) => JSON.parse(message) as Record<string, unknown>,
      )) {
        if (type === 'next') checkResult(payload as Record<string, unknown>)
        if (type === 'error') checkResult({ errors: payload })
      }
    }),
    { seed: SEED, numRuns: RUNS / 4 },
  )
  expect((await door.ask('{ me { id } }')).body).toEqual({ data: { me: { id: 'p1' } } })
}, 60_000)

test('what was sent is not kept', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const send = async (from: number) => {
    for (let n = from; n < from + 100; n++) {
      // Never the same text: what is kept for documents is bounded, whatever they are.
      await door.ask(`{ me { a${n}: id } x${n} ${'a '.repeat(100)} }`)
      await door.ask(`{ me { a${n}: id # ${'x'.repeat(3_000)}\n } }`)
    }
    collect()
    return process.memoryUsage().heapUsed
  }
  await send(0)
  const before = await send(1_000)
  const after = await send(2_000)
  expect((after - before) / 2 ** 20).toBeLessThan(15)
}, 60_000)
