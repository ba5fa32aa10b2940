import { type IntrospectionQuery, buildClientSchema, getIntrospectionQuery } from 'graphql'
import { connect } from 'node:net'
import { createBookshop } from '../support/bookshop.ts'
import { type Door, TOPOLOGIES, openDoor, post } from '../support/door.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'

describe.each(TOPOLOGIES)('a request through the door, subgraphs %s', (topology) => {
  const bookshop = createBookshop()
  let door: Door

  beforeAll(async () => {
    door = await openDoor(bookshop.parts, topology)
  })
  afterAll(() => door.stop())

  test('gathers one answer from three subgraphs', async () => {
    const { status, body, headers } = await door.ask(`
      query Shelf { books { title published reviews { stars author { name } } } }
    `)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(body).toEqual({
      data: {
        books: [
          {
            title: 'Laskar Pelangi',
            published: '2005-09-01T00:00:00.000Z',
            reviews: [{ stars: 5, author: { name: 'Siti' } }],
          },
          {
            title: 'Bumi Manusia',
            published: '1980-08-25T00:00:00.000Z',
            reviews: [{ stars: 3, author: { name: 'Budi' } }],
          },
        ],
      },
    })
  })

  test('decides @skip and @include, aliases and fragments', async () => {
    const query = `query ($with: Boolean!) {
      books(first: 1) { ...Named reviews @include(if: $with) { id } __proto__: id }
      none: me @skip(if: $with) { id }
    } fragment Named on Book { label: title }`
    expect((await door.ask(query, { with: true })).body).toEqual(
      JSON.parse('{"data":{"books":[{"label":"Laskar Pelangi","reviews":[{"id":"r1"}],"__proto__":"b1"}]}}'),
    )
    expect((await door.ask(query, { with: false })).body).toEqual(
      JSON.parse('{"data":{"books":[{"label":"Laskar Pelangi","__proto__":"b1"}],"none":{"id":"p1"}}}'),
    )
  })

  test('gives what there is beside a coded error with its path, without stack traces', async () => {
    const { status, body } = await door.ask(
      '{ reviews { author { name secret } } }',
      {},
      { traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
    )
    expect(status).toBe(200)
    expect(body).toEqual({
      data: {
        reviews: [{ author: { name: 'Siti', secret: null } }, { author: { name: 'Budi', secret: null } }],
      },
      errors: [0, 1].map((index) => ({
        message: 'This is not yours.',
        path: ['reviews', index, 'author', 'secret'],
        extensions: { code: 'FORBIDDEN', serviceName: 'people', traceId: TRACE },
      })),
    })
  })

  test('carries the trace id to the subgraphs and back', async () => {
    const { headers } = await door.ask(
      '{ me { id } }',
      {},
      { traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
    )
    expect(headers.get('x-trace-id')).toBe(TRACE)
    expect(bookshop.people.requests.at(-1)?.traceparent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`))
    const fresh = await door.ask('{ me { id } }')
    expect(fresh.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/)
    expect(fresh.headers.get('x-trace-id')).not.toBe(TRACE)
  })

  test('without keys passes the client’s authorization and languages on, and nothing else', async () => {
    await door.ask(
      '{ me { locale } }',
      {},
      {
        authorization: 'Basic abc',
        'accept-language': 'en-GB',
        'x-simpul-identity': 'forged',
        'x-other': 'kept here',
      },
    )
    const seen = bookshop.people.requests.at(-1) ?? {}
    expect(seen).toMatchObject({ authorization: 'Basic abc', 'accept-language': 'en-GB' })
    expect(seen).not.toHaveProperty('x-simpul-identity')
    expect(seen).not.toHaveProperty('x-other')
  })

  test('a custom scalar’s value comes back as JSON would have it', async () => {
    const value = { at: [1, null, { deep: 'x' }], zero: -0 }
    const { body } = await door.ask('query ($value: Moment) { echo(value: $value) }', { value })
    expect(body).toEqual({ data: { echo: { at: [1, null, { deep: 'x' }], zero: 0 } } })
  })

  test('describes itself, in the newest terms, without asking a subgraph', async () => {
    const asked = bookshop.parts.flatMap(({ requests }) => requests).length
    const { body } = await door.ask(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }))
    expect(body.errors).toBeUndefined()
    const schema = buildClientSchema(body.data as unknown as IntrospectionQuery)
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(['rename'])
    expect(schema.getType('_Any')).toBeUndefined()
    const { body: some } = await door.ask(
      '{ kind: __typename __type(name: "Book") { name } none: me @skip(if: true) { id } }',
    )
    expect(some).toEqual({ data: { kind: 'Query', __type: { name: 'Book' } } })
    expect(bookshop.parts.flatMap(({ requests }) => requests)).toHaveLength(asked)
  })

  test('runs a mutation, by POST alone', async () => {
    const rename = 'mutation { rename(id: "b1", title: "Edensor") { title reviews { stars } } }'
    expect((await door.ask(rename)).body).toEqual({
      data: { rename: { title: 'Edensor', reviews: [{ stars: 5 }] } },
    })
    const response = await fetch(`${door.url}?query=${encodeURIComponent(rename)}`, {
      headers: { 'apollo-require-preflight': '1' },
    })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('what is refused at the door', () => {
  let door: Door

  beforeAll(async () => {
    door = await openDoor(createBookshop().parts, 'in process', {
      maxBodyBytes: 20_000,
      limits: { depth: 10, aliases: 5, mutations: 3, tokens: 500, fields: 100 },
    })
  })
  afterAll(() => door.stop())

  const refusalOf = async (answer: ReturnType<typeof post>) => {
    const { status, body, headers } = await answer
    expect(body.errors?.[0]?.extensions.traceId).toBe(headers.get('x-trace-id'))
    expect(body).not.toHaveProperty('data')
    return [status, body.errors?.[0]?.extensions.code, body.errors?.[0]?.message]
  }

  test('JSON that breaks off', async () => {
    expect(await refusalOf(post(door.url, '{"query": "{ me { id }'))).toEqual([
      400,
      'BAD_REQUEST',
      'The body is not JSON.',
    ])
  })

  test('a body that is not UTF-8, not JSON by its type, or compressed', async () => {
    const response = await fetch(door.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect([response.status, (await response.json()) as unknown]).toMatchObject([
      400,
      { errors: [{ message: 'The body is not UTF-8.' }] },
    ])
    expect(await refusalOf(post(door.url, '{}', { 'content-type': 'text/plain' }))).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the operation as application/json in UTF-8.',
    ])
    expect(await refusalOf(post(door.url, '{}', { 'content-encoding': 'gzip' }))).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the operation without a content encoding.',
    ])
  })

  test('a huge body, whether its length is said or not', async () => {
    const huge = JSON.stringify({ query: '{ me { id } }', variables: { a: 'x'.repeat(30_000) } })
    const expected = [413, 'PAYLOAD_TOO_LARGE', 'The body may have at most 20000 bytes.']
    expect(await refusalOf(post(door.url, huge))).toEqual(expected)
    const { port } = new URL(door.url)
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
        )
        for (let n = 0; n < 30; n++) socket.write(`3e8\r\n${'x'.repeat(1_000)}\r\n`)
      })
      socket.on('data', (chunk) => {
        text += String(chunk)
        if (text.includes('PAYLOAD_TOO_LARGE')) {
          socket.destroy()
          resolve(text)
        }
      })
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  test.each([
    ['no operation', { query: '' }, 400, 'BAD_REQUEST'],
    ['no object', [1], 400, 'BAD_REQUEST'],
    ['a text that is no GraphQL', { query: '{ me { id }' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['a null byte', { query: '{ me\u0000 { id } }' }, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'lists in lists',
      { query: `{ echo(value: ${'['.repeat(9)}${']'.repeat(9)}) }` },
      400,
      'OPERATION_TOO_LARGE',
    ],
    [
      'values that nest too deeply',
      { query: `query ($a: Moment = ${'{a:'.repeat(65)}1${'}'.repeat(65)}) { echo(value: $a) }` },
      400,
      'OPERATION_TOO_LARGE',
    ],
    ['an unknown field', { query: '{ me { shoes } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a field that is not for clients', { query: '{ books { cost } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['federation’s own fields', { query: '{ _service { sdl } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['@defer on a field', { query: '{ me @defer { id } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a name that no operation has',
      { query: 'query A { me { id } }', operationName: 'B' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'two operations and no name',
      { query: 'query A { me { id } } query B { me { id } }' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable that is missing',
      { query: 'query ($id: ID!) { book(id: $id) { id } }' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'a variable of the wrong type',
      { query: 'query ($n: Int) { books(first: $n) { id } }', variables: { n: 'many' } },
      400,
      'BAD_USER_INPUT',
    ],
    ['variables that are no object', { query: '{ me { id } }', variables: [1] }, 400, 'BAD_REQUEST'],
    [
      'variables that nest too deeply',
      {
        query: 'query ($v: Moment) { echo(value: $v) }',
        variables: { v: JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown },
      },
      400,
      'OPERATION_TOO_LARGE',
    ],
    [
      'fields that nest too deeply',
      { query: `{ reviews ${'{ book { reviews '.repeat(6)} { id } ${'} }'.repeat(6)} }` },
      400,
      'OPERATION_TOO_LARGE',
    ],
    ['too many tokens', { query: `{ me { ${'id '.repeat(600)} } }` }, 400, 'OPERATION_TOO_LARGE'],
    [
      'too many aliases',
      { query: `{ ${[1, 2, 3, 4, 5, 6].map((n) => `a${n}: me { id }`).join(' ')} }` },
      400,
      'OPERATION_TOO_LARGE',
    ],
    [
      'a mutation that does too many things',
      {
        query:
          'mutation { __typename ...A ... { __typename } } fragment A on Mutation { __typename __typename }',
      },
      400,
      'OPERATION_TOO_LARGE',
    ],
    [
      'fragments that spread into too much',
      {
        query: `{ me { ...A ...A ...A } } fragment A on Person { ...B ...B ...B } fragment B on Person { ...C ...C ...C }
          fragment C on Person { ...D ...D ...D } fragment D on Person { id name }`,
      },
      400,
      'OPERATION_TOO_LARGE',
    ],
    [
      'fragments that spread themselves',
      { query: '{ me { ...A } } fragment A on Person { ...A }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a subscription over HTTP', { query: 'subscription { reviewed { id } }' }, 400, 'BAD_REQUEST'],
    [
      'a persisted operation that nobody registered',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      200,
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    [
      'a persisted operation in a version that does not exist',
      { query: '{ me { id } }', extensions: { persistedQuery: { version: 2, sha256Hash: 'a'.repeat(64) } } },
      400,
      'BAD_REQUEST',
    ],
    [
      'an operation under another one’s hash',
      { query: '{ me { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      400,
      'PERSISTED_QUERY_HASH_MISMATCH',
    ],
  ])('%s', async (_what, request, status, code) => {
    expect((await refusalOf(post(door.url, JSON.stringify(request)))).slice(0, 2)).toEqual([status, code])
  })

  test('a form of another site (CSRF)', async () => {
    const response = await fetch(`${door.url}?query=${encodeURIComponent('{ me { id } }')}`)
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_REQUEST', traceId: response.headers.get('x-trace-id') } }] },
    ])
  })

  test('another method, and another path', async () => {
    const put = await fetch(door.url, { method: 'PUT', headers: { 'apollo-require-preflight': '1' } })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST'])
    const other = await fetch(`${door.origin}/elsewhere`)
    expect([other.status, await other.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ])
  })
})

test('introspection can be closed, and the explorers with it', async () => {
  const door = await openDoor(createBookshop().parts, 'in process', { introspection: false })
  try {
    const { status, body } = await door.ask('{ __schema { queryType { name } } }')
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED'])
    expect((await door.ask('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } })
    expect((await fetch(`${door.origin}/graphiql`)).status).toBe(404)
    const page = await fetch(door.url, { headers: { accept: 'text/html' } })
    expect(page.headers.get('content-type')).not.toContain('text/html')
  } finally {
    await door.stop()
  }
})

test('only pages of the origins that are let in may call from a browser', async () => {
  const door = await openDoor(createBookshop().parts, 'in process', { corsOrigins: ['https://app.example'] })
  const preflight = (origin: string) =>
    fetch(door.url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
  try {
    const allowed = await preflight('https://app.example')
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example')
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization')
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
    const answer = await door.ask('{ me { id } }', {}, { origin: 'https://app.example' })
    expect(answer.headers.get('access-control-expose-headers')).toBe('x-trace-id')
  } finally {
    await door.stop()
  }
})
