import type { Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { serveSubgraph } from '../../../kit/serve-subgraph.ts'
import { createBookshop } from '../support/bookshop.ts'
import { type Door, TOPOLOGIES, openDoor, silent, until } from '../support/door.ts'
import { follow } from '../support/follow.ts'

const review = (id: string, stars: number) => ({ id, stars, bookId: 'b2', authorId: 'p1' })

describe.each(TOPOLOGIES)('a subscription, subgraphs %s', (topology) => {
  const bookshop = createBookshop()
  const { source } = bookshop
  let door: Door
  let client: Client

  beforeAll(async () => {
    door = await openDoor(bookshop.parts, topology)
    client = door.client()
  })
  afterAll(() => door.stop())
  afterEach(() => until(() => source.listeners === 0))

  test('brings the fields of other subgraphs with each event, in order', async () => {
    const live = follow(
      client,
      `subscription Live { new: reviewed { stars book { title ...More } author { name } } }
       fragment More on Book { reviews { id } }`,
    )
    await until(() => source.listeners === 1)
    for (const stars of [1, 2, 3, 4, 5]) source.emit(review('r9', stars))
    await until(() => live.events.length === 5)
    expect(live.events).toEqual(
      [1, 2, 3, 4, 5].map((stars) => ({
        data: {
          new: { stars, book: { title: 'Bumi Manusia', reviews: [{ id: 'r2' }] }, author: { name: 'Siti' } },
        },
      })),
    )
    live.leave()
  })

  test('begins with the present state, and ends when its subgraph ends it', async () => {
    const live = follow(client, 'subscription ($id: ID) { reviewed(bookId: $id) { id } }', { id: 'b1' })
    await until(() => live.events.length === 1)
    expect(live.events).toEqual([{ data: { reviewed: { id: 'r1' } } }])
    source.end()
    await until(() => live.ended !== undefined)
    expect(live.ended).toBe('complete')
  })

  test('that one subgraph serves alone, or that needs nothing more', async () => {
    const live = follow(client, 'subscription { reviewed { __typename id stars } }')
    await until(() => source.listeners === 1)
    source.emit(review('r9', 4))
    await until(() => live.events.length === 1)
    expect(live.events).toEqual([{ data: { reviewed: { __typename: 'Review', id: 'r9', stars: 4 } } }])
    live.leave()
  })

  test('decides @skip and @include with variables, on the root field, in fragments, and below', async () => {
    const query = `subscription ($here: Boolean!, $titled: Boolean = false) {
      ... @include(if: $here) { ...Live }
      there: reviewed @skip(if: $here) { id }
    }
    fragment Live on Subscription { here: reviewed { id author @skip(if: $titled) { name } book @include(if: $titled) { title } } }`
    const here = follow(client, query, { here: true, titled: true })
    const there = follow(client, query, { here: false })
    const untitled = follow(client, query, { here: true })
    await until(() => source.listeners === 3)
    source.emit(review('r9', 4))
    await until(() => here.events.length + there.events.length + untitled.events.length === 3)
    expect(here.events).toEqual([{ data: { here: { id: 'r9', book: { title: 'Bumi Manusia' } } } }])
    expect(there.events).toEqual([{ data: { there: { id: 'r9' } } }])
    expect(untitled.events).toEqual([{ data: { here: { id: 'r9', author: { name: 'Siti' } } } }])
    for (const live of [here, there, untitled]) live.leave()
  })

  test('that selects nothing, or two fields, is refused, and the socket lives on', async () => {
    const codes = async (query: string, variables = {}) => {
      const live = follow(client, query, variables)
      await until(() => live.ended !== undefined)
      return (live.ended as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code)
    }
    expect(
      await codes('subscription ($no: Boolean!) { reviewed @include(if: $no) { id } }', { no: false }),
    ).toEqual(['BAD_USER_INPUT'])
    expect(
      await codes(
        'subscription ($yes: Boolean!) { a: reviewed @include(if: $yes) { id } b: reviewed { id } }',
        {
          yes: true,
        },
      ),
    ).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(await codes('subscription { shoes { id } }')).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(await codes('subscription { reviewed { ... @defer { id } } }')).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ])
    expect(await codes('subscription {')).toEqual(['GRAPHQL_PARSE_FAILED'])
    const answer = follow(client, '{ me { name } }')
    await until(() => answer.ended !== undefined)
    expect(answer.events).toEqual([{ data: { me: { name: 'Siti' } } }])
  })

  test('gives partial errors with their paths', async () => {
    const live = follow(client, 'subscription { reviewed { broken author { name secret } } }')
    await until(() => source.listeners === 1)
    source.emit(review('r9', 4))
    await until(() => live.events.length === 1)
    const traceId = expect.stringMatching(/^[0-9a-f]{32}$/) as string
    expect(live.events).toEqual([
      {
        data: { reviewed: { broken: null, author: { name: 'Siti', secret: null } } },
        errors: [
          {
            message: 'Something went wrong on our side.',
            path: ['reviewed', 'broken'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: 'reviews', traceId },
          },
          {
            message: 'This is not yours.',
            path: ['reviewed', 'author', 'secret'],
            extensions: { code: 'FORBIDDEN', serviceName: 'people', traceId },
          },
        ],
      },
    ])
    live.leave()
  })

  test('that its subgraph refuses says so', async () => {
    const live = follow(client, 'subscription { forbidden { id } }')
    await until(() => live.ended !== undefined)
    expect(live.ended).toEqual([
      {
        message: 'Tutors only.',
        path: ['forbidden'],
        extensions: { code: 'FORBIDDEN', serviceName: 'reviews', traceId: expect.any(String) as string },
      },
    ])
  })

  test('queries and mutations go over the socket too', async () => {
    const query = follow(client, 'query ($id: ID!) { person(id: $id) { name reviews { book { title } } } }', {
      id: 'p2',
    })
    const mutation = follow(client, 'mutation { rename(id: "b1", title: "Edensor") { title } }')
    await until(() => query.ended === 'complete' && mutation.ended === 'complete')
    expect(query.events).toEqual([
      { data: { person: { name: 'Budi', reviews: [{ book: { title: 'Bumi Manusia' } }] } } },
    ])
    expect(mutation.events).toEqual([{ data: { rename: { title: 'Edensor' } } }])
  })
})

test('over HTTP all subscribers share one socket to the subgraph', async () => {
  const bookshop = createBookshop()
  const door = await openDoor(bookshop.parts, 'over HTTP')
  try {
    const lives = Array.from({ length: 10 }, () => follow(door.client(), 'subscription { reviewed { id } }'))
    await until(() => bookshop.source.listeners === 10)
    bookshop.source.emit(review('r9', 1))
    await until(() => lives.every(({ events }) => events.length === 1))
    const metrics = await (await fetch(`${door.origin}/metrics`)).text()
    expect(metrics).toContain('gateway_sockets 10')
    expect(metrics).toContain('gateway_subscriptions 10')
    expect(metrics).toContain('gateway_subscription_events_total 10')
    for (const live of lives) live.leave()
    await until(() => bookshop.source.listeners === 0)
  } finally {
    await door.stop()
  }
})

test('a subgraph that is lost is found again; one that stays away ends the subscription with a code', async () => {
  const bookshop = createBookshop()
  const door = await openDoor(bookshop.parts, 'over HTTP', {
    reach: { http: { retry: { attempts: 5, firstDelayMs: 40 } } },
  })
  try {
    const live = follow(door.client(), 'subscription { reviewed { id author { name } } }')
    await until(() => bookshop.source.listeners === 1)
    const [, , reviews] = door.served
    if (!reviews) throw new Error('The reviews are served third.')
    await reviews.stop()
    await until(() => bookshop.source.listeners === 0)
    const { subgraph } = bookshop.reviews
    door.served[2] = await serveSubgraph({ subgraph, host: '127.0.0.1', port: reviews.port, log: silent })
    await until(() => bookshop.source.listeners === 1)
    bookshop.source.emit(review('r9', 1))
    await until(() => live.events.length === 1)
    expect(live.events).toEqual([{ data: { reviewed: { id: 'r9', author: { name: 'Siti' } } } }])

    await door.served[2].stop()
    await until(() => live.ended !== undefined)
    expect(live.ended).toEqual([
      {
        message: 'The subgraph "reviews" was lost and did not come back. Subscribe again.',
        extensions: {
          code: 'SUBSCRIPTION_LOST',
          serviceName: 'reviews',
          traceId: expect.any(String) as string,
        },
      },
    ])
    door.served.pop()
  } finally {
    await door.stop()
  }
})

test('a client that does not read is dropped with a code; others go on', async () => {
  const bookshop = createBookshop()
  const door = await openDoor(bookshop.parts, 'in process', { slow: { waiting: 20, patienceMs: 100 } })
  const socket = new WebSocket(door.url.replace('http', 'ws'), 'graphql-transport-ws')
  const opened = new Promise((resolve) => socket.once('open', resolve))
  try {
    const other = follow(door.client(), 'subscription { reviewed { id } }')
    await until(() => bookshop.source.listeners === 1)
    let code: number | undefined
    socket.on('close', (given) => (code = given))
    await opened
    socket.send(JSON.stringify({ type: 'connection_init' }))
    await new Promise((resolve) => socket.once('message', resolve))
    socket.pause()
    const query = 'subscription { flood(count: 50000) { id stars } }'
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }))
    await until(() => bookshop.flood.ended)
    socket.resume()
    await until(() => code !== undefined)
    expect(code).toBe(1013)
    bookshop.source.emit(review('r9', 1))
    await until(() => other.events.length === 1)
    other.leave()
  } finally {
    socket.terminate()
    await door.stop()
  }
})

test('a stop finishes what runs and says goodbye to every socket', async () => {
  const bookshop = createBookshop()
  const door = await openDoor(bookshop.parts, 'in process')
  let release: (() => void) | undefined
  const { context } = bookshop.people.subgraph
  bookshop.people.subgraph.context = async (request) => {
    await new Promise<void>((resolve) => (release = resolve))
    return context(request)
  }
  const codes: unknown[] = []
  const client = door.client()
  client.on('closed', (event) => codes.push((event as { code: number }).code))
  const live = follow(client, 'subscription { reviewed { id } }')
  await until(() => bookshop.source.listeners === 1)
  const running = door.ask('{ me { name } }')
  await until(() => release !== undefined)
  const stopped = door.stopGateway()
  await expect(fetch(`${door.origin}/healthz`)).rejects.toThrow()
  release?.()
  expect((await running).body).toEqual({ data: { me: { name: 'Siti' } } })
  await stopped
  await until(() => live.ended !== undefined && codes.length === 1)
  expect(codes).toEqual([1001])
  expect(bookshop.source.listeners).toBe(0)
})
