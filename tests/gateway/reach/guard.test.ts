import type { GuardOptions } from '../../../gateway/reach/guard.ts'
import { createLogger } from '../../../kit/log.ts'
import { Writable } from 'node:stream'
import { createPart } from '../support/bookshop.ts'
import { type Answer, openDoor, until } from '../support/door.ts'
import {
  type Behaviour,
  type FailingSubgraph,
  hang,
  json,
  openFailingSubgraph,
} from '../support/failing-subgraph.ts'

const well = createPart({
  name: 'well',
  sdl: 'type Query { hello: String  things: [Thing!]! } type Thing @key(fields: "id") { id: ID! }',
  resolvers: { Query: { hello: () => 'hello', things: () => [{ id: '1' }] } },
})
const ill = createPart({
  name: 'ill',
  sdl: `type Query { number(n: Int): Int }
        type Mutation { act: Thing }
        type Thing @key(fields: "id") { id: ID!  size: Int }`,
  resolvers: {},
})
const later = createPart({
  name: 'later',
  sdl: 'type Thing @key(fields: "id") { id: ID!  colour: String }',
  resolvers: {},
})

const NEVER_OPENS = { share: 0.99, withinMs: 1_000, leastPerSecond: 1_000 }
const OPENS_AFTER_FIVE = { share: 0.5, withinMs: 10_000, leastPerSecond: 0.5 }
const NO_RETRIES = { attempts: 0, firstDelayMs: 1, share: 0, atOnce: 0 }

const unavailable: Behaviour = (_, response) => response.writeHead(503).end()
const one = json({ data: { number: 1 } })
const NUMBER = 'query ($n: Int) { number(n: $n) }'

let subgraph: FailingSubgraph
let lines: { msg: string; level: string; subgraph?: string }[] = []
beforeEach(async () => {
  lines = []
  subgraph = await openFailingSubgraph(unavailable)
})
afterEach(() => subgraph.stop())

async function open(guard: Partial<GuardOptions>, timeoutMs = 10_000) {
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as (typeof lines)[number])
      done()
    },
  })
  return openDoor([well, ill, later], 'in process', {
    log: createLogger({ name: 'gateway', level: 'info', destination }),
    reach: {
      subgraphs: [well.subgraph],
      urls: { ill: subgraph.url, later: subgraph.url },
      timeouts: { ill: timeoutMs, later: timeoutMs },
      guard: { breaker: NEVER_OPENS, retries: NO_RETRIES, ...guard },
    },
  })
}

type Door = Awaited<ReturnType<typeof open>>

/** Each with variables of its own, so that none is shared. */
const askMany = (door: Door, count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => door.ask(NUMBER, { n })))

const codesOf = (answers: Answer[]) => answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'ok')

async function metric(door: Door, name: string): Promise<string | undefined> {
  const text = await (await fetch(`${door.origin}/metrics`)).text()
  return text
    .split('\n')
    .find((line) => line.startsWith(name))
    ?.split(' ')[1]
}

describe('a query is tried again', () => {
  const retries = { attempts: 2, firstDelayMs: 1, share: 0.1, atOnce: 10 }

  test.each<[string, Behaviour]>([
    ['when the subgraph hangs up', (request) => request.socket.destroy()],
    ['when what stands in front of it says that it is busy', unavailable],
  ])('%s', async (_when, failure) => {
    const door = await open({ retries })
    try {
      subgraph.behave = (...exchange) => (subgraph.asked < 3 ? failure : one)(...exchange)
      expect((await door.ask(NUMBER)).body).toEqual({ data: { number: 1 } })
      expect(subgraph.asked).toBe(3)
      expect(await metric(door, 'gateway_subgraph_retries_total{subgraph="ill"}')).toBe('2')
    } finally {
      await door.stop()
    }
  })

  test('but not when the subgraph itself says what is wrong', async () => {
    const door = await open({ retries })
    try {
      subgraph.behave = (request, response, body) => {
        response.statusCode = 503
        json({ errors: [{ message: 'Not now.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] })(
          request,
          response,
          body,
        )
      }
      expect((await door.ask(NUMBER)).body.errors?.[0]?.message).toBe('Not now.')
      expect(subgraph.asked).toBe(1)
    } finally {
      await door.stop()
    }
  })

  test('a mutation never; what is fetched for its answer is a query', async () => {
    const door = await open({ retries })
    try {
      await door.ask('mutation { act { id } }')
      expect(subgraph.asked).toBe(1)
      subgraph.asked = 0
      subgraph.behave = (request, response, body) => {
        const { query } = JSON.parse(body) as { query: string }
        if (query.startsWith('mutation')) {
          return json({ data: { act: { __typename: 'Thing', id: '1' } } })(request, response, body)
        }
        if (subgraph.asked < 3) return void request.socket.destroy()
        json({ data: { _entities: [{ colour: 'red' }] } })(request, response, body)
      }
      const { body } = await door.ask('mutation { act { id colour } }')
      expect(body).toEqual({ data: { act: { id: '1', colour: 'red' } } })
      expect(subgraph.asked).toBe(3)
    } finally {
      await door.stop()
    }
  })

  test('within a budget, so that an outage is not made worse: a tenth of what is asked, and ten', async () => {
    const door = await open({ retries })
    try {
      await askMany(door, 100)
      expect(subgraph.asked).toBeLessThanOrEqual(100 + 10 + 10)
      expect(subgraph.asked).toBeGreaterThan(100)
    } finally {
      await door.stop()
    }
  })
})

describe('a subgraph that fails is left alone', () => {
  const LONG = { first: 60_000, longest: 60_000 }
  const SHORT = { first: 50, longest: 50 }

  test('refused at once and by name, and the rest of the answer comes', async () => {
    const door = await open({ breaker: OPENS_AFTER_FIVE, leftAloneMs: LONG })
    try {
      expect(codesOf(await askMany(door, 5))).toEqual(Array(5).fill('SUBREQUEST_FAILED'))
      const { status, body } = await door.ask('{ hello number }')
      expect([status, body]).toEqual([
        200,
        {
          data: { hello: 'hello', number: null },
          errors: [
            {
              message: 'The subgraph "ill" is failing just now. Try again in a moment.',
              extensions: {
                code: 'SERVICE_UNAVAILABLE',
                serviceName: 'ill',
                traceId: expect.any(String) as string,
              },
            },
          ],
        },
      ])
      expect(subgraph.asked).toBe(5)
      expect(await metric(door, 'gateway_subgraph_breaker_open{subgraph="ill"}')).toBe('1')
      expect(await metric(door, 'gateway_subgraph_turned_away_total')).toBe('1')
    } finally {
      await door.stop()
    }
  })

  test('then one request tries it, and all go there again when that succeeds', async () => {
    const door = await open({ breaker: OPENS_AFTER_FIVE, leftAloneMs: SHORT })
    try {
      await askMany(door, 5)
      subgraph.behave = one
      let answer: Answer
      do answer = await door.ask(NUMBER)
      while (answer.body.errors)
      expect(subgraph.asked).toBe(6)
      expect(codesOf(await askMany(door, 5))).toEqual(Array(5).fill('ok'))
      expect(await metric(door, 'gateway_subgraph_breaker_open{subgraph="ill"}')).toBe('0')
      const told = lines
        .filter(({ msg }) => msg.startsWith('A subgraph'))
        .map(({ level, msg }) => [level, msg])
      expect(told).toEqual([
        ['error', 'A subgraph fails and is left alone'],
        ['info', 'A subgraph is tried again'],
        ['info', 'A subgraph answers again'],
      ])
    } finally {
      await door.stop()
    }
  })

  test('while one tries whether it is back, nobody waits for that one', async () => {
    const door = await open({ breaker: OPENS_AFTER_FIVE, leftAloneMs: SHORT })
    try {
      await askMany(door, 5)
      let release: (() => void) | undefined
      subgraph.behave = (...exchange) => (release = () => one(...exchange))
      let trying: Promise<Answer>
      do {
        trying = door.ask(NUMBER, { n: 99 })
        await Promise.race([trying, until(() => release !== undefined)])
      } while (!release)
      expect(codesOf(await askMany(door, 5))).toEqual(Array(5).fill('SERVICE_UNAVAILABLE'))
      release()
      expect(codesOf([await trying])).toEqual(['ok'])
      expect(subgraph.asked).toBe(6)
    } finally {
      await door.stop()
    }
  })

  test('but not for what it answers, errors included', async () => {
    const door = await open({ breaker: OPENS_AFTER_FIVE, leftAloneMs: SHORT })
    try {
      subgraph.behave = json({ data: null, errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] })
      expect(codesOf(await askMany(door, 20))).toEqual(Array(20).fill('FORBIDDEN'))
      expect(codesOf(await askMany(door, 1))).toEqual(['FORBIDDEN'])
    } finally {
      await door.stop()
    }
  })
})

describe('a slow subgraph', () => {
  test('is sent so many requests at a time, so many wait, and the others are told at once', async () => {
    const door = await open({ atOnce: 2, waiting: 3 })
    try {
      const held: (() => void)[] = []
      subgraph.behave = (...exchange) => void held.push(() => one(...exchange))
      const answers = askMany(door, 10)
      await until(() => held.length === 2)
      // Who asks for something else does not wait for it.
      expect((await door.ask('{ hello }')).body).toEqual({ data: { hello: 'hello' } })
      for (let answered = 0; answered < 5; answered++) {
        await until(() => held.length > answered)
        expect(held.length - answered).toBeLessThanOrEqual(2)
        held[answered]?.()
      }
      const codes = codesOf(await answers)
      expect(codes.filter((code) => code === 'ok')).toHaveLength(5)
      expect(codes.filter((code) => code === 'SERVICE_UNAVAILABLE')).toHaveLength(5)
      expect(await metric(door, 'gateway_subgraph_turned_away_total')).toBe('5')
    } finally {
      await door.stop()
    }
  })

  test('has no queue that is long for long: who has waited for too long is told so', async () => {
    const door = await open({ atOnce: 1, waiting: 10, patienceMs: 50 })
    try {
      const held: (() => void)[] = []
      subgraph.behave = (...exchange) => void held.push(() => one(...exchange))
      const answers = askMany(door, 5)
      await until(() => held.length === 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
      held[0]?.()
      expect(codesOf(await answers).toSorted()).toEqual([...Array(4).fill('SERVICE_UNAVAILABLE'), 'ok'])
    } finally {
      await door.stop()
    }
  })

  test('has no queue for who comes when those before have waited long, until there is room again', async () => {
    const door = await open({ atOnce: 1, waiting: 10, patienceMs: 4_000 })
    try {
      const held: (() => void)[] = []
      subgraph.behave = (...exchange) => void held.push(() => one(...exchange))
      const answers = askMany(door, 2)
      await until(() => held.length === 1)
      await new Promise((resolve) => setTimeout(resolve, 2_100))
      held[0]?.()
      await until(() => held.length === 2)
      expect(codesOf([await door.ask(NUMBER, { n: 50 })])).toEqual(['SERVICE_UNAVAILABLE'])
      held[1]?.()
      expect(codesOf(await answers)).toEqual(['ok', 'ok'])
      subgraph.behave = one
      expect(codesOf(await askMany(door, 1))).toEqual(['ok'])
    } finally {
      await door.stop()
    }
  })

  test('has a time of its own, in which waiting counts', async () => {
    subgraph.behave = hang
    const door = await open({ atOnce: 1, waiting: 10 }, 100)
    try {
      const answers = await askMany(door, 3)
      expect(codesOf(answers)).toEqual(Array(3).fill('SUBREQUEST_TIMEOUT'))
      expect(answers[0]?.body.errors?.[0]?.message).toBe('The subgraph "ill" did not answer within 100 ms.')
      // The last of them never had its turn, or had it too late.
      expect(subgraph.asked).toBeLessThan(3)
    } finally {
      await door.stop()
    }
  })

  test('in this process too', async () => {
    const never = createPart({
      name: 'never',
      sdl: 'type Query { never: Int  soon: Int }',
      resolvers: { Query: { never: () => new Promise(() => undefined), soon: () => 1 } },
    })
    const door = await openDoor([never], 'in process', {
      reach: { subgraphs: [never.subgraph], timeouts: { never: 50 } },
    })
    try {
      const { body } = await door.ask('{ never }')
      expect(body.errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([
        ['SUBREQUEST_TIMEOUT', 'The subgraph "never" did not answer within 50 ms.'],
      ])
      expect((await door.ask('{ soon }')).body).toEqual({ data: { soon: 1 } })
    } finally {
      await door.stop()
    }
  })
})
