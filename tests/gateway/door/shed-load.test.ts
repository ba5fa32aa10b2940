import { Pool } from 'undici'
import { createPart } from '../support/bookshop.ts'
import { type Answer, openDoor, until } from '../support/door.ts'

/** A subgraph that answers when it is told to, and counts what it was asked. */
function createHeld() {
  const held: (() => void)[] = []
  const changes: number[] = []
  const ticks: ((value: { done: boolean; value: unknown }) => void)[] = []
  const part = createPart({
    name: 'held',
    sdl: `type Query { wait(n: Int): Int }
          type Mutation { submit(n: Int): Int }
          type Subscription { tick: Int }`,
    resolvers: {
      Query: {
        wait: (_: unknown, { n }: { n: number }) =>
          new Promise<number>((resolve) => held.push(() => resolve(n))),
      },
      Mutation: {
        submit(_: unknown, { n }: { n: number }) {
          changes.push(n)
          return n
        },
      },
      Subscription: {
        tick: {
          subscribe: () => ({
            next: () => new Promise((resolve) => ticks.push(resolve)),
            return: async () => ({ done: true, value: undefined }),
            [Symbol.asyncIterator]() {
              return this
            },
          }),
          resolve: () => 1,
        },
      },
    },
  })
  return { part, held, changes, ticks }
}

const WAIT = 'query ($n: Int) { wait(n: $n) }'
const SUBMIT = 'mutation ($n: Int) { submit(n: $n) }'

const told = ({ status, headers, body }: Answer) => [
  status,
  headers.get('retry-after'),
  body.errors?.map(({ message, extensions: { code } }) => [code, message]),
]
const REFUSED = [
  503,
  '1',
  [['OVERLOADED', 'The gateway has too much to do just now. Try again in a moment.']],
]

test('so many operations are under way; the others are refused at once, before their bodies are read', async () => {
  const { part, held, changes, ticks } = createHeld()
  const door = await openDoor([part], 'in process', { load: { operations: 10, lagMs: 60_000 } })
  try {
    const events: unknown[] = []
    const leave = door
      .client()
      .subscribe(
        { query: 'subscription { tick }' },
        { next: (event) => events.push(event), error: () => {}, complete: () => {} },
      )
    await until(() => ticks.length === 1)

    const queries = Array.from({ length: 8 }, (_, n) => door.ask(WAIT, { n }))
    await until(() => held.length === 8)
    // The last fifth is for what changes something.
    expect(told(await door.ask(WAIT, { n: 99 }))).toEqual(REFUSED)
    expect((await door.ask(SUBMIT, { n: 1 })).body).toEqual({ data: { submit: 1 } })
    const { body } = await door.ask('{ __typename }', {}, { accept: 'application/json' })
    expect(body.errors?.[0]?.extensions.code).toBe('OVERLOADED')

    // What runs goes on, and what watches it.
    ticks.pop()?.({ done: false, value: 1 })
    await until(() => events.length === 1)
    const get = async (path: string) => (await fetch(door.origin + path)).status
    expect([await get('/healthz'), await get('/readyz'), await get('/metrics')]).toEqual([200, 200, 200])

    for (const answer of held) answer()
    const answers = await Promise.all(queries)
    expect(answers.map(({ body: { data } }) => data)).toEqual(answers.map((_, n) => ({ wait: n })))
    // And then all is as before.
    const again = door.ask(WAIT, { n: 100 })
    await until(() => held.length === 9)
    held[8]?.()
    expect((await again).body).toEqual({ data: { wait: 100 } })
    expect(changes).toEqual([1])
    leave()
  } finally {
    await door.stop()
  }
})

test('when all places are taken nothing comes in, unread', async () => {
  const { part, changes } = createHeld()
  const door = await openDoor([part], 'in process', { load: { operations: 0, lagMs: 60_000 } })
  try {
    // No JSON at all: nobody has looked.
    const response = await fetch(door.url, { method: 'POST', body: '{"query":' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] })
    expect(told(await door.ask(SUBMIT, { n: 1 }))).toEqual(REFUSED)
    expect(changes).toEqual([])
    const text = await (await fetch(`${door.origin}/metrics`)).text()
    expect(text).toContain('gateway_shed_total{reason="running"} 2')
    const failure = await new Promise((resolve) =>
      door
        .client()
        .subscribe(
          { query: 'subscription { tick }' },
          { next: () => {}, error: resolve, complete: () => {} },
        ),
    )
    expect(String((failure as { message: string }).message)).toContain('503')
  } finally {
    await door.stop()
  }
})

test('a flood: what is taken in is bounded and answered, all else is told so, and afterwards nothing is left of it', async () => {
  const part = createPart({
    name: 'busy',
    sdl: 'type Query { work(n: Int): Int }',
    resolvers: {
      Query: {
        async work(_: unknown, { n }: { n: number }) {
          await new Promise((resolve) => setTimeout(resolve, 5))
          return n
        },
      },
    },
  })
  const door = await openDoor([part], 'in process', { load: { operations: 20, lagMs: 60_000 } })
  const pool = new Pool(door.origin, { connections: 200 })
  try {
    const seen = new Map<string, number>()
    let most = 0
    const client = async (from: number) => {
      for (let n = from; n < from + 10; n++) {
        const { statusCode, headers, body } = await pool.request({
          method: 'POST',
          path: '/graphql',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: 'query ($n: Int) { work(n: $n) }', variables: { n } }),
        })
        most = Math.max(most, door.gateway.running)
        const { data, errors } = (await body.json()) as Answer['body']
        const outcome =
          data?.work === n
            ? String(statusCode)
            : `${statusCode} ${String(headers['retry-after'])} ${String(errors?.[0]?.extensions.code)}`
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: 200 }, (_, index) => client(index * 10)))
    expect([...seen.keys()].toSorted()).toEqual(['200', '503 1 OVERLOADED'])
    expect([...seen.values()].reduce((sum, count) => sum + count)).toBe(2_000)
    expect(most).toBeLessThanOrEqual(20)
    expect(door.gateway.running).toBe(0)
    expect((await door.ask('{ work(n: 1) }')).body).toEqual({ data: { work: 1 } })
  } finally {
    await pool.close()
    await door.stop()
  }
})
