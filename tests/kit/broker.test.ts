import { randomUUID } from 'node:crypto'
import type { Broker } from '../../kit/broker.ts'
import { type DomainEvent, domainEvent } from '../../kit/events.ts'
import { createLogger } from '../../kit/log.ts'
import { openBroker } from '../../kit/open-broker.ts'
import { eventually } from '../jest/eventually.ts'
import { type TestDatabase, emptyDatabase } from '../jest/database.ts'

const log = createLogger({ name: 'test', level: 'silent' })
const natsUrl = process.env.NATS_URL
const brokers: Broker[] = []
let db: TestDatabase

beforeAll(async () => {
  db = await emptyDatabase()
})
afterAll(() => db.drop())
afterEach(async () => {
  for (const broker of brokers.splice(0)) await broker.close()
})

// The type is new for each story, so that stories on one NATS server do not hear each other.
for (const [kind, natsOrNot] of [
  ['on PostgreSQL', undefined],
  ['on NATS JetStream', natsUrl],
] as const) {
  // NATS is tried where NATS_URL names one, and is reported as skipped elsewhere.
  const story = kind === 'on PostgreSQL' || natsOrNot ? test : test.skip

  async function open(): Promise<Broker> {
    const broker = await openBroker({ natsUrl: natsOrNot, databaseUrl: db.url, log })
    brokers.push(broker)
    return broker
  }

  story(
    `${kind}: each consumer gets every event of its types, in order, also what came before it`,
    async () => {
      const { name, type, publishMany } = newType()
      const broker = await open()
      await publishMany(broker, 1, 50)
      const one = await heard(broker, `one-${name}`, type)
      const two = await heard(broker, `two-${name}`, type)
      await publishMany(broker, 51, 120)
      await broker.publish([eventOf(`${type}.other`, 1)])
      await until(() => one.numbers.length >= 120 && two.numbers.length >= 120)
      expect(one.numbers).toEqual(range(1, 120))
      expect(two.numbers).toEqual(range(1, 120))
    },
  )

  story(`${kind}: an event that is published again is delivered once`, async () => {
    const { name, type } = newType()
    const broker = await open()
    const { numbers } = await heard(broker, `once-${name}`, type)
    const [first, second] = [eventOf(type, 1), eventOf(type, 2)]
    await broker.publish([first])
    await broker.publish([first, second])
    await until(() => numbers.length >= 2)
    expect(numbers).toEqual([1, 2])
  })

  story(`${kind}: a handler that fails gets the event again, before the next one`, async () => {
    const { name, type, publishMany } = newType()
    const broker = await open()
    const tried: number[] = []
    await broker.subscribe({
      consumer: `failing-${name}`,
      types: [type],
      async handle(event) {
        tried.push(numberOf(event))
        if (tried.length < 3) throw new Error('not yet')
      },
    })
    await publishMany(broker, 1, 2)
    await until(() => tried.length >= 4)
    expect(tried).toEqual([1, 1, 1, 2])
  })

  story(`${kind}: a consumer that returns after a stop goes on where it was`, async () => {
    const { name, type, publishMany } = newType()
    const before = await open()
    const first = await heard(before, `returning-${name}`, type)
    await publishMany(before, 1, 5)
    await until(() => first.numbers.length >= 5)
    await close(before)
    const after = await open()
    await publishMany(after, 6, 8)
    const second = await heard(after, `returning-${name}`, type)
    await until(() => second.numbers.length >= 3)
    expect(second.numbers).toEqual([6, 7, 8])
  })

  story(`${kind}: of two processes of one consumer, one at a time handles each event`, async () => {
    const { name, type, publishMany } = newType()
    const [left, right] = [await open(), await open()]
    const one = await heard(left, `shared-${name}`, type)
    const two = await heard(right, `shared-${name}`, type)
    await publishMany(left, 1, 60)
    await until(() => one.numbers.length + two.numbers.length >= 60)
    expect([...one.numbers, ...two.numbers].sort((a, b) => a - b)).toEqual(range(1, 60))
  })
}

test('on PostgreSQL: publications side by side keep each publisher’s order, and no consumer misses one', async () => {
  const { name, type } = newType()
  const broker = await openBroker({ natsUrl: undefined, databaseUrl: db.url, log })
  brokers.push(broker)
  const { numbers } = await heard(broker, `busy-${name}`, type)
  await Promise.all(
    range(0, 19).map((lane) => broker.publish(range(1, 10).map((n) => eventOf(type, lane * 100 + n)))),
  )
  await until(() => numbers.length >= 200)
  for (const lane of range(0, 19)) {
    expect(numbers.filter((n) => Math.floor(n / 100) === lane)).toEqual(
      range(1, 10).map((n) => lane * 100 + n),
    )
  }
})

test('on PostgreSQL: what a consumer does not handle is read once, and what comes after it is not missed', async () => {
  const { name, type, publishMany } = newType()
  const broker = await openBroker({ natsUrl: undefined, databaseUrl: db.url, log })
  brokers.push(broker)
  const { numbers } = await heard(broker, `rare-${name}`, type)
  const { pool } = db.database
  const behind = async () => {
    const { rows } = await pool.query<{ behind: number }>(
      `SELECT (SELECT max(position) FROM broker.event) - position AS behind FROM broker.consumer WHERE name = $1`,
      [`rare-${name}`],
    )
    return Number(rows[0]?.behind)
  }
  await publishMany(broker, 1, 1)
  await broker.publish(range(1, 250).map((number) => eventOf(`${type}.other`, number)))
  await eventually(async () => expect(await behind()).toBe(0))
  await publishMany(broker, 2, 2)
  await eventually(() => expect(numbers).toEqual([1, 2]))
})

async function close(broker: Broker): Promise<void> {
  brokers.splice(brokers.indexOf(broker), 1)
  await broker.close()
}

function newType() {
  const name = randomUUID()
  const type = `simpul.test.${name}.v1`
  return {
    name,
    type,
    publishMany: (broker: Broker, from: number, to: number) =>
      broker.publish(range(from, to).map((number) => eventOf(type, number))),
  }
}

function eventOf(type: string, number: number): DomainEvent {
  return domainEvent({
    id: randomUUID(),
    source: '/test',
    type,
    subject: 's',
    time: new Date(),
    data: { number },
  })
}

const numberOf = (event: DomainEvent) => (event.data as { number: number }).number

async function heard(broker: Broker, consumer: string, type: string): Promise<{ numbers: number[] }> {
  const numbers: number[] = []
  await broker.subscribe({
    consumer,
    types: [type],
    handle: async (event) => void numbers.push(numberOf(event)),
  })
  return { numbers }
}

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 10))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
