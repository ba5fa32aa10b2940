import type { Viewer } from '../../kit/identity.ts'
import {
  type AssessmentUnderTest,
  type Operation,
  assessmentUnderTest,
  person,
  Refused,
} from './assessment-under-test.ts'
import { CLOSE_ROOM, OPEN_ROOM, dataOf, studentAt } from './operations.ts'

type Activity = {
  sequence: number
  kind: string
  status: string | null
  itemNumber: number | null
  answeredCount: number
  itemCount: number
  student: { id: string } | null
  section: { id: string } | null
  session: { id: string; status: string } | null
}
type Participant = {
  status: string
  itemNumber: number | null
  answeredCount: number
  itemCount: number
  flaggedCount: number
  student: { id: string }
  currentSection: { id: string } | null
  session: { id: string; answeredCount: number }
}
type Room = {
  id: string
  name: string
  code: string
  status: string
  sequence: number
  participants: {
    edges: { cursor: string; node: Participant }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

const ACTIVITY: Operation<{ examRoomActivity: Activity }> = `
  subscription ($roomId: ID!, $afterSequence: Int) {
    examRoomActivity(roomId: $roomId, afterSequence: $afterSequence) {
      sequence kind status itemNumber answeredCount itemCount student { id } section { id } session { id status }
    }
  }`
const ROOM: Operation<{ examRoom: Room }> = `
  query ($id: ID!, $first: Int, $after: String) { examRoom(id: $id) {
    id name code status sequence
    participants(first: $first, after: $after) {
      edges { cursor node {
        status itemNumber answeredCount itemCount flaggedCount student { id } currentSection { id }
        session { id answeredCount }
      } }
      pageInfo { hasNextPage endCursor }
    }
  } }`

let under: AssessmentUnderTest
beforeAll(async () => {
  under = await assessmentUnderTest()
})
afterAll(() => under.stop())

async function budisRoom() {
  const exam = await under.publishedExam()
  const budi = person('TUTOR')
  const input = { examId: exam.examId, name: ' Kelas 12 IPA ' }
  const { createExamRoom } = await dataOf(under.execute(budi, OPEN_ROOM, { input }))
  const { room } = createExamRoom
  if (!room) throw new Error('No room was opened')
  const [pu, pm] = exam.sections.map((section) => section.sectionId) as [string, string]
  return {
    exam,
    pu,
    pm,
    budi,
    room,
    async joined() {
      const student = studentAt(under, person('STUDENT'))
      const { session } = await student.join(room.code)
      return { student, userId: student.viewer.userId, sessionId: session?.id ?? '' }
    },
    see: async (viewer: Viewer = budi, page = {}) =>
      (await dataOf(under.execute(viewer, ROOM, { id: room.id, ...page }))).examRoom,
    follow: (viewer: Viewer = budi, more = {}) =>
      under.follow(viewer, ACTIVITY, { roomId: room.id, ...more }),
  }
}

test('a tutor opens a room, students join with its code as they type it, and the tutor sees where each stands', async () => {
  const { room, pu, pm, joined, see } = await budisRoom()
  expect(room).toMatchObject({ name: 'Kelas 12 IPA', status: 'OPEN' })
  expect(room.code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)
  const siti = await joined()
  const rani = studentAt(under, person('STUDENT'))
  const typed = `${room.code.slice(0, 3)} ${room.code.slice(3)}`.toLowerCase()
  const raniSession = (await rani.join(typed)).session?.id ?? ''

  await siti.student.answer(siti.sessionId, 1, { choice: 'B' })
  await siti.student.flag(siti.sessionId, 3)
  await rani.submit(raniSession, pu)

  const seen = await see()
  expect(seen.sequence).toBe(8)
  expect(seen.participants.edges.map(({ node }) => node)).toEqual([
    {
      status: 'IN_PROGRESS',
      itemNumber: 3,
      answeredCount: 1,
      itemCount: 5,
      flaggedCount: 1,
      student: { id: siti.userId },
      currentSection: { id: pu },
      session: { id: siti.sessionId, answeredCount: 1 },
    },
    {
      status: 'IN_PROGRESS',
      itemNumber: null,
      answeredCount: 0,
      itemCount: 5,
      flaggedCount: 0,
      student: { id: rani.viewer.userId },
      currentSection: { id: pm },
      session: { id: raniSession, answeredCount: 0 },
    },
  ])
})

test('participants come in pages', async () => {
  const { joined, see, budi } = await budisRoom()
  const ids: string[] = []
  for (let count = 0; count < 5; count++) ids.push((await joined()).sessionId)
  const first = (await see(budi, { first: 3 })).participants
  const second = (await see(budi, { first: 3, after: first.pageInfo.endCursor })).participants
  expect([...first.edges, ...second.edges].map(({ node }) => node.session.id)).toEqual(ids)
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
})

test('the tutor follows everyone on one subscription: first where each stands, then each change', async () => {
  const { pu, pm, joined, follow } = await budisRoom()
  const siti = await joined()
  const rani = await joined()
  await siti.student.answer(siti.sessionId, 2, { statements: [{ id: '1', value: true }] })

  const events = await follow()
  expect(await events.take(2)).toEqual([
    {
      sequence: 4,
      kind: 'SNAPSHOT',
      status: 'IN_PROGRESS',
      itemNumber: null,
      answeredCount: 0,
      itemCount: 5,
      student: { id: rani.userId },
      section: { id: pu },
      session: { id: rani.sessionId, status: 'IN_PROGRESS' },
    },
    {
      sequence: 5,
      kind: 'SNAPSHOT',
      status: 'IN_PROGRESS',
      itemNumber: 2,
      answeredCount: 1,
      itemCount: 5,
      student: { id: siti.userId },
      section: { id: pu },
      session: { id: siti.sessionId, status: 'IN_PROGRESS' },
    },
  ])
  await rani.student.submit(rani.sessionId, pu)
  await siti.student.answer(siti.sessionId, 1, { choice: 'B' })
  const changes = await events.take(3)
  expect(
    changes.map(({ sequence, kind, student, section }) => [sequence, kind, student?.id, section?.id]),
  ).toEqual([
    [6, 'SECTION_SUBMITTED', rani.userId, undefined],
    [7, 'SECTION_OPENED', rani.userId, pm],
    [8, 'ANSWERED', siti.userId, pu],
  ])
  await events.leave()
})

test('an empty room says so, and shows who comes in', async () => {
  const { joined, follow } = await budisRoom()
  const events = await follow()
  expect(await events.next()).toMatchObject({ sequence: 0, kind: 'SNAPSHOT', student: null, status: null })
  const { userId } = await joined()
  expect(await events.take(2)).toMatchObject([
    { sequence: 1, kind: 'STARTED', student: { id: userId } },
    { sequence: 2, kind: 'SECTION_OPENED', student: { id: userId } },
  ])
  await events.leave()
})

test('many students at once, in two processes: the room’s events have no gap and none twice', async () => {
  const { joined, follow, budi, room } = await budisRoom()
  const other = await under.openProcess()
  const students = await Promise.all(Array.from({ length: 10 }, joined))
  const events = await follow(budi, { afterSequence: 0 })
  await Promise.all(
    students.map(async ({ student, sessionId }, index) => {
      const at = index % 2 === 0 ? student : studentAt(other, student.viewer)
      for (const choice of ['A', 'B', 'C', 'D']) await at.answer(sessionId, 1, { choice })
    }),
  )
  // Every second student's answers are heard of by looking only: their process has a fan-out of its own.
  const heard = await events.take(60)
  expect(heard.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 60 }, (_event, index) => index + 1),
  )
  for (const { sessionId } of students) {
    const kinds = heard.filter(({ session }) => session?.id === sessionId).map(({ kind }) => kind)
    expect(kinds).toEqual(['STARTED', 'SECTION_OPENED', ...Array.from({ length: 4 }, () => 'ANSWERED')])
  }
  await events.leave()

  const resumed = await under.follow(budi, ACTIVITY, { roomId: room.id, afterSequence: 57 })
  expect((await resumed.take(3)).map(({ sequence }) => sequence)).toEqual([58, 59, 60])
  await resumed.leave()
})

test('a closed room takes nobody new, and who sits in it goes on', async () => {
  const { budi, room, joined } = await budisRoom()
  const siti = await joined()
  const input = { roomId: room.id }
  const { closeExamRoom } = await dataOf(under.execute(budi, CLOSE_ROOM, { input }))
  expect(closeExamRoom).toMatchObject({ room: { status: 'CLOSED' }, errors: [] })
  expect(await dataOf(under.execute(budi, CLOSE_ROOM, { input }))).toEqual({ closeExamRoom })

  const late = await studentAt(under, person('STUDENT')).join(room.code)
  expect(late).toMatchObject({ session: null, errors: [{ code: 'ROOM_CLOSED', field: 'input.roomCode' }] })
  expect((await siti.student.answer(siti.sessionId, 1, { choice: 'B' })).errors).toEqual([])
})

test('a code that is wrong, or of another exam’s room, or while the exam is sat elsewhere, is refused', async () => {
  const { exam, room } = await budisRoom()
  const other = await budisRoom()
  const student = studentAt(under, person('STUDENT'))
  expect(await student.join('XXXXXX')).toMatchObject({
    session: null,
    errors: [{ code: 'NOT_FOUND', field: 'input.roomCode' }],
  })
  expect(await student.join('XXX\0XX')).toEqual(await student.join('XXXXXX'))
  const nowhere = { examId: `${exam.examId}\0`, name: 'Kelas' }
  expect(
    (await dataOf(under.execute(person('TUTOR'), OPEN_ROOM, { input: nowhere }))).createExamRoom,
  ).toMatchObject({
    room: null,
    errors: [{ code: 'NOT_FOUND', field: 'input.examId' }],
  })
  const mixed = await under.execute(
    student.viewer,
    `mutation ($input: StartExamSessionInput!) {
       startExamSession(input: $input) { session { id } errors { ... on UserError { code field } } }
     }`,
    { input: { examId: exam.examId, roomCode: other.room.code } },
  )
  expect(mixed.data).toEqual({
    startExamSession: { session: null, errors: [{ code: 'INVALID_INPUT', field: 'input.roomCode' }] },
  })
  await student.start(exam.examId)
  expect(await student.join(room.code)).toMatchObject({
    session: null,
    errors: [{ code: 'RUNNING_ELSEWHERE', field: 'input.roomCode' }],
  })
})

test('a room without a name, or for an exam that is not published, is not opened', async () => {
  const { exam, budi } = await budisRoom()
  const open = async (examId: string, name: string) =>
    (await dataOf(under.execute(budi, OPEN_ROOM, { input: { examId, name } }))).createExamRoom
  expect(await open(exam.examId, ' ')).toMatchObject({
    room: null,
    errors: [{ code: 'INVALID_INPUT', field: 'input.name' }],
  })
  expect(await open('none', 'Kelas')).toMatchObject({
    room: null,
    errors: [{ code: 'NOT_FOUND', field: 'input.examId' }],
  })
})

test('a room is its tutor’s and the administrators’: others see, follow and close nothing', async () => {
  const { room, joined, see, follow } = await budisRoom()
  const siti = await joined()
  const before = await under.everythingOf(siti.sessionId)
  for (const stranger of [person('TUTOR'), person('AUTHOR'), siti.student.viewer]) {
    const { data, errors } = await under.execute(stranger, ROOM, { id: room.id })
    expect([data.examRoom, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN'])
    await expect(follow(stranger)).rejects.toThrow(new Refused('FORBIDDEN'))
    const closing = await under.execute(stranger, CLOSE_ROOM, { input: { roomId: room.id } })
    expect(closing.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  }
  expect(await under.everythingOf(siti.sessionId)).toEqual(before)
  expect(await see(person('ADMIN'))).toMatchObject({ id: room.id, status: 'OPEN' })
})
