import { type Person, signIn } from './door.ts'
import { examIdOf, someResponse, startExam, submitAnswer } from './exam-operations.ts'
import { type RunningSystem, startRunningSystem, topologies } from './running-system.ts'

const CREATE_ROOM = /* GraphQL */ `
  mutation ($input: CreateExamRoomInput!) {
    createExamRoom(input: $input) {
      room {
        id
        code
      }
      errors {
        ... on UserError {
          code
        }
      }
    }
  }
`
const ACTIVITY = /* GraphQL */ `
  subscription ($roomId: ID!, $afterSequence: Int, $withSection: Boolean!) {
    live: examRoomActivity(roomId: $roomId, afterSequence: $afterSequence) {
      sequence
      kind
      answeredCount
      student {
        called: name
      }
      section @include(if: $withSection) {
        title
      }
    }
  }
`
type Activity = {
  live: {
    sequence: number
    kind: string
    answeredCount: number
    student: { called: string } | null
    section?: { title: string } | null
  }
}

describe.each(topologies)('in %s', (topology) => {
  let system: RunningSystem
  let budi: Person
  let siti: Person
  let dewi: Person

  beforeAll(async () => {
    system = await startRunningSystem({ topology })
    ;[budi, siti, dewi] = await Promise.all([
      signIn(system.url, 'budi'),
      signIn(system.url, 'siti'),
      signIn(system.url, 'dewi'),
    ])
  }, 60_000)
  afterAll(async () => {
    await budi.leave()
    await siti.leave()
    await system.stop()
  })

  test('a tutor follows a room live, with names from users and section titles from catalog', async () => {
    const { createExamRoom } = await budi.ask<{ createExamRoom: { room: { id: string; code: string } } }>(
      CREATE_ROOM,
      {
        input: { examId: await examIdOf(budi, 'DEMO-5'), name: 'Kelas Jumat' },
      },
    )
    const { id: roomId, code: roomCode } = createExamRoom.room
    const watching = budi.listen<Activity>(ACTIVITY, { roomId, withSection: true })
    await watching.until(({ live }) => live.kind === 'SNAPSHOT' && live.student === null)

    const one = await startExam(siti, { roomCode })
    const two = await startExam(dewi, { roomCode })
    const answers = [
      { person: siti, sitting: one, number: 1 },
      { person: dewi, sitting: two, number: 1 },
      { person: siti, sitting: one, number: 2 },
    ]
    for (const { person, sitting, number } of answers) {
      const item = sitting.sections[0]?.items[number - 1]
      if (!item) throw new Error('The first section has no such item')
      const response = someResponse(item)
      await submitAnswer(person, { sessionId: sitting.id, itemId: item.id, response, clientSequence: number })
    }
    await watching.until(({ live }) => live.student?.called === 'Siti Rahma' && live.answeredCount === 2)
    const seen = watching.results.map(({ data }) => data?.live).filter((event) => event?.kind === 'ANSWERED')
    expect(
      seen.map((event) => [event?.student?.called, event?.answeredCount, event?.section?.title]),
    ).toEqual([
      ['Siti Rahma', 1, 'Penalaran Umum'],
      ['Dewi Anggraini', 1, 'Penalaran Umum'],
      ['Siti Rahma', 2, 'Penalaran Umum'],
    ])
    expect(watching.results.flatMap(({ errors }) => errors ?? [])).toEqual([])

    const last = watching.results.at(-1)?.data?.live.sequence ?? 0
    const returned = budi.listen<Activity>(ACTIVITY, { roomId, afterSequence: last - 1, withSection: false })
    const missed = await returned.until(() => true)
    expect(missed.live).toEqual({
      sequence: last,
      kind: 'ANSWERED',
      answeredCount: 2,
      student: { called: 'Siti Rahma' },
    })
    await returned.leave()
  })

  test('a room is closed to students, and to tutors whose it is not', async () => {
    const { createExamRoom } = await budi.ask<{ createExamRoom: { room: { id: string } } }>(CREATE_ROOM, {
      input: { examId: await examIdOf(budi, 'DEMO-5'), name: 'Kelas Sabtu' },
    })
    const peeking = siti.listen<Activity>(ACTIVITY, { roomId: createExamRoom.room.id, withSection: true })
    expect(JSON.stringify(await peeking.ended)).toMatch(/FORBIDDEN|NOT_FOUND/)
    expect(peeking.results.filter(({ data }) => data?.live)).toEqual([])
  })
})
