import { setTimeout as wait } from 'node:timers/promises'
import { createInProcessFanout } from '../../kit/fanout.ts'
import {
  type AssessmentUnderTest,
  type Operation,
  assessmentUnderTest,
  person,
  Refused,
} from './assessment-under-test.ts'
import { studentAt } from './operations.ts'

type Progress = {
  sequence: number
  kind: string
  at: string
  itemId: string | null
  status: string
  answeredCount: number
  itemCount: number
  deadlineAt: string | null
  remainingSeconds: number
  currentSection: { id: string } | null
  session: { id: string; report: { points: number } | null }
}

const PROGRESS: Operation<{ examSessionProgress: Progress }> = `
  subscription ($sessionId: ID!, $afterSequence: Int) {
    examSessionProgress(sessionId: $sessionId, afterSequence: $afterSequence) {
      sequence kind at itemId status answeredCount itemCount deadlineAt remainingSeconds
      currentSection { id } session { id report { points } }
    }
  }`

let under: AssessmentUnderTest
beforeAll(async () => {
  under = await assessmentUnderTest()
})
afterAll(() => under.stop())

async function siti() {
  const exam = await under.publishedExam()
  const student = studentAt(under, person('STUDENT'))
  const sessionId = (await student.start(exam.examId)).session?.id ?? ''
  return { exam, student, sessionId }
}

test('first the present state, then each change as it is committed, to the end with the report', async () => {
  const { exam, student, sessionId } = await siti()
  const [pu, pm] = exam.sections.map((section) => section.sectionId) as [string, string]
  await student.answer(sessionId, 1, { choice: 'B' })
  under.pass(15)
  const events = await under.follow(student.viewer, PROGRESS, { sessionId })
  expect(await events.next()).toEqual({
    sequence: 3,
    kind: 'SNAPSHOT',
    at: new Date(under.clock.now.getTime() - 15_000).toISOString(),
    itemId: null,
    status: 'IN_PROGRESS',
    answeredCount: 1,
    itemCount: 5,
    deadlineAt: new Date(under.clock.now.getTime() + 45_000).toISOString(),
    remainingSeconds: 45,
    currentSection: { id: pu },
    session: { id: sessionId, report: null },
  })

  await student.answer(sessionId, 3, { text: '3/4' })
  expect(await events.next()).toMatchObject({
    sequence: 4,
    kind: 'ANSWERED',
    itemId: `${sessionId}:3`,
    answeredCount: 2,
  })
  await student.submit(sessionId, pu)
  await student.finish(sessionId)
  const rest = await events.take(5)
  expect(rest.map(({ sequence, kind, currentSection }) => [sequence, kind, currentSection?.id])).toEqual([
    [5, 'SECTION_SUBMITTED', undefined],
    [6, 'SECTION_OPENED', pm],
    [7, 'SECTION_SUBMITTED', undefined],
    [8, 'FINISHED', undefined],
    [9, 'SCORED', undefined],
  ])
  expect(rest.at(-1)).toMatchObject({ status: 'FINISHED', session: { report: { points: 2 } } })
  expect(await events.next()).toBeUndefined()
})

test('who was away asks for what came after the last event, and gets all of it in order, then what comes', async () => {
  const { student, sessionId } = await siti()
  for (const choice of ['A', 'B', 'C']) await student.answer(sessionId, 1, { choice })
  const events = await under.follow(student.viewer, PROGRESS, { sessionId, afterSequence: 3 })
  expect((await events.take(2)).map(({ sequence, kind }) => [sequence, kind])).toEqual([
    [4, 'ANSWERED'],
    [5, 'ANSWERED'],
  ])
  await student.answer(sessionId, 1, { choice: 'D' })
  expect(await events.next()).toMatchObject({ sequence: 6 })
  await events.leave()

  const everything = await under.follow(student.viewer, PROGRESS, { sessionId, afterSequence: 0 })
  const kinds = (await everything.take(6)).map(({ kind, answeredCount }) => [kind, answeredCount])
  expect(kinds).toEqual([
    ['STARTED', 0],
    ['SECTION_OPENED', 0],
    ...Array.from({ length: 4 }, () => ['ANSWERED', 1]),
  ])
  await everything.leave()
})

test('nothing is lost or repeated while answers pour in during the subscription', async () => {
  const { student, sessionId } = await siti()
  const pour = async () => {
    for (let count = 0; count < 100; count++)
      await student.answer(sessionId, 1, { choice: 'ABCD'.charAt(count % 4) })
  }
  const poured = pour()
  await wait(20)
  const events = await under.follow(student.viewer, PROGRESS, { sessionId })
  const { sequence: first } = (await events.next()) ?? { sequence: 0 }
  const rest = await events.take(102 - first)
  expect(rest.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 102 - first }, (_event, index) => first + 1 + index),
  )
  await poured
  await events.leave()
})

test('a lost tick is found by the gap, or by looking, and a repeated one repeats nothing', async () => {
  const { student, sessionId } = await siti()
  const deaf = await under.openProcess()
  const events = await deaf.follow(student.viewer, PROGRESS, { sessionId })
  expect(await events.next()).toMatchObject({ sequence: 2 })
  // This process hears nothing of the answer: it is written in another, over another fan-out.
  await student.answer(sessionId, 1, { choice: 'A' })
  expect(await events.next()).toMatchObject({ sequence: 3 })

  await student.answer(sessionId, 1, { choice: 'B' })
  const elsewhere = await under.openProcess(deaf.fanout)
  await studentAt(elsewhere, student.viewer).answer(sessionId, 1, { choice: 'C' }, { clientSequence: 3 })
  const repeated = (await under.rowsOf(
    'SELECT sequence, type, data, at FROM session_event WHERE session_id = $1 AND sequence <= 4',
    [sessionId],
  )) as { sequence: number }[]
  deaf.fanout.publish(`assessment:session:${sessionId}`, { entries: repeated })
  expect((await events.take(2)).map(({ sequence }) => sequence)).toEqual([4, 5])
  await events.leave()
})

test('processes that share a fan-out tell each other at once', async () => {
  const { exam } = await siti()
  const fanout = createInProcessFanout()
  const [here, there] = [await under.openProcess(fanout), await under.openProcess(fanout)]
  const student = studentAt(here, person('STUDENT'))
  const sessionId = (await student.start(exam.examId)).session?.id ?? ''
  const events = await there.follow(student.viewer, PROGRESS, { sessionId })
  await events.next()
  const next = events.next()
  const asked = Date.now()
  await student.answer(sessionId, 1, { choice: 'A' })
  expect(await next).toMatchObject({ sequence: 3 })
  expect(Date.now() - asked).toBeLessThan(1_000)
  await events.leave()
  await fanout.close()
})

test('leaving frees the subscription at once, while it waits', async () => {
  const { student, sessionId } = await siti()
  const events = await under.follow(student.viewer, PROGRESS, { sessionId })
  await events.next()
  const waiting = events.next()
  await wait(10)
  const asked = Date.now()
  await events.leave()
  expect(await waiting).toBeUndefined()
  expect(Date.now() - asked).toBeLessThan(500)
})

test('a session that has ended gives its last state and ends', async () => {
  const { student, sessionId } = await siti()
  await student.finish(sessionId)
  const events = await under.follow(student.viewer, PROGRESS, { sessionId })
  expect(await events.next()).toMatchObject({ kind: 'SNAPSHOT', status: 'FINISHED', remainingSeconds: 0 })
  expect(await events.next()).toBeUndefined()
})

test('another student, or nobody, may not follow; a number that no event has yet is refused', async () => {
  const { student, sessionId } = await siti()
  const follow = (viewer: Parameters<typeof under.follow>[0], more = {}) =>
    under.follow(viewer, PROGRESS, { sessionId, ...more })
  await expect(follow(person('STUDENT'))).rejects.toThrow(new Refused('FORBIDDEN'))
  await expect(follow(person('TUTOR'))).rejects.toThrow(new Refused('FORBIDDEN'))
  await expect(follow(null)).rejects.toThrow(new Refused('UNAUTHENTICATED'))
  await expect(follow(student.viewer, { afterSequence: 3 })).rejects.toThrow(new Refused('BAD_USER_INPUT'))
  await expect(follow(student.viewer, { sessionId: 'none' })).rejects.toThrow(new Refused('NOT_FOUND'))
  const admin = await follow(person('ADMIN'))
  expect(await admin.next()).toMatchObject({ sequence: 2 })
  await admin.leave()
})
