import { practiceScoreOf } from '../../../subgraphs/assessment/domain/practice-scale.ts'
import { choose, sitting } from './sitting.ts'

const judge = (...values: boolean[]) => ({
  statements: values.map((value, index) => ({ id: String(index + 1), value })),
})

/** The report of the small exam with these answers to its five questions, null for none. */
function reportOf(choice: string | null, block: boolean[] | null, text: string | null, ...last: string[]) {
  const exam = sitting()
  const answer = { type: 'answer', timeSpentMs: null } as const
  if (choice) exam.after(1, choose(0, choice, 1))
  if (block) exam.after(2, { ...answer, position: 1, response: judge(...block), clientSequence: 2 })
  if (text) exam.after(3, { ...answer, position: 2, response: { text }, clientSequence: 3 })
  exam.after(4, { type: 'submitSection', section: 0 })
  last.forEach((each, index) => exam.after(5, choose(3 + index, each, 4 + index)))
  const { report } = exam.after(6, { type: 'finish' })
  if (!report) throw new Error('The session was not scored')
  return report
}

test('all right is every point, in every section and skill', () => {
  const report = reportOf('B', [true, false, true], '0,75 kg', 'A', 'A')
  expect(report).toMatchObject({ points: 5, maxPoints: 5, answeredCount: 5, correctCount: 5 })
  expect(report.sections.map(({ code, points, maxPoints }) => [code, points, maxPoints])).toEqual([
    ['PU', 3, 3],
    ['PM', 2, 2],
  ])
  expect(report.skills.map(({ code, points, maxPoints }) => [code, points, maxPoints])).toEqual([
    ['PU', 3, 3],
    ['PM', 2, 2],
  ])
})

test('a block of statements gives the share that was judged rightly, and what is left out is wrong', () => {
  expect(reportOf(null, [true, true, true], null).points).toBe(0.666667)
  expect(reportOf(null, [true], null).points).toBe(0.333333)
  expect(reportOf(null, [false, true, false], null).points).toBe(0)
  expect(reportOf(null, [true, true, true], null)).toMatchObject({ answeredCount: 1, correctCount: 0 })
})

test('wrong and blank are both nothing: there is no penalty', () => {
  const wrong = reportOf('A', [false, true, false], '1', 'B', 'B')
  const blank = reportOf(null, null, null)
  expect(wrong).toMatchObject({ points: 0, answeredCount: 5 })
  expect(blank).toMatchObject({ points: 0, answeredCount: 0 })
  expect(wrong.ability).toEqual(blank.ability)
})

test('the practice scale is 500 + 100 θ with the posterior deviation as its error', () => {
  expect(practiceScoreOf({ theta: 0, standardError: 1 })).toEqual({ score: 500, standardError: 100 })
  expect(practiceScoreOf({ theta: 1.234, standardError: 0.301 })).toEqual({ score: 623, standardError: 30 })
})

test('five items of a = 1, b = 0, c = 0, all right: the estimate that the definition gives', () => {
  // Mean and deviation of φ(θ)·P(θ)⁵, integrated numerically with 200,001 points on [−10, 10].
  const { ability, provisional } = reportOf('B', [true, false, true], '3/4', 'A', 'A')
  expect(ability.theta).toBeCloseTo(1.238338, 5)
  expect(ability.standardError).toBeCloseTo(0.739173, 5)
  expect(provisional).toBe(true)
})
