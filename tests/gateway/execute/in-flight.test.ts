import { createInFlight } from '../../../gateway/execute/in-flight.ts'
import type { SubgraphResult } from '../../../gateway/reach/reach.ts'
import { createPart } from '../support/bookshop.ts'
import { TOPOLOGIES, openDoor, until } from '../support/door.ts'

test('identical fetches under way are one, and each caller may write into its answer', async () => {
  const { share, ...flights } = createInFlight()
  let started = 0
  let answer: (result: SubgraphResult) => void = () => undefined
  const start = () => {
    started += 1
    return new Promise<SubgraphResult>((resolve) => (answer = resolve))
  }
  const results = [share('key', start), share('key', start), share('key', start)].map(async (result) => {
    const { data } = await result
    const seen = JSON.stringify(data)
    ;(data as { list: unknown[] }).list.push('mine')
    return seen
  })
  answer({ data: { list: [1] } })
  expect(await Promise.all(results)).toEqual(['{"list":[1]}', '{"list":[1]}', '{"list":[1]}'])
  expect(started).toBe(1)
  expect(flights.size).toBe(0)

  void share('key', start)
  expect(started).toBe(2)
})

test('when one fails, all who wait for it are told', async () => {
  const { share, ...flights } = createInFlight()
  const start = () => Promise.reject(new Error('gone'))
  const results = await Promise.allSettled([share('key', start), share('key', start)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(flights.size).toBe(0)
})

/** A subgraph that answers nobody until it is told to, so that what is asked at one time is under way at one time. */
function createHeldPart() {
  let release: () => void = () => undefined
  let held = new Promise<void>((resolve) => (release = resolve))
  let changes = 0
  const part = createPart({
    name: 'held',
    sdl: `type Query { me: Me  language: String  changes: Int }
          type Me { token: String }
          type Mutation { change: Int  changeAtOnce: Int }`,
    resolvers: {
      Query: {
        async me(_: unknown, __: unknown, { headers }: { headers: Record<string, string> }) {
          await held
          return { token: headers.authorization ?? 'nobody' }
        },
        async language(_: unknown, __: unknown, { headers }: { headers: Record<string, string> }) {
          await held
          return headers['accept-language']
        },
        async changes() {
          const read = changes
          await held
          return read
        },
      },
      Mutation: {
        changeAtOnce: () => ++changes,
        async change() {
          await held
          return ++changes
        },
      },
    },
  })
  return {
    part,
    release: () => release(),
    hold() {
      held = new Promise<void>((resolve) => (release = resolve))
      part.requests.length = 0
    },
  }
}

describe.each(TOPOLOGIES)('the same question from many at one time, %s', (topology) => {
  const { part, release, hold } = createHeldPart()
  let door: Awaited<ReturnType<typeof openDoor>>
  beforeAll(async () => (door = await openDoor([part], topology)))
  afterAll(() => door.stop())
  beforeEach(hold)

  async function askAll(
    query: string,
    headers: Record<string, string>[],
    reaching: number,
  ): Promise<unknown[]> {
    const answers = headers.map((one) => door.ask(query, {}, one))
    await until(() => part.requests.length >= reaching)
    // Long enough for any request that should not be there to arrive as well.
    await new Promise((resolve) => setTimeout(resolve, 60))
    release()
    return (await Promise.all(answers)).map(({ body }) => body.data)
  }

  test('one viewer twice is one fetch', async () => {
    const siti = { authorization: 'Bearer siti' }
    expect(await askAll('{ me { token } }', [siti, siti, siti], 1)).toEqual(
      Array.from({ length: 3 }, () => ({ me: { token: 'Bearer siti' } })),
    )
    expect(part.requests.length).toBe(1)
  })

  test("nobody gets another viewer's data", async () => {
    const viewers = ['siti', 'budi', 'ayu', 'siti', 'budi', 'Siti'].map((name) => ({
      authorization: `Bearer ${name}`,
    }))
    expect(await askAll('{ me { token } }', [...viewers, {}, {}], 5)).toEqual([
      ...viewers.map(({ authorization }) => ({ me: { token: authorization } })),
      { me: { token: 'nobody' } },
      { me: { token: 'nobody' } },
    ])
    expect(part.requests.length).toBe(5)
  })

  test("nor an answer in another reader's language", async () => {
    const readers = [{ 'accept-language': 'id' }, { 'accept-language': 'en' }]
    expect(await askAll('{ language }', readers, 2)).toEqual([{ language: 'id' }, { language: 'en' }])
  })

  test('a mutation is made as often as it is asked for', async () => {
    const siti = { authorization: 'Bearer siti' }
    const made = await askAll('mutation { change }', [siti, siti], 2)
    expect(new Set(made.map((data) => (data as { change: number }).change)).size).toBe(2)
  })

  test('who asks after a mutation never gets what was read before it', async () => {
    const siti = { authorization: 'Bearer siti' }
    const before = door.ask('{ changes }', {}, siti)
    await until(() => part.requests.length === 1)
    const { body } = await door.ask('mutation { changeAtOnce }', {}, siti)
    const { changeAtOnce } = body.data as { changeAtOnce: number }
    const after = door.ask('{ changes }', {}, siti)
    await until(() => part.requests.length === 3)
    release()
    expect((await before).body.data).toEqual({ changes: changeAtOnce - 1 })
    expect((await after).body.data).toEqual({ changes: changeAtOnce })
  })
})
