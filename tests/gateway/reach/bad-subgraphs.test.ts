import { gzipSync } from 'node:zlib'
import { createPart } from '../support/bookshop.ts'
import { type Door, openDoor } from '../support/door.ts'
import {
  type Behaviour,
  type FailingSubgraph,
  hang,
  json,
  openFailingSubgraph,
} from '../support/failing-subgraph.ts'

/** What would be the right answer, if it came as one. */
const GOOD_TEXT = JSON.stringify({ data: { _entities: [{ size: 1 }, { size: 2 }] } })

describe('a subgraph that misbehaves', () => {
  let failing: FailingSubgraph
  let door: Door

  const good = createPart({
    name: 'good',
    sdl: 'type Query { things: [Thing!]! } type Thing @key(fields: "id") { id: ID! }',
    resolvers: { Query: { things: () => [{ id: '1' }, { id: '2' }] } },
  })
  const bad = createPart({
    name: 'bad',
    sdl: `type Query { alone: Thing  list: [Int!] }  type Mutation { act: Boolean }
          type Thing @key(fields: "id") { id: ID!  size: Int }`,
    resolvers: {},
  })

  beforeAll(async () => {
    failing = await openFailingSubgraph()
    door = await openDoor([good, bad], 'in process', {
      reach: {
        subgraphs: [good.subgraph],
        urls: { bad: failing.url },
        http: { timeoutMs: 1_000, maxResponseBytes: 10_000 },
        // What happens when it goes on like this is told elsewhere.
        guard: {
          breaker: { share: 0.99, withinMs: 1_000, leastPerSecond: 1_000 },
          retries: { attempts: 2, firstDelayMs: 1, share: 1, atOnce: 100 },
        },
      },
    })
  })
  afterAll(async () => {
    await door.stop()
    await failing.stop()
  })

  const malformed = 'The subgraph "bad" answered with what is no GraphQL response.'

  test.each<[string, Behaviour, string, string, path?: string[]]>([
    [
      'answers HTML',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>'),
      'SUBREQUEST_MALFORMED_RESPONSE',
      malformed,
    ],
    [
      'answers HTML with a bad status',
      (_, response) => response.writeHead(502).end('<h1>Bad gateway at 10.1.2.3</h1>'),
      'SUBREQUEST_FAILED',
      'The subgraph "bad" answered with the status 502.',
    ],
    [
      'is too busy, says a page in front of it',
      (_, response) => response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Try later</h1>'),
      'SUBREQUEST_FAILED',
      'The subgraph "bad" answered with the status 503.',
    ],
    [
      'sends the gateway elsewhere, where it does not go',
      (_, response) => response.writeHead(307, { location: `${failing.url}/other` }).end(GOOD_TEXT),
      'SUBREQUEST_FAILED',
      'The subgraph "bad" answered with the status 307.',
    ],
    [
      'calls its JSON something else',
      (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end(GOOD_TEXT),
      'SUBREQUEST_MALFORMED_RESPONSE',
      malformed,
    ],
    [
      'compresses what nobody asked it to',
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync(GOOD_TEXT)),
      'SUBREQUEST_MALFORMED_RESPONSE',
      malformed,
    ],
    [
      'speaks something else than HTTP',
      (request) => request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
      'SUBREQUEST_FAILED',
      'The subgraph "bad" could not be reached.',
    ],
    [
      'breaks off in its JSON',
      (_, response) => response.end('{"data":{"_entities":[{"__typ'),
      'SUBREQUEST_MALFORMED_RESPONSE',
      malformed,
    ],
    [
      'breaks off before its length',
      (_, response) => {
        response.writeHead(200, { 'content-length': 1000 })
        response.write('{"data":')
        setTimeout(() => response.destroy(), 10)
      },
      'SUBREQUEST_FAILED',
      'The subgraph "bad" could not be reached.',
    ],
    [
      'sends too much',
      (_, response) => response.end(JSON.stringify({ data: { x: 'x'.repeat(50_000) } })),
      'SUBREQUEST_TOO_LARGE',
      'The subgraph "bad" answered with more than 10000 bytes.',
    ],
    [
      'sends ten megabytes',
      (_, response) => response.end(Buffer.alloc(10_000_000, ' ')),
      'SUBREQUEST_TOO_LARGE',
      'The subgraph "bad" answered with more than 10000 bytes.',
    ],
    [
      'hears the request out, and then says no more',
      (request) => request.socket.end(),
      'SUBREQUEST_FAILED',
      'The subgraph "bad" could not be reached.',
    ],
    [
      'begins an answer, and does not go on',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"data"'),
      'SUBREQUEST_TIMEOUT',
      'The subgraph "bad" did not answer within 1000 ms.',
    ],
    ['does not answer', hang, 'SUBREQUEST_TIMEOUT', 'The subgraph "bad" did not answer within 1000 ms.'],
    [
      'drips for ever',
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 50)
        response.on('close', () => clearInterval(drip))
      },
      'SUBREQUEST_TIMEOUT',
      'The subgraph "bad" did not answer within 1000 ms.',
    ],
    [
      'hangs up',
      (request) => request.socket.destroy(),
      'SUBREQUEST_FAILED',
      'The subgraph "bad" could not be reached.',
    ],
    ['answers null', json(null), 'SUBREQUEST_MALFORMED_RESPONSE', malformed],
    ['answers a list', json([]), 'SUBREQUEST_MALFORMED_RESPONSE', malformed],
    ['answers nothing at all', json({}), 'SUBREQUEST_MALFORMED_RESPONSE', malformed],
    ['answers data of another shape', json({ data: 'x' }), 'SUBREQUEST_MALFORMED_RESPONSE', malformed],
    ['answers errors of another shape', json({ errors: ['x'] }), 'SUBREQUEST_MALFORMED_RESPONSE', malformed],
    [
      'answers no data and no reason',
      json({ data: null }),
      'SUBREQUEST_MALFORMED_RESPONSE',
      'The subgraph "bad" answered without data and without an error.',
    ],
    [
      'answers too few entities',
      json({ data: { _entities: [{ size: 1 }] } }),
      'SUBREQUEST_MALFORMED_RESPONSE',
      'The subgraph "bad" answered with 1 entities where 2 were asked for.',
      ['things'],
    ],
    [
      'answers entities that are no list',
      json({ data: { _entities: 3 } }),
      'SUBREQUEST_MALFORMED_RESPONSE',
      'The subgraph "bad" answered with no list of entities where 2 were asked for.',
      ['things'],
    ],
    [
      'gives an error without a code, which was not meant for clients',
      json({
        data: { _entities: [null, null] },
        errors: [{ message: 'connect ECONNREFUSED 10.1.2.3:5432' }],
      }),
      'INTERNAL_SERVER_ERROR',
      'Something went wrong on our side.',
    ],
  ])('that %s', async (_what, behaviour, code, message, ...[path]) => {
    failing.behave = behaviour
    const { status, body } = await door.ask('{ things { id size } }')
    expect(status).toBe(200)
    expect(body).toEqual({
      data: {
        things: [
          { id: '1', size: null },
          { id: '2', size: null },
        ],
      },
      errors: [
        {
          message,
          ...(path ? { path } : {}),
          extensions: {
            code,
            serviceName: 'bad',
            traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
          },
        },
      ],
    })
  })

  test('that answers a value of another type: one coded error, and no word of the value', async () => {
    failing.behave = json({ data: { list: 'internal detail' } })
    const { body } = await door.ask('{ list }')
    expect(body.errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([
      ['SUBREQUEST_MALFORMED_RESPONSE', 'What a subgraph gave for Query.list is not of its type.'],
    ])
  })

  test('a deadline holds for all attempts together', async () => {
    failing.behave = (request, response) =>
      setTimeout(() => (failing.asked === 1 ? request.socket.destroy() : response.writeHead(503).end()), 700)
    failing.asked = 0
    const { body } = await door.ask('{ list }')
    expect(body.errors?.[0]?.extensions.code).toBe('SUBREQUEST_TIMEOUT')
    expect(failing.asked).toBe(2)
  })

  test('is waited for until it has answered once', async () => {
    const readiness = async () => {
      const response = await fetch(`${door.origin}/readyz`)
      return [response.status, await response.json()]
    }
    failing.behave = json({ data: { list: [1] } })
    await door.ask('{ list }')
    expect(await readiness()).toEqual([200, { status: 'ready' }])
  })
})

test('a gateway starts before its subgraphs, says what it waits for, and is alive all the while', async () => {
  const part = createPart({
    name: 'late',
    sdl: 'type Query { hello: String }',
    resolvers: { Query: { hello: () => 'hello' } },
  })
  const door = await openDoor([part], 'in process', {
    reach: { subgraphs: [], urls: { late: 'http://127.0.0.1:9/graphql' } },
  })
  const get = async (path: string) => {
    const response = await fetch(door.origin + path)
    return [response.status, await response.json()]
  }
  try {
    expect(await get('/healthz')).toEqual([200, { status: 'ok' }])
    expect(await get('/readyz')).toEqual([
      503,
      { status: 'waiting', waitingFor: ['the subgraph late to answer'] },
    ])
    const { body } = await door.ask('{ hello }')
    expect(body.errors?.[0]?.message).toBe('The subgraph "late" could not be reached.')
    expect(JSON.stringify(body)).not.toContain('127.0.0.1')
  } finally {
    await door.stop()
  }
})
