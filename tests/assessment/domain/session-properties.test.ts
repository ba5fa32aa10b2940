import fc from 'fast-check'
import { type Command, decide } from '../../../subgraphs/assessment/domain/decide.ts'
import type { ResponseInput } from '../../../subgraphs/assessment/domain/response.ts'
import type { Form } from '../../../subgraphs/assessment/domain/form.ts'
import {
  type SessionEvent,
  type SessionState,
  foldSession,
} from '../../../subgraphs/assessment/domain/session.ts'
import { SECOND, sitting, START } from './sitting.ts'

const option = fc.constantFrom('A', 'B', 'C', 'D')
const statements = fc
  .uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3'), value: fc.boolean() }), {
    selector: ({ id }) => id,
    minLength: 1,
  })
  .map((judged) => ({ statements: judged }))
const text = fc.constantFrom('3/4', '0,75', '12', 'abc').map((written) => ({ text: written }))
const choice = option.map((chosen) => ({ choice: chosen }))

/** An answer that fits the item at `position`, or a withdrawal. */
const responseTo = (position: number): fc.Arbitrary<ResponseInput | null> =>
  fc.option<ResponseInput>(position === 1 ? statements : position === 2 ? text : choice, { nil: null })

const answerTo = (positions: number[]) =>
  fc
    .constantFrom(...positions)
    .chain((position) => fc.record({ position: fc.constant(position), response: responseTo(position) }))

/** Answers to the first section, numbered in the order in which the client gave them. */
const answers = fc.array(answerTo([0, 1, 2]), { minLength: 1, maxLength: 25 }).map((given) =>
  given.map((each, index): Command => ({
    type: 'answer',
    ...each,
    clientSequence: index + 1,
    timeSpentMs: index,
  })),
)

/** Those answers as a bad network delivers them: in any order, any of them several times, none of them never. */
const delivered = answers.chain((given) =>
  fc
    .array(fc.constantFrom(...given), { maxLength: 20 })
    .chain((again) =>
      fc
        .shuffledSubarray([...given, ...again], { minLength: given.length + again.length })
        .map((order) => ({ given, order })),
    ),
)

/** Anything at all that a student, a client or the clock may do, and when. */
const anyCommand: fc.Arbitrary<{ command: Command; seconds: number }> = fc.record({
  command: fc.oneof(
    fc
      .record({ answer: answerTo([0, 1, 2, 3, 4]), clientSequence: fc.integer({ min: 1, max: 12 }) })
      .map(({ answer, clientSequence }): Command => ({
        type: 'answer',
        ...answer,
        clientSequence,
        timeSpentMs: null,
      })),
    fc.record({
      type: fc.constant('flag' as const),
      position: fc.integer({ min: 0, max: 4 }),
      flagged: fc.boolean(),
    }),
    fc.record({ type: fc.constant('submitSection' as const), section: fc.integer({ min: 0, max: 1 }) }),
    fc.constant<Command>({ type: 'settle' }),
    fc.constant<Command>({ type: 'finish' }),
  ),
  seconds: fc.integer({ min: 0, max: 25 }),
})

function play(form: Form, state: SessionState, commands: readonly Command[], at = START + SECOND) {
  return commands.reduce((current, command) => decide(form, current, command, at).state, state)
}

const responses = (state: SessionState) =>
  state.items.map(({ response, timeSpentMs }) => [response, timeSpentMs])

test('the same answers in any order and any number of times leave the same answers standing', () => {
  fc.assert(
    fc.property(delivered, ({ given, order }) => {
      const { form, state } = sitting()
      const tidy = play(form, state, given)
      const messy = play(form, state, order)
      expect(responses(messy)).toEqual(responses(tidy))
      expect(messy.answeredCount).toBe(tidy.answeredCount)
      expect(messy.acknowledged).toHaveLength(given.length)
      expect(messy.lastClientSequence).toBe(given.length)
    }),
  )
})

test('whatever happens, the log folds to the state that the decisions made, and every part of it is valid', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 40 }), (steps) => {
      const exam = sitting()
      let seconds = 0
      for (const step of steps) exam.after((seconds += step.seconds), step.command)
      exam.log.forEach((_event, index) => {
        const prefix = exam.log.slice(0, index + 1)
        checkInvariants(exam.form, foldSession(exam.form, 'session', prefix), prefix)
      })
      expect(foldSession(exam.form, 'session', exam.log)).toEqual(exam.state)
    }),
  )
})

test('a log with a gap, a repeat or a wrong beginning is not folded', () => {
  const { form, log } = sitting()
  const [started, opened] = log as [SessionEvent, SessionEvent]
  expect(() => foldSession(form, 's', [started, { ...opened, sequence: 3 }])).toThrow(
    'Session s: event 3 stands where 2 belongs',
  )
  expect(() => foldSession(form, 's', [started, started])).toThrow(
    'Session s: event 1 stands where 2 belongs',
  )
  expect(() => foldSession(form, 's', [{ ...opened, sequence: 1 }])).toThrow(
    'Session s begins with SECTION_OPENED',
  )
  expect(() => foldSession(form, 's', [])).toThrow('Session s has no events')
})

function checkInvariants(form: Form, state: SessionState, log: readonly SessionEvent[]): void {
  expect(state.sequence).toBe(log.length)
  expect(state.answeredCount).toBe(state.items.filter(({ response }) => response !== null).length)
  expect(state.flaggedCount).toBe(state.items.filter(({ flagged }) => flagged).length)
  // One section is open at most, and those before it are closed.
  const open = state.sections.filter(({ openedAt, submittedAt }) => openedAt !== null && submittedAt === null)
  expect(open.length).toBe(state.openSection === null ? 0 : 1)
  expect(new Set(state.acknowledged.map(({ clientSequence }) => clientSequence)).size).toBe(
    state.acknowledged.length,
  )
  for (const { position, at } of state.acknowledged) {
    const section = state.sections[form.items[position]?.section ?? -1]
    expect(at).toBeGreaterThanOrEqual(section?.openedAt ?? Infinity)
    expect(at).toBeLessThan(section?.deadlineAt ?? 0)
  }
  expect(log.filter(({ type }) => type === 'SCORED').length).toBeLessThanOrEqual(1)
  expect(log.every(({ at }, index) => at >= (log[index - 1]?.at ?? 0))).toBe(true)
}
