import type { Viewer } from '../../kit/identity.ts'
import {
  type AssessmentUnderTest,
  type Operation,
  assessmentUnderTest,
  person,
} from './assessment-under-test.ts'
import { OPEN_ROOM, dataOf, studentAt } from './operations.ts'

type Page = {
  edges: { node: { id: string; status: string; answeredCount: number } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
}

const SESSIONS: Operation<{ _entities: { examSessions: Page | null }[] }> = `
  query ($representations: [_Any!]!, $first: Int, $after: String, $status: ExamSessionStatus) {
    _entities(representations: $representations) { ... on User {
      examSessions(first: $first, after: $after, status: $status) {
        edges { node {
          id status title deadlineAt answeredCount itemCount exam { id } currentSection { code } report { points }
        } }
        pageInfo { hasNextPage hasPreviousPage endCursor }
      }
    } }
  }`

let under: AssessmentUnderTest
beforeAll(async () => {
  under = await assessmentUnderTest()
})
afterAll(() => under.stop())

const referencesTo = (...viewers: { userId: string }[]) =>
  viewers.map(({ userId }) => ({ __typename: 'User', id: userId }))

async function sessionsOf(viewer: Viewer, people: Viewer[], page = {}) {
  const variables = { representations: referencesTo(...people), ...page }
  const { _entities } = await dataOf(under.execute(viewer, SESSIONS, variables))
  return _entities.map(({ examSessions }) => {
    if (!examSessions) throw new Error('No list of sessions')
    return { ...examSessions, ids: examSessions.edges.map(({ node }) => node.id) }
  })
}

test('a student’s sessions come newest first, in pages, by their state', async () => {
  const student = studentAt(under, person('STUDENT'))
  const ids: string[] = []
  for (let count = 0; count < 5; count++) {
    const exam = await under.publishedExam()
    ids.unshift((await student.start(exam.examId)).session?.id ?? '')
    under.pass(1)
  }
  const [newest, , third] = ids as [string, string, string]
  await student.answer(newest, 1, { choice: 'B' })
  await student.answer(third, 1, { choice: 'B' }, { clientSequence: 1 })
  await student.finish(third)

  const [first] = await sessionsOf(student.viewer, [student.viewer], { first: 3 })
  expect(first?.ids).toEqual(ids.slice(0, 3))
  expect(first?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  const after = first?.pageInfo.endCursor
  const [second] = await sessionsOf(student.viewer, [student.viewer], { first: 3, after })
  expect(second?.ids).toEqual(ids.slice(3))
  expect(second?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  expect(first?.edges.map(({ node }) => [node.status, node.answeredCount])).toEqual([
    ['IN_PROGRESS', 1],
    ['IN_PROGRESS', 0],
    ['FINISHED', 1],
  ])
  const [finished] = await sessionsOf(student.viewer, [student.viewer], { status: 'FINISHED' })
  expect(finished?.ids).toEqual([third])
})

test('fifty people’s sessions, running and finished, take a handful of statements', async () => {
  const exam = await under.publishedExam()
  const students = Array.from({ length: 50 }, () => studentAt(under, person('STUDENT')))
  await Promise.all(
    students.map(async (student, index) => {
      const sessionId = (await student.start(exam.examId)).session?.id ?? ''
      await student.answer(sessionId, 1, { choice: 'B' })
      if (index % 2 === 0) await student.finish(sessionId)
    }),
  )
  // In a process that has none of them in memory.
  const fresh = await under.openProcess()
  const people = students.map(({ viewer }) => viewer)
  const before = fresh.database.statements()
  const { _entities } = await dataOf(
    fresh.execute(person('ADMIN'), SESSIONS, { representations: referencesTo(...people) }),
  )
  const spent = fresh.database.statements() - before
  expect(_entities).toHaveLength(50)
  for (const { examSessions } of _entities)
    expect(examSessions?.edges).toMatchObject([{ node: { answeredCount: 1 } }])
  // The sessions, their forms, their logs, their reports.
  expect(spent).toBe(4)
})

test('a person sees their own sessions, a tutor those of the tutor’s rooms, an administrator all', async () => {
  const [alone, together] = [await under.publishedExam(), await under.publishedExam()]
  const [budi, other] = [person('TUTOR'), person('TUTOR')]
  const input = { examId: together.examId, name: 'Kelas' }
  const { createExamRoom } = await dataOf(under.execute(budi, OPEN_ROOM, { input }))
  const student = studentAt(under, person('STUDENT'))
  const aloneId = (await student.start(alone.examId)).session?.id
  under.pass(1)
  const roomId = (await student.join(createExamRoom.room?.code ?? '')).session?.id
  const seenBy = async (viewer: Viewer) => (await sessionsOf(viewer, [student.viewer]))[0]?.ids
  expect(await seenBy(student.viewer)).toEqual([roomId, aloneId])
  expect(await seenBy(person('ADMIN'))).toEqual([roomId, aloneId])
  expect(await seenBy(budi)).toEqual([roomId])
  expect(await seenBy(other)).toEqual([])

  const denied = await under.execute(person('STUDENT'), SESSIONS, {
    representations: referencesTo(student.viewer),
  })
  expect(denied.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  expect(denied.data._entities).toEqual([{ examSessions: null }])
})

test('a page that is too long, and a cursor of another list, are refused', async () => {
  const { viewer } = studentAt(under, person('STUDENT'))
  const cursor = Buffer.from('["x","y"]').toString('base64url')
  for (const page of [{ first: 101 }, { first: 0 }, { after: 'x' }, { after: cursor }]) {
    const { errors } = await under.execute(viewer, SESSIONS, {
      representations: referencesTo(viewer),
      ...page,
    })
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
  }
})
