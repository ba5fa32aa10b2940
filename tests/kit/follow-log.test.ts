import { createInProcessFanout } from '../../kit/fanout.ts'
import { followLog } from '../../kit/follow-log.ts'

type Entry = { sequence: number }

/** A log in memory whose place can be out of reach. */
function createLog() {
  const entries: Entry[] = []
  const log = {
    failure: undefined as Error | undefined,
    append: () => void entries.push({ sequence: entries.length + 1 }),
    async read(after: number): Promise<Entry[]> {
      if (log.failure) throw log.failure
      return entries.slice(after)
    },
  }
  return log
}

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

async function take(events: AsyncIterator<Entry>, count: number): Promise<number[]> {
  const taken: number[] = []
  while (taken.length < count) taken.push((await events.next()).value.sequence)
  return taken
}

test('while the log cannot be reached a reader stays, and then misses nothing', async () => {
  const fanout = createInProcessFanout()
  const log = createLog()
  const events = followLog<Entry>({
    fanout,
    channel: 'log',
    after: 0,
    pageSize: 100,
    read: log.read,
    lookEvery: 20,
  })
  log.append()
  expect(await take(events, 1)).toEqual([1])
  log.failure = refused
  log.append()
  log.append()
  const waiting = take(events, 2)
  await new Promise((resolve) => setTimeout(resolve, 100))
  log.failure = undefined
  expect(await waiting).toEqual([2, 3])
  await fanout.close()
})

test('a reader that leaves while the log cannot be reached is released', async () => {
  const fanout = createInProcessFanout()
  const log = createLog()
  log.failure = refused
  const events = followLog<Entry>({
    fanout,
    channel: 'log',
    after: 0,
    pageSize: 100,
    read: log.read,
    lookEvery: 60_000,
  })
  const waiting = events.next()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await events.return?.()
  expect(await waiting).toEqual({ done: true, value: undefined })
  await fanout.close()
})

test('a log that fails in any other way ends its readers', async () => {
  const fanout = createInProcessFanout()
  const log = createLog()
  log.failure = new Error('A bug')
  const options = { fanout, channel: 'log', after: 0, pageSize: 100, lookEvery: 20 }
  await expect(followLog<Entry>({ ...options, read: log.read }).next()).rejects.toThrow('A bug')
  await fanout.close()
})
