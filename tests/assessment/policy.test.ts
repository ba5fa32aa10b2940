import { type GraphQLNamedType, getNamedType, isObjectType } from 'graphql'
import type { Viewer } from '../../kit/identity.ts'
import {
  type AssessmentUnderTest,
  type Operation,
  assessmentUnderTest,
  person,
} from './assessment-under-test.ts'
import {
  ANSWER,
  FINISH,
  FLAG,
  OPEN_ROOM,
  SESSION_BY_ID,
  START,
  SUBMIT,
  dataOf,
  studentAt,
} from './operations.ts'

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

const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) => [
  ...new Set(errors?.map(({ extensions }) => extensions.code)),
]

test('nobody but the student answers, flags, hands in or ends; what they try changes nothing', async () => {
  const { exam, sessionId } = await siti()
  const before = await under.everythingOf(sessionId)
  const itemId = `${sessionId}:1`
  const strangers: [Viewer | null, string][] = [
    [person('STUDENT'), 'FORBIDDEN'],
    [person('TUTOR'), 'FORBIDDEN'],
    [person('ADMIN'), 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ]
  for (const [viewer, code] of strangers) {
    const attempts = [
      under.execute(viewer, ANSWER, {
        input: { sessionId, itemId, response: { choice: 'B' }, clientSequence: 1 },
      }),
      under.execute(viewer, FLAG, { input: { sessionId, itemId, flagged: true } }),
      under.execute(viewer, SUBMIT, { input: { sessionId, sectionId: exam.sections[0]?.sectionId } }),
      under.execute(viewer, FINISH, { input: { sessionId } }),
    ]
    for (const attempt of attempts) expect(codes(await attempt)).toEqual([code])
  }
  expect(await under.everythingOf(sessionId)).toEqual(before)
})

test('only students start exams, and only tutors and administrators open rooms', async () => {
  const { exam, sessionId } = await siti()
  const before = await under.everythingOf(sessionId)
  const { examId } = exam
  for (const viewer of [person('TUTOR'), person('AUTHOR')])
    expect(codes(await under.execute(viewer, START, { input: { examId } }))).toEqual(['FORBIDDEN'])
  expect(codes(await under.execute(null, START, { input: { examId } }))).toEqual(['UNAUTHENTICATED'])
  for (const viewer of [person('STUDENT'), person('AUTHOR')])
    expect(codes(await under.execute(viewer, OPEN_ROOM, { input: { examId, name: 'Kelas' } }))).toEqual([
      'FORBIDDEN',
    ])
  expect(await under.everythingOf(sessionId)).toEqual(before)
})

test('a session is seen by its student, its room’s tutor and administrators, however it is reached', async () => {
  const exam = await under.publishedExam()
  const budi = person('TUTOR')
  const opened = await dataOf(
    under.execute(budi, OPEN_ROOM, { input: { examId: exam.examId, name: 'Kelas' } }),
  )
  const student = studentAt(under, person('STUDENT'))
  const sessionId = (await student.join(opened.createExamRoom.room?.code ?? '')).session?.id ?? ''
  await student.finish(sessionId)

  const reference: Operation<{ _entities: [{ status: string } | null, { points: number } | null] }> = `
    query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on ExamSession { status } ... on ScoreReport { points }
    } }`
  const representations = ['ExamSession', 'ScoreReport'].map((__typename) => ({ __typename, id: sessionId }))
  for (const viewer of [student.viewer, budi, person('ADMIN')]) {
    const direct = await dataOf(under.execute(viewer, SESSION_BY_ID, { id: sessionId }))
    expect(direct.examSession).toMatchObject({ status: 'FINISHED', report: { points: 0 } })
    const referred = await dataOf(under.execute(viewer, reference, { representations }))
    expect(referred._entities).toEqual([{ status: 'FINISHED' }, { points: 0 }])
  }
  for (const viewer of [person('STUDENT'), person('TUTOR'), person('AUTHOR'), null]) {
    const code = viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED'
    const direct = await under.execute(viewer, SESSION_BY_ID, { id: sessionId })
    expect([direct.data.examSession, codes(direct)]).toEqual([null, [code]])
    const referred = await under.execute(viewer, reference, { representations })
    expect([referred.data._entities, codes(referred)]).toEqual([[null, null], [code]])
  }
})

test('who sits an exam again does not read the keys of last time meanwhile, while others do', async () => {
  const { exam, student, sessionId } = await siti()
  await student.finish(sessionId)
  expect((await student.session(sessionId)).review).toHaveLength(5)

  const again = (await student.start(exam.examId)).session?.id ?? ''
  const meanwhile = await student.session(sessionId)
  expect(meanwhile).toMatchObject({ status: 'FINISHED', report: { maxPoints: 5 }, review: null })
  const seenByAdmin = await dataOf(under.execute(person('ADMIN'), SESSION_BY_ID, { id: sessionId }))
  expect(seenByAdmin.examSession?.review).toHaveLength(5)

  await student.finish(again)
  expect((await student.session(sessionId)).review).toHaveLength(5)
})

test('before the end there is no report, no review, and no key in anything that a student can ask for', async () => {
  const { student, sessionId } = await siti()
  await student.answer(sessionId, 1, { choice: 'A' })
  const everything = await under.execute(
    student.viewer,
    `query ($id: ID!, $item: ID!, $locked: ID!) { examSession(id: $id) {
       report { points } review { id explanation key { choice } }
       sections { code items { id stem type language unit flagged options { id text } statements { id text }
         stimulus { text } figure { url } response { choice text statements { id value } } } }
       item(id: $item) { stem } locked: item(id: $locked) { stem }
     } }`,
    { id: sessionId, item: `${sessionId}:1`, locked: `${sessionId}:4` },
  )
  expect(everything.errors).toBeUndefined()
  expect(everything.data).toMatchObject({
    examSession: { report: null, review: null, item: { stem: 'Soal 1' }, locked: null },
  })
  const text = JSON.stringify(everything.data)
  expect(text).toContain('Soal 3')
  // Neither the next section's questions, nor what only the review shows.
  expect(text).not.toMatch(/Soal 4|Pembahasan|Salah paham|3\/4/)
  const report = await under.execute(
    student.viewer,
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ScoreReport { points } } }`,
    { representations: [{ __typename: 'ScoreReport', id: sessionId }] },
  )
  expect(report.data).toEqual({ _entities: [null] })
})

test('the type of a question during the exam reaches no field that could hold a key', () => {
  const fields: string[] = []
  const seen = new Set<GraphQLNamedType>()
  const visit = (type: GraphQLNamedType | undefined) => {
    if (!isObjectType(type) || seen.has(type)) return
    seen.add(type)
    for (const [name, field] of Object.entries(type.getFields())) {
      fields.push(`${type.name}.${name}`)
      visit(getNamedType(field.type))
    }
  }
  visit(under.subgraph.schema.getType('SessionItem'))
  expect(
    fields.filter((field) =>
      /key|correct|explanation|misconception|answer|points|irt|skill|question/i.test(field),
    ),
  ).toEqual([])
  expect([...seen].map((type) => type.name).sort()).toEqual([
    'ItemFigure',
    'ItemOption',
    'ItemResponse',
    'ItemStatement',
    'SessionItem',
    'SessionStimulus',
    'StatementResponse',
  ])
})
