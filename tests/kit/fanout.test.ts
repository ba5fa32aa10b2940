import { createInProcessFanout, openRedisFanout, type Fanout } from '../../kit/fanout.ts'
import { createLogger } from '../../kit/log.ts'

const log = createLogger({ name: 'test', level: 'silent' })
const redisUrl = process.env.REDIS_URL
const kinds: [string, (() => Promise<Fanout>) | undefined][] = [
  ['in process', async () => createInProcessFanout()],
  ['over Redis', redisUrl ? () => openRedisFanout({ url: redisUrl, log }) : undefined],
]

for (const [kind, open] of kinds) {
  // Redis is tried where REDIS_URL names one, and is reported as skipped elsewhere.
  const story = open ? test : test.skip

  story(
    `${kind}: each listener of a channel hears what is published there, in order, and nothing else`,
    async () => {
      const fanout = await open?.()
      if (!fanout) return
      const [one, two, other] = [
        fanout.subscribe('room:1'),
        fanout.subscribe('room:1'),
        fanout.subscribe('room:2'),
      ]
      await settled(fanout, 'room:1', one)
      fanout.publish('room:1', { sequence: 1 })
      fanout.publish('room:1', { sequence: 2 })
      expect(await take(one, 2)).toEqual([{ sequence: 1 }, { sequence: 2 }])
      await take(two, 2)
      const silent = other.next()
      await fanout.close()
      expect(await silent).toEqual({ done: true, value: undefined })
    },
  )
}

test('a listener that leaves while it waits is released at once', async () => {
  const fanout = createInProcessFanout()
  const listener = fanout.subscribe('room:1')
  const waiting = listener.next()
  await listener.return?.()
  expect(await waiting).toEqual({ done: true, value: undefined })
  await fanout.close()
})

test('a slow listener is bounded: it loses the oldest and sees the gap in the sequence', async () => {
  const fanout = createInProcessFanout()
  const slow = fanout.subscribe('room:1')
  for (let sequence = 1; sequence <= 1_500; sequence += 1) fanout.publish('room:1', sequence)
  expect((await slow.next()).value).toBe(501)
  await fanout.close()
})

/** Redis subscribes after the call returns; publishes until the first message is heard, then drops what is left. */
async function settled(
  fanout: Fanout,
  channel: string,
  listener: AsyncIterableIterator<unknown>,
): Promise<void> {
  const first = listener.next()
  const timer = setInterval(() => fanout.publish(channel, 'ping'), 20)
  await first
  clearInterval(timer)
  fanout.publish(channel, 'settled')
  for (;;) if ((await listener.next()).value === 'settled') return
}

/** The next messages that are no pings. */
async function take(listener: AsyncIterableIterator<unknown>, count: number): Promise<unknown[]> {
  const taken: unknown[] = []
  while (taken.length < count) {
    const { value } = await listener.next()
    if (typeof value === 'object') taken.push(value)
  }
  return taken
}
