import { Member } from '../../../gateway/subscribe/member.ts'
import type { LiveEvent } from '../../../gateway/subscribe/subscriber.ts'

const event = (text: string): LiveEvent => ({ json: Buffer.from(text) })

/** A member whose subscriber is busy when a test says so, and what the subscriber was given. */
function createMember({ waiting = 2, waitingBytes = 1_000, patienceMs = 60_000 } = {}) {
  const given: string[] = []
  let busy: PromiseWithResolvers<void> | undefined
  let dropped = 0
  const member = new Member({
    subscriber: {
      next({ json }) {
        given.push(String(json))
        return busy?.promise
      },
      end: (errors) => given.push(errors ? 'failed' : 'complete'),
    },
    traceId: '1',
    limits: { waiting, waitingBytes, patienceMs },
    tooSlow(one) {
      dropped += 1
      one.cut([])
    },
  })
  return {
    member,
    given,
    push: (...texts: string[]) => texts.forEach((text) => member.push(event(text))),
    beBusy: () => void (busy = Promise.withResolvers()),
    async beReady() {
      busy?.resolve()
      busy = undefined
      await new Promise((resolve) => setImmediate(resolve))
    },
    get dropped() {
      return dropped
    },
  }
}

test('passes on at once what its subscriber can take, and keeps the rest in order', async () => {
  const { push, beBusy, beReady, given } = createMember({ waiting: 10 })
  push('1')
  beBusy()
  push('2', '3', '4')
  expect(given).toEqual(['1', '2'])
  await beReady()
  push('5')
  expect(given).toEqual(['1', '2', '3', '4', '5'])
})

test('the end comes after what waits, once; a cut comes at once', async () => {
  const patient = createMember({ waiting: 10 })
  patient.beBusy()
  patient.push('1', '2')
  patient.member.finish(undefined)
  patient.member.finish([])
  await patient.beReady()
  patient.push('3')
  expect(patient.given).toEqual(['1', '2', 'complete'])

  const cut = createMember({ waiting: 10 })
  cut.beBusy()
  cut.push('1', '2')
  cut.member.cut([])
  await cut.beReady()
  expect(cut.given).toEqual(['1', 'failed'])
})

test('who has left is given nothing, not even the end', async () => {
  const { member, push, beBusy, beReady, given } = createMember()
  beBusy()
  push('1', '2')
  member.leave()
  member.finish(undefined)
  await beReady()
  expect(given).toEqual(['1'])
})

test('what was missed comes first, and not before the caller has gone on', async () => {
  const { member, push, beReady, given } = createMember({ waiting: 10 })
  member.replay([event('1'), event('2')])
  push('3')
  expect(given).toEqual([])
  await beReady()
  expect(given).toEqual(['1', '2', '3'])
})

test('a source that can wait is told when there is room', async () => {
  const { member, push, beBusy, beReady } = createMember()
  expect(member.room()).toBeUndefined()
  beBusy()
  push('1', '2')
  expect(member.room()).toBeUndefined()
  push('3')
  const room = member.room()
  expect(room).toBeInstanceOf(Promise)
  await beReady()
  await room
})

test.each([
  ['far too many', { waiting: 2 }, Array.from({ length: 21 }, () => 'x'), 1],
  ['many for now', { waiting: 2 }, Array.from({ length: 19 }, () => 'x'), 0],
  ['far too much', { waiting: 1_000, waitingBytes: 10 }, ['x', 'x'.repeat(100)], 1],
  ['many for too long', { waiting: 2, patienceMs: 10 }, ['x', 'x', 'x', 'x'], 1],
] as const)('%s that wait', async (_, limits, texts, drops) => {
  const slow = createMember(limits)
  slow.beBusy()
  slow.push(...texts)
  if ('patienceMs' in limits)
    while (slow.dropped === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  expect(slow.dropped).toBe(drops)
  expect(slow.given).toEqual(drops ? ['x', 'failed'] : ['x'])
  slow.member.leave()
})

test('patience begins anew when there was room', async () => {
  const { push, beBusy, beReady, given, member } = createMember({ patienceMs: 20 })
  for (let times = 0; times < 4; times++) {
    beBusy()
    push('x', 'x', 'x')
    await beReady()
  }
  // Long enough for a patience that nobody had ended.
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(given).toEqual(Array(12).fill('x'))
  expect(member.over).toBe(false)
})
