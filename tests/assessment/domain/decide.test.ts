import { choose, SECOND, sitting, START } from './sitting.ts'

const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type)

test('a session starts with its first section open until that section’s time is over', () => {
  const { log, state } = sitting()
  expect(typesOf(log)).toEqual(['STARTED', 'SECTION_OPENED'])
  expect(state).toMatchObject({ status: 'IN_PROGRESS', openSection: 0, sequence: 2, answeredCount: 0 })
  expect(state.sections[0]).toMatchObject({ openedAt: START, deadlineAt: START + 60 * SECOND })
  expect(state.sections[1]).toMatchObject({ openedAt: null, deadlineAt: null })
})

test('an answer can be given, changed and withdrawn', () => {
  const exam = sitting()
  exam.after(1, choose(0, 'A', 1))
  expect(exam.state.items[0]).toMatchObject({ response: { choice: 'A' }, clientSequence: 1 })
  exam.after(2, choose(0, 'B', 2))
  expect(exam.state.items[0]).toMatchObject({ response: { choice: 'B' }, clientSequence: 2 })
  expect(exam.state.answeredCount).toBe(1)
  exam.after(3, { ...choose(0, 'B', 3), response: null })
  expect(exam.state.items[0]).toMatchObject({ response: null, clientSequence: 3 })
  expect(exam.state.answeredCount).toBe(0)
})

test('the same answer under the same number again changes nothing, even after the deadline', () => {
  const exam = sitting()
  exam.after(1, choose(0, 'A', 1))
  for (const late of [2, 61, 1_000]) {
    const { events, refusal } = exam.after(late, choose(0, 'A', 1))
    expect(typesOf(events)).not.toContain('ANSWERED')
    expect(refusal).toBeUndefined()
  }
  expect(exam.state.acknowledged).toHaveLength(1)
})

test('another answer under a used number is refused, never silently dropped', () => {
  const exam = sitting()
  exam.after(1, choose(0, 'A', 1))
  for (const other of [choose(0, 'B', 1), choose(3, 'A', 1), { ...choose(0, 'A', 1), response: null }]) {
    const { events, refusal } = exam.after(2, other)
    expect(events).toEqual([])
    expect(refusal).toEqual({ code: 'CLIENT_SEQUENCE_REUSED', clientSequence: 1 })
  }
})

test('an older answer that arrives late is kept in the log and does not overwrite the newer one', () => {
  const exam = sitting()
  exam.after(1, choose(0, 'B', 5))
  const { events } = exam.after(2, choose(0, 'A', 4))
  expect(typesOf(events)).toEqual(['ANSWERED'])
  expect(exam.state.items[0]).toMatchObject({ response: { choice: 'B' }, clientSequence: 5 })
  expect(exam.state.acknowledged.map(({ superseded }) => superseded)).toEqual([false, true])
})

test('an answer at the deadline is too late, one a millisecond before is not', () => {
  const intime = sitting()
  expect(intime.after(59.999, choose(0, 'A', 1)).refusal).toBeUndefined()

  const late = sitting()
  const { events, refusal } = late.after(60, choose(0, 'A', 1))
  expect(refusal).toMatchObject({
    code: 'SECTION_CLOSED',
    section: { code: 'PU' },
    deadlineAt: START + 60 * SECOND,
    submittedAt: START + 60 * SECOND,
  })
  expect(typesOf(events)).toEqual(['SECTION_SUBMITTED', 'SECTION_OPENED'])
  expect(late.state.answeredCount).toBe(0)
})

test('a section that has not opened takes no answer and no flag, and cannot be handed in', () => {
  const exam = sitting()
  const locked = { code: 'SECTION_LOCKED', section: exam.form.sections[1] }
  expect(exam.after(1, choose(3, 'A', 1)).refusal).toEqual(locked)
  expect(exam.after(1, { type: 'flag', position: 3, flagged: true }).refusal).toEqual(locked)
  expect(exam.after(1, { type: 'submitSection', section: 1 }).refusal).toEqual(locked)
  expect(exam.log).toHaveLength(2)
})

test('handing in a section opens the next with its own time, and handing it in again does nothing', () => {
  const exam = sitting()
  exam.after(10, { type: 'submitSection', section: 0 })
  expect(exam.state.openSection).toBe(1)
  expect(exam.state.sections[1]).toMatchObject({
    openedAt: START + 10 * SECOND,
    deadlineAt: START + 40 * SECOND,
  })
  expect(exam.after(11, { type: 'submitSection', section: 0 }).events).toEqual([])
  expect(exam.after(12, choose(0, 'A', 1)).refusal).toMatchObject({
    code: 'SECTION_CLOSED',
    submittedAt: START + 10 * SECOND,
  })
})

test('handing in the last section ends the session and scores it', () => {
  const exam = sitting()
  exam.after(10, { type: 'submitSection', section: 0 })
  const { events, report } = exam.after(20, { type: 'submitSection', section: 1 })
  expect(typesOf(events)).toEqual(['SECTION_SUBMITTED', 'FINISHED', 'SCORED'])
  expect(report).toMatchObject({ points: 0, maxPoints: 5 })
  expect(exam.state).toMatchObject({ status: 'FINISHED', finishedAt: START + 20 * SECOND, scored: true })
})

test('however late the clock is looked at, sections ended at their deadlines, one after the other', () => {
  const exam = sitting()
  exam.after(5, choose(0, 'B', 1))
  const { events } = exam.after(86_400, { type: 'settle' })
  expect(events.map(({ type, at }) => [type, (at - START) / SECOND])).toEqual([
    ['SECTION_SUBMITTED', 60],
    ['SECTION_OPENED', 60],
    ['SECTION_SUBMITTED', 90],
    ['FINISHED', 90],
    ['SCORED', 90],
  ])
  expect(exam.state.sections.map(({ reason }) => reason)).toEqual(['DEADLINE', 'DEADLINE'])
  expect(exam.after(86_401, { type: 'settle' }).events).toEqual([])
})

test('finishing early leaves the sections to come unopened, and counts them as blank', () => {
  const exam = sitting()
  exam.after(1, choose(0, 'B', 1))
  const { events, report } = exam.after(2, { type: 'finish' })
  expect(typesOf(events)).toEqual(['SECTION_SUBMITTED', 'FINISHED', 'SCORED'])
  expect(report).toMatchObject({ points: 1, maxPoints: 5, answeredCount: 1 })
  expect(exam.state.sections[1]).toMatchObject({ openedAt: null, submittedAt: null })
  expect(exam.after(3, choose(3, 'A', 2)).refusal).toMatchObject({
    code: 'SECTION_CLOSED',
    deadlineAt: START + 2 * SECOND,
  })
  expect(exam.after(3, { type: 'finish' }).events).toEqual([])
})

test('a flag that is set already is not set again', () => {
  const exam = sitting()
  const flag = { type: 'flag', position: 1, flagged: true } as const
  expect(typesOf(exam.after(1, flag).events)).toEqual(['FLAGGED'])
  expect(exam.after(2, flag).events).toEqual([])
  expect(exam.state.flaggedCount).toBe(1)
  exam.after(3, { ...flag, flagged: false })
  expect(exam.state.flaggedCount).toBe(0)
})

test('an answer that cannot be one is refused with the field at fault', () => {
  const exam = sitting()
  expect(exam.after(1, choose(0, 'E', 1)).refusal).toEqual({
    code: 'INVALID_RESPONSE',
    problem: { reason: 'UNKNOWN_OPTION', field: 'choice' },
  })
  expect(exam.after(1, choose(0, 'A', 0)).refusal).toEqual({ code: 'INVALID_CLIENT_SEQUENCE' })
  expect(exam.after(1, { ...choose(0, 'A', 1), timeSpentMs: -1 }).refusal).toEqual({
    code: 'INVALID_TIME_SPENT',
  })
  expect(exam.log).toHaveLength(2)
})

test('time never runs backwards in the log, whatever the clock does', () => {
  const exam = sitting()
  exam.after(10, choose(0, 'A', 1))
  exam.after(5, choose(0, 'B', 2))
  expect(exam.log.map(({ at }) => (at - START) / SECOND)).toEqual([0, 0, 10, 10])
})
