import {
  notificationUnderTest,
  type NotificationUnderTest,
  type Operation,
  RECEIVED,
} from './notification-under-test.ts'
import type { Viewer } from '../../kit/identity.ts'

let under: NotificationUnderTest
beforeAll(async () => {
  under = await notificationUnderTest()
})
afterAll(() => under.stop())

async function follow(viewer: Viewer, afterSequence?: number) {
  const events = await under.follow(viewer, RECEIVED, { afterSequence })
  if ('refused' in events) throw new Error(`Refused: ${String(events.refused)}`)
  return {
    take: async (count: number) => {
      const sequences: number[] = []
      while (sequences.length < count) sequences.push((await events.next()).notificationReceived.sequence)
      return sequences
    },
    end: events.end,
  }
}

test('a client that was away first gets what it missed, then what comes', async () => {
  const siti = await under.person()
  await under.finishRuns(siti, 3)
  const events = await follow(siti, 2)
  expect(await events.take(2)).toEqual([3, 4])
  await under.finishRuns(siti, 2)
  expect(await events.take(2)).toEqual([5, 6])
  await events.end()
})

test('without a sequence only what comes from now on is sent', async () => {
  const siti = await under.person()
  await under.finishRuns(siti, 2)
  const events = await follow(siti)
  const first = events.take(1)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await under.finishRuns(siti, 1)
  expect(await first).toEqual([4])
  await events.end()
})

test('what is written while the past is read is neither lost nor repeated', async () => {
  const siti = await under.person()
  await under.finishRuns(siti, 150)
  const events = await follow(siti, 0)
  const [received] = await Promise.all([events.take(181), under.finishRuns(siti, 30)])
  expect(received).toEqual(Array.from({ length: 181 }, (_, n) => n + 1))
  await events.end()
})

test('a lost tick is made up for by the next, and a repeated one repeats nothing', async () => {
  const siti = await under.person()
  const events = await follow(siti, 0)
  expect(await events.take(1)).toEqual([1])

  const insert = (sequence: number) => `
    INSERT INTO notification (id, user_id, sequence, kind, data, created_at)
    VALUES (gen_random_uuid(), '${siti.userId}', ${sequence}, 'WELCOME', '{"name": "Siti"}', now());
    UPDATE recipient SET last_sequence = ${sequence} WHERE user_id = '${siti.userId}'`
  await under.rowsOf(insert(2))
  await under.finishRuns(siti, 1)
  expect(await events.take(2)).toEqual([2, 3])

  for (const sequence of [3, 1, 3]) under.fanout.publish(`notification:${siti.userId}`, { sequence })
  await under.finishRuns(siti, 1)
  expect(await events.take(1)).toEqual([4])
  await events.end()
})

test('each person receives their own, and each event shows the count at its moment', async () => {
  const [siti, budi] = [await under.person(), await under.person('Budi')]
  const COUNTS: Operation<{ notificationReceived: { title: string; recipient: object } }> = `
    subscription { notificationReceived(afterSequence: 1) { title recipient { id unreadNotificationCount } } }`
  const events = await under.follow(siti, COUNTS)
  if ('refused' in events) throw new Error('Refused.')
  await under.finishRuns(budi, 1)
  for (const unreadNotificationCount of [2, 3]) {
    await under.finishRuns(siti, 1)
    expect((await events.next()).notificationReceived).toEqual({
      title: 'Soal buatan agen siap diperiksa',
      recipient: { id: siti.userId, unreadNotificationCount },
    })
  }
  await events.end()
})

test('a client that leaves while nothing happens frees its place at once', async () => {
  const siti = await under.person()
  const events = await follow(siti, 1)
  const waiting = events.take(1).catch(() => 'ended')
  await events.end()
  expect(await waiting).toBe('ended')
})

test('needs somebody who has signed in, and a sequence that can be', async () => {
  expect(await under.follow(null, RECEIVED)).toEqual({ refused: ['UNAUTHENTICATED'] })
  const siti = await under.person()
  expect(await under.follow(siti, RECEIVED, { afterSequence: -1 })).toEqual({ refused: ['BAD_USER_INPUT'] })
})
