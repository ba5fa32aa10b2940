import { createBookshop } from '../support/bookshop.ts'
import { type Answer, type Door, openDoor, post } from '../support/door.ts'

const bookshop = createBookshop()
let door: Door
beforeAll(async () => {
  door = await openDoor(bookshop.parts, 'in process', { corsOrigins: ['https://app.example'] })
})
afterAll(() => door.stop())

const PREFLIGHTED = { 'apollo-require-preflight': '1' }

function get(
  parameters: Record<string, string>,
  headers: Record<string, string> = PREFLIGHTED,
  method = 'GET',
) {
  return fetch(`${door.url}?${new URLSearchParams(parameters).toString()}`, { method, headers })
}

async function codeOf(response: Response): Promise<[number, unknown]> {
  const { errors } = (await response.json()) as Answer['body']
  return [response.status, errors?.[0]?.extensions.code]
}

describe('a query by GET', () => {
  test('brings its variables as JSON', async () => {
    const response = await get({
      query: 'query Other { me { id } } query One($id: ID!) { book(id: $id) { title } }',
      operationName: 'One',
      variables: '{"id":"b1"}',
      extensions: '{"any":"thing"}',
    })
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { book: { title: 'Laskar Pelangi' } } },
    ])
  })

  test('treats what is empty as absent', async () => {
    const response = await get({ query: '{ me { id } }', operationName: '', variables: '', extensions: '' })
    expect(await response.json()).toEqual({ data: { me: { id: 'p1' } } })
  })

  test('is answered a HEAD without the body', async () => {
    const whole = await get({ query: '{ me { id } }' })
    const head = await get({ query: '{ me { id } }' }, PREFLIGHTED, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String((await whole.arrayBuffer()).byteLength),
      '',
    ])
  })

  test.each([
    ['no query', {}],
    ['variables that are not JSON', { query: '{ me { id } }', variables: '{' }],
    ['variables that are no object', { query: '{ me { id } }', variables: '[1]' }],
    ['extensions that are no object', { query: '{ me { id } }', extensions: '"x"' }],
  ])('is refused with %s', async (_what, parameters) => {
    expect(await codeOf(await get(parameters as Record<string, string>))).toEqual([400, 'BAD_REQUEST'])
  })

  test('is refused with two queries', async () => {
    const response = await fetch(`${door.url}?query={me{id}}&query={me{name}}`, { headers: PREFLIGHTED })
    expect(await codeOf(response)).toEqual([400, 'BAD_REQUEST'])
  })

  test('may not be a mutation, nor a HEAD be one', async () => {
    const asked = bookshop.books.requests.length
    for (const method of ['GET', 'HEAD']) {
      const response = await get(
        { query: 'mutation { rename(id: "b1", title: "x") { id } }' },
        PREFLIGHTED,
        method,
      )
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
      if (method === 'GET') expect((await codeOf(response))[1]).toBe('METHOD_NOT_ALLOWED')
    }
    expect(bookshop.books.requests).toHaveLength(asked)
  })

  test.each([
    ['no header at all', {}, 400],
    ['an empty one', { 'x-apollo-operation-name': '' }, 400],
    ['a type that a form could have', { 'content-type': 'text/plain' }, 415],
    ['a type that a form could have, and a header', { 'content-type': 'text/plain', ...PREFLIGHTED }, 415],
    ['the header of Apollo’s clients', { 'x-apollo-operation-name': 'Any' }, 200],
    ['a type that no form can have', { 'content-type': 'application/json' }, 200],
    ['a page of another site', { accept: 'text/event-stream', 'sec-fetch-site': 'cross-site' }, 400],
    ['a page of this site', { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' }, 200],
    ['a page of a site that may call', { accept: 'text/event-stream', origin: 'https://app.example' }, 200],
    [
      'a page of a site that may not call',
      { accept: 'text/event-stream', origin: 'https://evil.example' },
      400,
    ],
    ['a page of this site that is no EventSource', { 'sec-fetch-site': 'same-origin' }, 400],
  ])('with %s', async (_what, headers, status) => {
    const response = await get({ query: '{ me { id } }' }, headers as Record<string, string>)
    expect(response.status).toBe(status)
    await response.body?.cancel()
  })
})

describe('the type of an answer', () => {
  const ask = (query: string, accept: string) => post(door.url, JSON.stringify({ query }), { accept })

  test('is the one that the client prefers, and says so', async () => {
    for (const type of ['application/json', 'application/graphql-response+json']) {
      expect((await ask('{ me { id } }', type)).headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    }
  })

  test('decides what a refused operation’s status is', async () => {
    const statuses = async (query: string) => [
      (await ask(query, 'application/graphql-response+json')).status,
      (await ask(query, '*/*')).status,
      (await ask(query, 'application/json')).status,
    ]
    expect(await statuses('{')).toEqual([400, 400, 200])
    expect(await statuses('{ shoes }')).toEqual([400, 400, 200])
    expect(await statuses('query A { me { id } } query B { me { id } }')).toEqual([400, 400, 200])
    expect(await statuses('')).toEqual([400, 400, 400])
  })

  test('with data and errors is no matter of the status', async () => {
    const { status, body } = await ask('{ me { secret } }', 'application/graphql-response+json')
    expect([status, body.data]).toEqual([200, { me: { secret: null } }])
  })

  test('that nobody has is refused', async () => {
    const { status, body } = await ask('{ me { id } }', 'image/png')
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([406, 'NOT_ACCEPTABLE'])
    const live = await ask('{ me { id } }', 'multipart/mixed;subscriptionSpec=1.0')
    expect([live.status, live.body.errors?.[0]?.extensions.code]).toEqual([406, 'NOT_ACCEPTABLE'])
  })
})

describe('a batch', () => {
  const send = (body: unknown) => post(door.url, JSON.stringify(body))

  test('is executed at the same time and answered in order, each with its own errors', async () => {
    let release: (() => void) | undefined
    const both = new Promise<void>((resolve) => (release = resolve))
    const { context } = bookshop.people.subgraph
    const came: unknown[] = []
    bookshop.people.subgraph.context = async (request) => {
      came.push(request)
      if (came.length === 2) release?.()
      await both
      return context(request)
    }
    const { status, body } = await send([
      { query: 'query ($id: ID!) { person(id: $id) { name } }', variables: { id: 'p2' } },
      { query: '{ shoes }' },
      { query: '{ me { name } }' },
    ])
    bookshop.people.subgraph.context = context
    expect(status).toBe(200)
    expect(body).toEqual([
      { data: { person: { name: 'Budi' } } },
      {
        errors: [
          expect.objectContaining({
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED', traceId: expect.any(String) as string },
          }),
        ],
      },
      { data: { me: { name: 'Siti' } } },
    ])
  })

  test.each([
    ['nothing in it', [], 'BAD_REQUEST'],
    ['too much in it', Array.from({ length: 11 }, () => ({ query: '{ me { id } }' })), 'BATCH_TOO_LARGE'],
    ['something that is no operation', [{ query: '{ me { id } }' }, 1], 'BAD_REQUEST'],
    ['a batch in it', [[{ query: '{ me { id } }' }]], 'BAD_REQUEST'],
    [
      'a subscription in it',
      [{ query: '{ me { id } }' }, { query: 'subscription { reviewed { id } }' }],
      'BAD_REQUEST',
    ],
  ])('with %s is refused as a whole', async (_what, batch, code) => {
    const asked = bookshop.people.requests.length
    const { status, body } = await send(batch)
    expect([status, body.errors?.length, body.errors?.[0]?.extensions.code]).toEqual([400, 1, code])
    expect(bookshop.people.requests).toHaveLength(asked)
  })
})
