import { randomUUID } from 'node:crypto'
import { startSession } from '../../subgraphs/assessment/domain/decide.ts'
import { formOf } from '../../subgraphs/assessment/domain/form.ts'
import type { SessionEvent } from '../../subgraphs/assessment/domain/session.ts'
import { type Store, createStore } from '../../subgraphs/assessment/store/index.ts'
import { type TestDatabase, testDatabase } from '../jest/database.ts'
import { smallExam } from './published-exam.ts'

const NOW = Date.parse('2027-01-04T08:00:00.000Z')

let db: TestDatabase
let store: Store
const exam = smallExam()
const formId = randomUUID()
beforeAll(async () => {
  db = await testDatabase('assessment')
  store = createStore(db.database)
  await store.forms.publish(formId, exam, new Date(NOW))
})
afterAll(async () => {
  await store.close()
  await db.drop()
})

const answer = (sequence: number, clientSequence = sequence, choice = 'A'): SessionEvent => ({
  sequence,
  at: NOW + sequence,
  type: 'ANSWERED',
  data: { position: 0, response: { choice }, clientSequence, timeSpentMs: null },
})

/** A session of its own that has just started: its log has two events. */
async function startedSession(): Promise<string> {
  const sessionId = randomUUID()
  const studentId = randomUUID()
  const { events } = startSession(formOf(formId, exam), { sessionId, studentId, roomId: null }, NOW)
  const result = await store.append({
    sessionId,
    events,
    session: { studentId, examId: exam.examId, formId, roomId: null },
    standing: { status: 'IN_PROGRESS', startedAt: NOW, nextDeadline: NOW + 60_000, finishedAt: null },
    facts: [],
  })
  expect(result).toEqual({ written: true, roomSequence: null })
  return sessionId
}

const sequencesOf = async (sessionId: string) =>
  (await store.readSessionLog({ sessionId, after: 0 })).map(({ sequence }) => sequence)

test('what was appended is read back as it was', async () => {
  const sessionId = await startedSession()
  const event = answer(3)
  expect(await store.append({ sessionId, events: [event], facts: [] })).toMatchObject({ written: true })
  expect(await store.readSessionLog({ sessionId, after: 2 })).toEqual([event])
})

test('of writers that follow on the same event one succeeds, the others are told and write nothing', async () => {
  const sessionId = await startedSession()
  const others = [createStore(db.database), createStore(db.database)]
  const results = await Promise.all(
    [store, store, ...others].map((writer, index) =>
      writer.append({ sessionId, events: [answer(3, index + 1), answer(4, index + 11)], facts: [] }),
    ),
  )
  expect(results.filter(({ written }) => written)).toHaveLength(1)
  expect(await sequencesOf(sessionId)).toEqual([1, 2, 3, 4])
  const [third, fourth] = await store.readSessionLog({ sessionId, after: 2 })
  const [one, eleven] = [third, fourth].map((event) =>
    event?.type === 'ANSWERED' ? event.data.clientSequence : 0,
  )
  expect(eleven).toBe((one ?? 0) + 10)
  await Promise.all(others.map((other) => other.close()))
})

test('answers of many sessions that wait together are written in few statements', async () => {
  const sessions = await Promise.all(Array.from({ length: 60 }, startedSession))
  const before = db.database.statements()
  await Promise.all(sessions.map((sessionId) => store.append({ sessionId, events: [answer(3)], facts: [] })))
  // The first goes at once, the second while it is on its way, and all the others together.
  expect(db.database.statements() - before).toBe(3)
  for (const sessionId of sessions) expect(await sequencesOf(sessionId)).toEqual([1, 2, 3])
})

test('an entry that the database cannot take fails alone', async () => {
  const sessions = await Promise.all(Array.from({ length: 20 }, startedSession))
  const results = await Promise.allSettled(
    sessions.map((sessionId, index) =>
      store.append({
        sessionId,
        events: [answer(3, 3, index === 7 ? 'what PostgreSQL cannot store: \u0000' : 'A')],
        facts: [],
      }),
    ),
  )
  expect(results.map(({ status }) => status)).toEqual(
    sessions.map((_session, index) => (index === 7 ? 'rejected' : 'fulfilled')),
  )
  expect(await sequencesOf(sessions[7] ?? '')).toEqual([1, 2])
  expect(await sequencesOf(sessions[8] ?? '')).toEqual([1, 2, 3])
})

test('writers in several processes, all at the same sessions, leave every log whole', async () => {
  const sessions = await Promise.all(Array.from({ length: 10 }, startedSession))
  const writers = [store, createStore(db.database), createStore(db.database)]
  let clientSequence = 0
  await Promise.all(
    writers.flatMap((writer) =>
      sessions.map(async (sessionId) => {
        for (let written = 0; written < 10;) {
          const log = await writer.readSessionLog({ sessionId, after: 0 })
          const event = answer(log.length + 1, ++clientSequence)
          if ((await writer.append({ sessionId, events: [event], facts: [] })).written) written += 1
        }
      }),
    ),
  )
  const whole = Array.from({ length: 32 }, (_event, index) => index + 1)
  for (const sessionId of sessions) expect(await sequencesOf(sessionId)).toEqual(whole)
  await Promise.all(writers.slice(1).map((writer) => writer.close()))
})

test('a published form is kept once, however often the event comes', async () => {
  const other = smallExam()
  const eventId = randomUUID()
  await store.forms.publish(eventId, other, new Date(NOW))
  await store.forms.publish(eventId, other, new Date(NOW))
  expect((await store.forms.current(other.examId))?.formId).toBe(eventId)
  const { rows } = await db.database.pool.query('SELECT 1 FROM exam_form WHERE exam_id = $1', [other.examId])
  expect(rows).toHaveLength(1)
})

test('sessions that are due are claimed by one process only, and are free again when it dies', async () => {
  const sessionId = await startedSession()
  const now = new Date(NOW + 60_000)
  const claim = (at: Date) => store.claimDueSessions({ until: now, now: at, limit: 500 })
  const claims = await Promise.all([claim(now), claim(now), claim(now)])
  expect(claims.flat().filter((id) => id === sessionId)).toHaveLength(1)
  expect(await claim(new Date(now.getTime() + 1_999))).not.toContain(sessionId)
  expect(await claim(new Date(now.getTime() + 2_000))).toContain(sessionId)
})
