import type { DomainEvent } from '../../kit/events.ts'
import { type Analytics, MONDAY, response, scored, startAnalytics } from './analytics-under-test.ts'

const started: Analytics[] = []
const analytics = async () => {
  const one = await startAnalytics()
  started.push(one)
  return one
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()))
})

/** Sixty sessions of six students over a season, with right, wrong, partial and open answers. */
function season(): DomainEvent[] {
  // Park and Miller's minimal standard generator: the same season every time.
  let state = 20_270_301
  const draw = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: 60 }, (_, day) => {
    const responses = Array.from({ length: 12 }, (__, place) => {
      const answered = draw() < 0.9
      const score = !answered ? 0 : place % 4 === 3 ? Math.floor(draw() * 5) / 4 : Number(draw() < 0.6)
      return response(`q${place}`, {
        skillId: `PU.${place % 3}`,
        answered,
        score,
        choice: answered && place % 4 !== 3 ? (score === 1 ? 'A' : 'B') : null,
        timeSpentMs: answered ? Math.round(draw() * 90_000) : null,
      })
    })
    return scored(`student ${day % 6}`, responses, new Date(MONDAY.getTime() + day * 86_400_000))
  })
}

test('an event that arrives again changes nothing', async () => {
  const { publish, tables, database } = await analytics()
  const event = scored('siti', [response('q1'), response('q2', { score: 0, choice: 'B' })])
  await publish(event)
  const before = await tables()

  // The consumer forgets how far it had come, as after a crash before it could say so.
  await database.pool.query('UPDATE broker.consumer SET position = 0')
  await publish(scored('rahmat', [response('other', { skillId: 'PK' })]))

  const after = await tables()
  expect(after.mastery.filter((row) => row.user_id === 'siti')).toEqual(before.mastery)
  expect(after.items.filter((row) => row.question_id !== 'other')).toEqual(before.items)
})

test('replaying all events from the start gives the same tables', async () => {
  const events = season()
  const [first, replayed] = await Promise.all([analytics(), analytics()])
  await first.publish(...events)
  await replayed.publish(...events)

  const tables = await first.tables()
  expect(tables.mastery).toHaveLength(18)
  expect(tables.items).toHaveLength(12)
  expect(tables.items[0]).toMatchObject({ administrations: 60 })
  expect(await replayed.tables()).toEqual(tables)
})

test('sessions that arrive in another order give the same sums exactly, and mastery to its last digits', async () => {
  const events = season()
  const [inOrder, backwards] = await Promise.all([analytics(), analytics()])
  await inOrder.publish(...events)
  await backwards.publish(...events.toReversed())

  const [one, other] = [await inOrder.tables(), await backwards.tables()]
  expect(other.items).toEqual(one.items)
  expect(other.choices).toEqual(one.choices)
  expect(other.mastery).toEqual(
    one.mastery.map((row) => ({
      ...row,
      successes: expect.closeTo(row.successes, 9),
      failures: expect.closeTo(row.failures, 9),
    })),
  )
})

test('a session that cannot be counted in leaves nothing behind, and the next is counted', async () => {
  const { publish, tables, database } = await analytics()
  // The last statement of the transaction fails for this one option.
  await database.pool.query(`ALTER TABLE item_choices ADD CONSTRAINT refused CHECK (option_id <> 'refused')`)
  const event = scored('siti', [response('q1', { choice: 'refused' })])
  const counted = publish(event)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(await tables()).toEqual({ mastery: [], items: [], choices: [], inbox: [] })

  await database.pool.query('ALTER TABLE item_choices DROP CONSTRAINT refused')
  await counted

  expect((await tables()).mastery).toMatchObject([{ user_id: 'siti', successes: 1, evidence_count: 1 }])
})
