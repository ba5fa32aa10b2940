import pg from 'pg'
import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../jest/eventually.ts'
import {
  type AssessmentUnderTest,
  type Operation,
  assessmentUnderTest,
  person,
} from './assessment-under-test.ts'
import { studentAt } from './operations.ts'

let under: AssessmentUnderTest
beforeAll(async () => {
  under = await assessmentUnderTest()
})
afterAll(() => under.stop())

const PROGRESS: Operation<{ examSessionProgress: { sequence: number } }> = `
  subscription ($sessionId: ID!) { examSessionProgress(sessionId: $sessionId, afterSequence: 0) { sequence } }`

/** Ends every connection to the database under test, again and again, as a server does that restarts. */
async function cutConnections(times: number): Promise<void> {
  const [row] = await under.rowsOf('SELECT current_database() AS name')
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] })
  await client.connect()
  for (let time = 1; time <= times; time += 1) {
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      row?.name,
    ])
    await wait(30)
  }
  await client.end()
}

test('while connections break, answers are kept or refused with a code, and who follows stays and misses nothing', async () => {
  const exam = await under.publishedExam()
  const students = Array.from({ length: 5 }, () => studentAt(under, person('STUDENT')))
  const sessions = await Promise.all(
    students.map(async (student) => {
      const sessionId = (await student.start(exam.examId)).session?.id ?? ''
      return { student, sessionId, events: await under.follow(student.viewer, PROGRESS, { sessionId }) }
    }),
  )
  const refusals = new Set<string>()
  let answering = true

  /** Answers until the connections hold, each answer again until it is acknowledged, as clients do. */
  const run = async ({ student, sessionId }: (typeof sessions)[number]) => {
    let clientSequence = 1
    let choice = 'A'
    for (; answering; clientSequence += 1) {
      choice = 'ABCD'.charAt(clientSequence % 4)
      for (;;) {
        try {
          const { acknowledgement } = await student.answer(sessionId, 1, { choice }, { clientSequence })
          expect(acknowledgement).toMatchObject({ clientSequence, sequence: clientSequence + 2 })
          break
        } catch (error) {
          refusals.add((error as Error).message)
          await wait(10)
        }
      }
    }
    return { count: clientSequence - 1, choice }
  }
  const running = Promise.all(sessions.map(run))
  await cutConnections(30)
  answering = false
  const given = await running

  expect([...refusals].map((refusal) => refusal.split(':')[0])).toEqual(['SERVICE_UNAVAILABLE'])
  for (const [index, { student, sessionId, events }] of sessions.entries()) {
    const { count, choice } = given[index] ?? { count: 0, choice: '' }
    const session = await student.session(sessionId)
    expect(session).toMatchObject({ sequence: count + 2, lastClientSequence: count })
    expect(session.sections[0]?.items[0]?.response).toMatchObject({ choice })
    const followed = await events.take(count + 2)
    expect(followed.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: count + 2 }, (_event, place) => place + 1),
    )
    await events.leave()
  }
  // The facts of the starts have left: the relay is at work again.
  await eventually(async () =>
    expect(await under.rowsOf('SELECT 1 FROM outbox WHERE published_at IS NULL')).toEqual([]),
  )
}, 15_000)
