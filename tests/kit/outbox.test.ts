import { randomUUID } from 'node:crypto'
import type { Broker } from '../../kit/broker.ts'
import { type DomainEvent, domainEvent } from '../../kit/events.ts'
import { createLogger } from '../../kit/log.ts'
import { startRelay } from '../../kit/outbox.ts'
import { type TestDatabase, testDatabase } from '../jest/database.ts'

const log = createLogger({ name: 'test', level: 'silent' })
let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase('users')
})
afterAll(() => db.drop())

test('facts leave in the order in which they were written, each until the broker has taken it', async () => {
  const broker = brokerThatFails(2)
  await write(1, 3)
  const relay = startRelay({ database: db.database, broker, log })
  await until(() => broker.published.length >= 3)
  await write(4, 250)
  await until(() => broker.published.length >= 250)
  expect(broker.published.map(numberOf)).toEqual(range(1, 250))
  await relay.stop()
  expect(await unpublished()).toBe(0)
})

test('what is rolled back is never told', async () => {
  const broker = brokerThatFails(0)
  const relay = startRelay({ database: db.database, broker, log })
  const client = await db.database.pool.connect()
  await client.query('BEGIN')
  await client.query('INSERT INTO outbox (event) VALUES ($1)', [eventOf(1)])
  await client.query('ROLLBACK')
  client.release()
  await write(2, 2)
  await until(() => broker.published.length >= 1)
  expect(broker.published.map(numberOf)).toEqual([2])
  await relay.stop()
})

test('of two relays one at a time carries the outbox, so that nothing is told twice', async () => {
  const broker = brokerThatFails(0)
  const relays = [1, 2].map(() => startRelay({ database: db.database, broker, log }))
  await Promise.all(range(1, 20).map((number) => write(number, number)))
  await until(() => broker.published.length >= 20)
  await Promise.all(relays.map((relay) => relay.stop()))
  expect(broker.published.map(numberOf).sort((a, b) => a - b)).toEqual(range(1, 20))
})

async function write(from: number, to: number): Promise<void> {
  const events = range(from, to).map((number) => JSON.stringify(eventOf(number)))
  await db.database.pool.query('INSERT INTO outbox (event) SELECT unnest($1::jsonb[])', [events])
}

async function unpublished(): Promise<number> {
  const { rows } = await db.database.pool.query('SELECT 1 FROM outbox WHERE published_at IS NULL')
  return rows.length
}

/** A broker that is away for the first `failures` publications. */
function brokerThatFails(failures: number): Broker & { published: DomainEvent[] } {
  const published: DomainEvent[] = []
  return {
    published,
    async publish(events) {
      if (failures-- > 0) throw new Error('the broker is away')
      published.push(...events)
    },
    subscribe: () => Promise.reject(new Error('nobody listens here')),
    close: async () => {},
  }
}

function eventOf(number: number): DomainEvent {
  return domainEvent({
    id: randomUUID(),
    source: '/test',
    type: 'simpul.test.v1',
    subject: 's',
    time: new Date(),
    data: { number },
  })
}

const numberOf = (event: DomainEvent) => (event.data as { number: number }).number

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 10))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
