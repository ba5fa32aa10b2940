import { type AssessmentUnderTest, assessmentUnderTest, person } from './assessment-under-test.ts'
import { studentAt } from './operations.ts'
import { PUBLISHED_AT } from './published-exam.ts'

let under: AssessmentUnderTest
beforeAll(async () => {
  under = await assessmentUnderTest()
})
afterAll(() => under.stop())

async function siti() {
  const exam = await under.publishedExam()
  const student = studentAt(under, person('STUDENT'))
  const { session } = await student.start(exam.examId)
  return { exam, student, sessionId: session?.id ?? '', session }
}

test('a student sits the whole exam, and reads the report and the review', async () => {
  const { exam, student, sessionId, session } = await siti()
  const [pu, pm] = exam.sections.map((section) => section.sectionId) as [string, string]
  expect(session).toMatchObject({
    status: 'IN_PROGRESS',
    remainingSeconds: 60,
    answeredCount: 0,
    itemCount: 5,
    currentSection: { code: 'PU' },
  })
  expect(session?.sections?.map(({ code, status }) => [code, status])).toEqual([
    ['PU', 'OPEN'],
    ['PM', 'LOCKED'],
  ])

  under.pass(10)
  const answered = await student.answer(sessionId, 1, { choice: 'A' }, { timeSpentMs: 9_000 })
  expect(answered.errors).toEqual([])
  expect(answered.acknowledgement).toEqual({
    clientSequence: 1,
    itemId: `${sessionId}:1`,
    sequence: 3,
    receivedAt: under.clock.now.toISOString(),
    superseded: false,
  })
  expect(answered.session).toMatchObject({ answeredCount: 1, lastClientSequence: 1, remainingSeconds: 50 })
  await student.answer(sessionId, 2, {
    statements: [
      { id: '1', value: true },
      { id: '2', value: true },
    ],
  })
  await student.answer(sessionId, 3, { text: '0,75 kg' })
  await student.flag(sessionId, 3)
  const moved = await student.submit(sessionId, pu)
  expect(moved.session).toMatchObject({ currentSection: { code: 'PM' }, remainingSeconds: 30 })
  await student.answer(sessionId, 4, { choice: 'A' })
  const ended = await student.submit(sessionId, pm)
  expect(ended.session).toMatchObject({ status: 'FINISHED', currentSection: null, remainingSeconds: 0 })

  const { report, review } = await student.session(sessionId)
  expect(report).toMatchObject({
    points: 2.333333,
    maxPoints: 5,
    answeredCount: 4,
    correctCount: 2,
    scoredAt: under.clock.now.toISOString(),
    sections: [
      { code: 'PU', points: 1.333333 },
      { code: 'PM', points: 1 },
    ],
  })
  expect(report?.practiceScore).toEqual({
    label: 'Skala latihan (500 + 100 θ); bukan skala resmi ujian mana pun',
    // Mean and deviation of φ(θ)·P(θ)^(7/3)·(1 − P(θ))^(8/3), integrated numerically: θ = −0.0784 ± 0.6860.
    score: 492,
    standardError: 69,
    provisional: true,
  })
  expect(review?.map(({ correct, points, timeSpentMs }) => [correct, points, timeSpentMs])).toEqual([
    [false, 0, 9_000],
    [false, 0.3333333333333333, null],
    [true, 1, null],
    [true, 1, null],
    [false, 0, null],
  ])
  expect(review?.[0]).toMatchObject({
    response: { choice: 'A' },
    key: { choice: 'B' },
    misconception: 'Salah paham A',
    explanation: 'Pembahasan rahasia 1',
  })
  expect(review?.[1]?.key?.statements?.map(({ value }) => value)).toEqual([true, false, true])
  expect(review?.[2]).toMatchObject({ response: { text: '0,75 kg' }, key: { text: '3/4' } })
  expect(review?.[4]).toMatchObject({ response: null, key: { choice: 'A' } })
})

test('what happened is told to the other subgraphs, once each', async () => {
  const { exam, student, sessionId } = await siti()
  await student.answer(sessionId, 1, { choice: 'B' }, { timeSpentMs: 4_000 })
  await student.finish(sessionId)
  await student.finish(sessionId)
  const facts = await under.factsAbout(sessionId)
  expect(facts.map(({ type }) => type)).toEqual([
    'simpul.assessment.session.started.v1',
    'simpul.assessment.session.section.submitted.v1',
    'simpul.assessment.session.scored.v1',
  ])
  expect(facts[1]?.data).toMatchObject({
    userId: student.viewer.userId,
    sectionCode: 'PU',
    position: 1,
    reason: 'EXAM_FINISHED',
    answeredCount: 1,
    itemCount: 3,
  })
  const scored = facts[2]?.data as { responses: unknown[] } | undefined
  expect(scored).toMatchObject({
    examId: exam.examId,
    examTitle: { id: 'Ujian kecil', en: 'Small exam' },
    points: 1,
    maxPoints: 5,
  })
  const question = exam.sections[0]?.items[0]?.question
  expect(scored?.responses).toHaveLength(5)
  expect(scored?.responses[0]).toEqual({
    itemId: exam.sections[0]?.items[0]?.itemId,
    questionId: question?.questionId,
    questionVersionId: question?.questionVersionId,
    skillId: 'skill-PU',
    sectionCode: 'PU',
    type: 'MULTIPLE_CHOICE',
    answered: true,
    score: 1,
    choice: 'B',
    timeSpentMs: 4_000,
    irt: { a: 1, b: 0, c: 0, provisional: true },
  })
})

test('starting again gives the running session, also when both starts come at once', async () => {
  const exam = await under.publishedExam()
  const student = studentAt(under, person('STUDENT'))
  const started = await Promise.all(Array.from({ length: 8 }, () => student.start(exam.examId)))
  const ids = new Set(started.map(({ session }) => session?.id))
  expect(ids.size).toBe(1)
  await student.finish([...ids][0] ?? '')
  const { session } = await student.start(exam.examId)
  expect(ids.has(session?.id)).toBe(false)
})

test('a session whose time ran out unnoticed is ended before another starts', async () => {
  const { exam, student, sessionId } = await siti()
  under.pass(90)
  const { session } = await student.start(exam.examId)
  expect(session?.id).not.toBe(sessionId)
  expect(await student.session(sessionId)).toMatchObject({ status: 'FINISHED', report: { points: 0 } })
})

test('an exam that is not there, or was retired, cannot be started; who sits it goes on', async () => {
  const { exam, student, sessionId } = await siti()
  await under.retire(exam)
  const other = studentAt(under, person('STUDENT'))
  for (const examId of [exam.examId, 'none']) {
    expect(await other.start(examId)).toMatchObject({
      session: null,
      errors: [{ __typename: 'NotFound', code: 'NOT_FOUND', field: 'input.examId' }],
    })
  }
  expect((await student.answer(sessionId, 1, { choice: 'B' })).errors).toEqual([])
})

test('publishing again gives later sessions the new form, and leaves the running one its own', async () => {
  const { exam, student, sessionId } = await siti()
  const shorter = {
    ...exam,
    publishedAt: new Date(Date.parse(PUBLISHED_AT) + 1_000).toISOString(),
    sections: exam.sections.slice(0, 1),
  }
  await under.publishedExam(shorter)
  const other = studentAt(under, person('STUDENT'))
  expect((await other.start(exam.examId)).session).toMatchObject({ itemCount: 3 })
  expect(await student.session(sessionId)).toMatchObject({ itemCount: 5 })
})

test('an answer after the deadline is refused with the deadline named, and the section is closed as of then', async () => {
  const { student, sessionId } = await siti()
  const deadline = new Date(under.clock.now.getTime() + 60_000).toISOString()
  await student.answer(sessionId, 1, { choice: 'B' })
  under.pass(60)
  const late = await student.answer(sessionId, 2, { statements: [{ id: '1', value: true }] })
  const clock = new Intl.DateTimeFormat('id-ID', { timeStyle: 'medium', timeZone: 'Asia/Jakarta' })
  expect(late).toMatchObject({
    acknowledgement: null,
    session: null,
    errors: [{ __typename: 'WrongState', code: 'SECTION_CLOSED', field: 'input.itemId' }],
  })
  expect(late.errors?.[0]?.message).toContain(
    `batas waktunya 4 Jan 2027, ${clock.format(new Date(deadline))} WIB`,
  )
  const session = await student.session(sessionId)
  expect(session.answeredCount).toBe(1)
  expect(session.sections?.[0]).toMatchObject({
    status: 'SUBMITTED',
    submittedAt: deadline,
    submissionReason: 'DEADLINE',
  })
  expect(session.sections?.[1]).toMatchObject({
    status: 'OPEN',
    deadlineAt: new Date(Date.parse(deadline) + 30_000).toISOString(),
  })
})

test('a repeated answer gets the same acknowledgement and leaves no trace; another one under its number is refused', async () => {
  const { student, sessionId } = await siti()
  const first = await student.answer(sessionId, 1, { choice: 'B' }, { clientSequence: 7 })
  under.pass(5)
  const before = await under.everythingOf(sessionId)
  const again = await student.answer(sessionId, 1, { choice: 'B' }, { clientSequence: 7 })
  expect(again.acknowledgement).toEqual(first.acknowledgement)
  const other = await student.answer(sessionId, 1, { choice: 'C' }, { clientSequence: 7 })
  expect(other).toMatchObject({
    acknowledgement: null,
    errors: [{ code: 'CLIENT_SEQUENCE_REUSED', field: 'input.clientSequence' }],
  })
  expect(await under.everythingOf(sessionId)).toEqual(before)
})

test('an answer with an older number that comes later is kept and does not stand', async () => {
  const { student, sessionId } = await siti()
  await student.answer(sessionId, 1, { choice: 'B' }, { clientSequence: 2 })
  const late = await student.answer(sessionId, 1, { choice: 'C' }, { clientSequence: 1 })
  expect(late.acknowledgement).toMatchObject({ clientSequence: 1, superseded: true })
  const session = await student.session(sessionId)
  expect(session.sections?.[0]?.items?.[0]?.response).toEqual({ choice: 'B', text: null })
})

test('what cannot be an answer is refused with the field named, and nothing is stored', async () => {
  const { student, sessionId } = await siti()
  const before = await under.everythingOf(sessionId)
  const refused = async (number: number, response: object, more = {}) => {
    const payload = await student.answer(sessionId, number, response, more)
    expect(payload).toMatchObject({ acknowledgement: null, session: null })
    return [payload.errors[0]?.code, payload.errors[0]?.field]
  }
  expect(await refused(1, { choice: 'E' })).toEqual(['INVALID_INPUT', 'input.response.choice'])
  expect(await refused(1, { text: 'B' })).toEqual(['INVALID_INPUT', 'input.response.choice'])
  expect(await refused(2, { statements: [{ id: '9', value: true }] })).toEqual([
    'INVALID_INPUT',
    'input.response.statements.0.id',
  ])
  expect(await refused(3, { text: '1\u0000' })).toEqual(['INVALID_INPUT', 'input.response.text'])
  expect(await refused(3, { text: '7'.repeat(65) })).toEqual(['INVALID_INPUT', 'input.response.text'])
  expect(await refused(1, { choice: 'B' }, { clientSequence: 0 })).toEqual([
    'INVALID_INPUT',
    'input.clientSequence',
  ])
  expect(await refused(4, { choice: 'A' })).toEqual(['SECTION_LOCKED', 'input.itemId'])
  expect(await refused(6, { choice: 'A' })).toEqual(['NOT_FOUND', 'input.itemId'])
  expect(await refused(1, { choice: 'A' }, { itemId: 'other:1' })).toEqual(['NOT_FOUND', 'input.itemId'])
  expect(await refused(1, { choice: 'A' }, { sessionId: 'no session' })).toEqual([
    'NOT_FOUND',
    'input.sessionId',
  ])
  expect(await under.everythingOf(sessionId)).toEqual(before)
})

test('handing in a section twice at once moves on once', async () => {
  const { exam, student, sessionId } = await siti()
  const sectionId = exam.sections[0]?.sectionId ?? ''
  const both = await Promise.all([student.submit(sessionId, sectionId), student.submit(sessionId, sectionId)])
  for (const { session, errors } of both) {
    expect(errors).toEqual([])
    expect(session).toMatchObject({ status: 'IN_PROGRESS', currentSection: { code: 'PM' } })
  }
})
