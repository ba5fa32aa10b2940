import fc from 'fast-check'
import {
  type Evidence,
  HALF_LIFE_DAYS,
  type Observation,
  masteryAt,
  observe,
  weakestFirst,
} from '../../../subgraphs/analytics/domain/mastery.ts'

const MS_PER_DAY = 86_400_000
const monday = new Date('2027-03-01T08:00:00Z')
const later = (days: number) => new Date(monday.getTime() + days * MS_PER_DAY)

const answer = (score: number, at = monday, skillId = 'deduction'): Observation => ({
  skillId,
  sectionCode: 'PU',
  score,
  at,
})
const only = (evidence: Evidence[]): Evidence => {
  expect(evidence).toHaveLength(1)
  return evidence[0] as Evidence
}

test('three right and one wrong give the posterior Beta(4, 2)', () => {
  const evidence = only(observe([], [answer(1), answer(1), answer(0), answer(1)]))

  expect(evidence).toEqual({
    skillId: 'deduction',
    sectionCode: 'PU',
    successes: 3,
    failures: 1,
    evidenceCount: 4,
    updatedAt: monday,
  })
  expect(masteryAt(evidence, monday)).toEqual({ probability: 4 / 6, standardError: Math.sqrt(8 / (36 * 7)) })
})

test('a half-life later the same answers weigh half, and the estimate is less certain', () => {
  const evidence = only(observe([], [answer(1), answer(1), answer(0), answer(1)]))

  const rested = masteryAt(evidence, later(HALF_LIFE_DAYS))

  expect(rested.probability).toBe(2.5 / 4)
  expect(rested.standardError).toBe(Math.sqrt((2.5 * 1.5) / (16 * 5)))
  expect(rested.standardError).toBeGreaterThan(masteryAt(evidence, monday).standardError)
})

test('partial credit counts on both sides', () => {
  const { successes, failures } = only(observe([], [answer(0.75)]))

  expect([successes, failures]).toEqual([0.75, 0.25])
})

test('a new session weighs fully against old ones that have faded', () => {
  const before = only(observe([], [answer(1), answer(1)]))

  const after = only(observe([before], [answer(0, later(HALF_LIFE_DAYS))]))

  expect(after).toMatchObject({
    successes: 1,
    failures: 1,
    evidenceCount: 3,
    updatedAt: later(HALF_LIFE_DAYS),
  })
})

test('skills that were not met are left alone', () => {
  const standing = observe([], [answer(1), answer(1, monday, 'algebra')])

  expect(observe(standing, [answer(0)]).map((evidence) => evidence.skillId)).toEqual(['deduction'])
})

test('a score outside 0 to 1 is refused', () => {
  expect(() => observe([], [answer(1.5)])).toThrow('A score lies between 0 and 1, not at 1.5')
  expect(() => observe([], [answer(Number.NaN)])).toThrow(RangeError)
})

test('the order in which sessions arrive does not matter', () => {
  const sessions = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 8 })), {
    minLength: 1,
    maxLength: 40,
  })
  const observations = (pairs: [number, number][]) =>
    pairs.map(([day, eighths]) => answer(eighths / 8, later(day)))
  fc.assert(
    fc.property(sessions, (pairs) => {
      const forwards = only(observe([], observations(pairs)))
      const backwards = only(observe([], observations(pairs.toReversed())))

      expect(backwards.successes).toBeCloseTo(forwards.successes, 9)
      expect(backwards.failures).toBeCloseTo(forwards.failures, 9)
      expect(backwards.updatedAt).toEqual(forwards.updatedAt)
      expect(backwards.evidenceCount).toBe(forwards.evidenceCount)
    }),
  )
})

test('the estimate stays inside (0, 1) and returns to one half', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (right, wrong) => {
      const evidence: Evidence = {
        skillId: 'deduction',
        sectionCode: 'PU',
        successes: right,
        failures: wrong,
        evidenceCount: right + wrong,
        updatedAt: monday,
      }
      const { probability } = masteryAt(evidence, monday)

      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
      expect(masteryAt(evidence, later(100 * HALF_LIFE_DAYS)).probability).toBeCloseTo(0.5, 9)
    }),
  )
})

test('the weakest skill comes first, within the sections asked for', () => {
  const evidence = [
    ...observe(
      [],
      [answer(1, monday, 'deduction'), answer(0, monday, 'induction'), answer(1, monday, 'analogy')],
    ),
    { ...only(observe([], [answer(0, monday, 'algebra')])), sectionCode: 'PK' },
  ]

  const skills = (options: Parameters<typeof weakestFirst>[2]) =>
    weakestFirst(evidence, monday, options).map((row) => row.skillId)

  expect(skills({ first: 10 })).toEqual(['algebra', 'induction', 'analogy', 'deduction'])
  expect(skills({ first: 2, sectionCodes: ['PU'] })).toEqual(['induction', 'analogy'])
  expect(skills({ first: 10, sectionCodes: [] })).toEqual([])
})
