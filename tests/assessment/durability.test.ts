import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../jest/eventually.ts'
import { type AssessmentUnderTest, assessmentUnderTest, person } from './assessment-under-test.ts'
import { studentAt } from './operations.ts'

let under: AssessmentUnderTest
beforeAll(async () => {
  under = await assessmentUnderTest()
})
afterAll(() => under.stop())

const seconds = (from: Date, count: number) => new Date(from.getTime() + count * 1_000).toISOString()

test('after a restart every acknowledged answer is there, the clock was not reset, passed deadlines count as of then', async () => {
  const exam = await under.publishedExam()
  const siti = person('STUDENT')
  const startedAt = under.clock.now

  // The first process is dropped without a word, as SIGKILL would.
  const killed = await under.openProcess()
  const before = studentAt(killed, siti)
  const sessionId = (await before.start(exam.examId)).session?.id ?? ''
  under.pass(10)
  const acknowledged = [
    await before.answer(sessionId, 1, { choice: 'B' }),
    await before.answer(sessionId, 3, { text: '0,75' }),
  ].map(({ acknowledgement }) => acknowledgement)

  under.pass(30)
  const second = await under.openProcess()
  const after = studentAt(second, siti)
  const resumed = (await after.start(exam.examId)).session
  expect(resumed).toMatchObject({
    id: sessionId,
    deadlineAt: seconds(startedAt, 60),
    remainingSeconds: 20,
    answeredCount: 2,
    lastClientSequence: 2,
  })
  const again = await after.answer(sessionId, 1, { choice: 'B' }, { clientSequence: 1 })
  expect(again.acknowledgement).toEqual(acknowledged[0])

  // Nobody is there when both sections end; the next process finds them an hour later.
  under.pass(3_600)
  const third = await under.openProcess()
  await third.subgraph.start()
  await eventually(async () => {
    expect(await studentAt(third, siti).session(sessionId)).toMatchObject({
      status: 'FINISHED',
      finishedAt: seconds(startedAt, 90),
      sections: [
        { status: 'SUBMITTED', submittedAt: seconds(startedAt, 60), submissionReason: 'DEADLINE' },
        { status: 'SUBMITTED', submittedAt: seconds(startedAt, 90), submissionReason: 'DEADLINE' },
      ],
      report: { points: 2, scoredAt: seconds(startedAt, 90) },
    })
  })
  expect((await under.factsAbout(sessionId)).map(({ type, time }) => [type.split('.').at(-2), time])).toEqual(
    [
      ['started', seconds(startedAt, 0)],
      ['submitted', seconds(startedAt, 60)],
      ['submitted', seconds(startedAt, 90)],
      ['scored', seconds(startedAt, 90)],
    ],
  )
  await third.subgraph.stop()
})

test('a deadline is enforced within two seconds without anyone asking, also where another process started the session', async () => {
  const exam = await under.publishedExam()
  const elsewhere = await under.openProcess()
  const student = studentAt(elsewhere, person('STUDENT'))
  const sessionId = (await student.start(exam.examId)).session?.id ?? ''
  under.pass(60.2)
  const asOf = Date.now()
  for (;;) {
    const { sections } = await student.session(sessionId)
    if (sections[0]?.status === 'SUBMITTED') break
    await wait(20)
  }
  expect(Date.now() - asOf).toBeLessThan(2_000)
})

test('many sessions that end together are each scored once, by however many processes', async () => {
  const exam = await under.publishedExam()
  const students = Array.from({ length: 40 }, () => studentAt(under, person('STUDENT')))
  const sessions = await Promise.all(
    students.map(async (student) => (await student.start(exam.examId)).session?.id ?? ''),
  )
  await Promise.all(
    students.map((student, index) => student.answer(sessions[index] ?? '', 1, { choice: 'B' })),
  )
  const others = await Promise.all([under.openProcess(), under.openProcess()])
  under.pass(100)
  await Promise.all(others.map(({ subgraph }) => subgraph.start()))
  await eventually(async () => {
    const rows = await under.rowsOf(
      `SELECT count(*)::int AS reports, min(points) AS lowest FROM score_report WHERE session_id = ANY ($1::uuid[])`,
      [sessions],
    )
    expect(rows).toEqual([{ reports: 40, lowest: 1 }])
  })
  const scored = await under.rowsOf(
    `SELECT event->>'subject' AS id, count(*)::int AS times FROM outbox
     WHERE event->>'type' = 'simpul.assessment.session.scored.v1' AND event->>'subject' = ANY ($1) GROUP BY 1`,
    [sessions],
  )
  expect(scored).toHaveLength(40)
  expect(scored.every(({ times }) => times === 1)).toBe(true)
  await Promise.all(others.map(({ subgraph }) => subgraph.stop()))
})

test('answers of one session over two processes that do not hear of each other are all kept, in one order', async () => {
  const exam = await under.publishedExam()
  const siti = person('STUDENT')
  const processes = [under, await under.openProcess()]
  const sessionId = (await studentAt(under, siti).start(exam.examId)).session?.id ?? ''
  const given = Array.from({ length: 40 }, (_answer, index) => ({
    clientSequence: index + 1,
    choice: 'ABCD'.charAt(index % 4),
  }))
  const acknowledgements = await Promise.all(
    given.map(async ({ clientSequence, choice }, index) => {
      const process = processes[index % 2]
      if (!process) throw new Error('No process')
      const student = studentAt(process, siti)
      return (await student.answer(sessionId, 1, { choice }, { clientSequence })).acknowledgement
    }),
  )
  expect(acknowledgements.map((acknowledgement) => acknowledgement?.clientSequence)).toEqual(
    given.map(({ clientSequence }) => clientSequence),
  )
  expect(new Set(acknowledgements.map((acknowledgement) => acknowledgement?.sequence)).size).toBe(40)
  for (const process of processes) {
    const session = await studentAt(process, siti).session(sessionId)
    expect(session).toMatchObject({ sequence: 42, lastClientSequence: 40, answeredCount: 1 })
    expect(session.sections[0]?.items[0]?.response).toMatchObject({ choice: 'D' })
  }
})

test('a flag set in one process and taken off in another ends as the last one said', async () => {
  const exam = await under.publishedExam()
  const siti = person('STUDENT')
  const [here, there] = [studentAt(under, siti), studentAt(await under.openProcess(), siti)]
  const sessionId = (await here.start(exam.examId)).session?.id ?? ''
  await here.flag(sessionId, 1, true)
  await there.flag(sessionId, 1, false)
  await here.flag(sessionId, 1, true)
  expect((await there.session(sessionId)).sections[0]?.items[0]?.flagged).toBe(true)
})

test('while the database does not answer nothing is acknowledged; afterwards the same answer is taken once', async () => {
  const exam = await under.publishedExam()
  const student = studentAt(under, person('STUDENT'))
  const sessionId = (await student.start(exam.examId)).session?.id ?? ''
  const { pool } = under.database
  const connect = pool.query.bind(pool)
  pool.query = (() => Promise.reject(new Error('Connection terminated'))) as typeof pool.query
  const lost = student.answer(sessionId, 1, { choice: 'B' }, { clientSequence: 1 })
  await expect(lost).rejects.toThrow('SERVICE_UNAVAILABLE')
  pool.query = connect
  const { acknowledgement } = await student.answer(sessionId, 1, { choice: 'B' }, { clientSequence: 1 })
  expect(acknowledgement).toMatchObject({ clientSequence: 1, sequence: 3 })
})

test('an id that names no session is no failure', async () => {
  const { data, errors } = await under.execute<{ examSession: null }>(
    person('STUDENT'),
    'query ($id: ID!) { examSession(id: $id) { id } }',
    { id: randomUUID() },
  )
  expect([data.examSession, errors]).toEqual([null, undefined])
})
