import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
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

test('where Redis is away, a start does not wait for it, and ticks reach the listeners of this process', async () => {
  const fanout = await openRedisFanout({ url: 'redis://127.0.0.1:1', log })
  const listener = fanout.subscribe('room:1')
  fanout.publish('room:1', { sequence: 1 })
  expect((await listener.next()).value).toEqual({ sequence: 1 })
  await fanout.close()
  expect((await listener.next()).done).toBe(true)
})

// As above: tried where REDIS_URL names a server.
const overRedis = redisUrl ? test : test.skip

overRedis(
  'over Redis: when it comes back, listeners are told to look, and hear other processes again',
  async () => {
    const way = await openWay(redisUrl ?? '')
    const [here, there] = [
      await openRedisFanout({ url: way.url, log }),
      await openRedisFanout({ url: redisUrl ?? '', log }),
    ]
    const listener = here.subscribe('room:away')
    await settled(there, 'room:away', listener)

    await way.cut()
    here.publish('room:away', { sequence: 1 })
    expect((await listener.next()).value).toEqual({ sequence: 1 })
    there.publish('room:away', { sequence: 2 })

    await way.mend()
    expect((await listener.next()).value).toEqual({})
    there.publish('room:away', { sequence: 3 })
    expect((await listener.next()).value).toEqual({ sequence: 3 })
    await Promise.all([here.close(), there.close()])
    await way.cut()
  },
  15_000,
)

/** A way to a server that can be cut, as when the server ends. */
async function openWay(to: string) {
  const { hostname, port } = new URL(to)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port || 6379), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const at = (server.address() as AddressInfo).port
  return {
    url: `redis://127.0.0.1:${at}`,
    mend: () => listen(at),
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
