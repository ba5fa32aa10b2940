import fc from 'fast-check'
import {
  type ItemResponse,
  type ItemSums,
  SCORE_UNITS,
  choiceShares,
  contributions,
  meanTimeSeconds,
  pValue,
  pointBiserial,
} from '../../../subgraphs/analytics/domain/item-statistics.ts'

const response = (question: string, score: number, more: Partial<ItemResponse> = {}): ItemResponse => ({
  questionId: question,
  questionVersionId: `${question}-v1`,
  sectionCode: 'PU',
  answered: true,
  score,
  timeSpentMs: 40_000,
  choice: null,
  ...more,
})

/** The sums of question `a` over sessions, each a list of responses. */
function sumsOf(sessions: ItemResponse[][]): ItemSums {
  const parts = sessions.flatMap((session) =>
    contributions(session).filter((item) => item.questionId === 'a'),
  )
  return parts.reduce<ItemSums>(
    (sums, part) => ({
      ...sums,
      administrations: sums.administrations + part.administrations,
      answered: sums.answered + part.answered,
      scoreSum: sums.scoreSum + part.scoreSum,
      timed: sums.timed + part.timed,
      timeSumMs: sums.timeSumMs + part.timeSumMs,
      pairs: sums.pairs + part.pairs,
      pairScoreSum: sums.pairScoreSum + part.pairScoreSum,
      pairScoreSquares: sums.pairScoreSquares + part.pairScoreSquares,
      pairRestSum: sums.pairRestSum + part.pairRestSum,
      pairRestSquares: sums.pairRestSquares + part.pairRestSquares,
      pairProducts: sums.pairProducts + part.pairProducts,
    }),
    {
      questionId: 'a',
      questionVersionId: 'a-v1',
      administrations: 0,
      answered: 0,
      scoreSum: 0n,
      timed: 0,
      timeSumMs: 0n,
      pairs: 0,
      pairScoreSum: 0n,
      pairScoreSquares: 0n,
      pairRestSum: 0n,
      pairRestSquares: 0n,
      pairProducts: 0n,
    },
  )
}

/** Pearson's correlation in two passes, from its definition. */
function pearson(pairs: [number, number][]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const mx = mean(pairs.map(([x]) => x))
  const my = mean(pairs.map(([, y]) => y))
  const sum = (of: (x: number, y: number) => number) =>
    pairs.reduce((all, [x, y]) => all + of(x - mx, y - my), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_x, y) => y * y))
}

test('two of three are right, one leaves it open, and their times are averaged', () => {
  const sums = sumsOf([
    [response('a', 1, { timeSpentMs: 30_000 })],
    [response('a', 1, { timeSpentMs: 60_000 })],
    [response('a', 0, { timeSpentMs: null })],
    [response('a', 0, { answered: false, timeSpentMs: 5_000 })],
  ])

  expect(sums).toMatchObject({ administrations: 4, answered: 3, timed: 2 })
  expect(pValue(sums)).toBe(2 / 3)
  expect(meanTimeSeconds(sums)).toBe(45)
})

test('nothing is said of what nobody answered', () => {
  const sums = sumsOf([[response('a', 0, { answered: false })]])

  expect([pValue(sums), meanTimeSeconds(sums), pointBiserial(sums)]).toEqual([null, null, null])
})

test('the thirds and eighths of a block of statements are kept exactly', () => {
  expect(pValue(sumsOf([[response('a', 1 / 3)], [response('a', 2 / 3)], [response('a', 1)]]))).toBe(2 / 3)
  expect(pValue(sumsOf([[response('a', 5 / 8)]]))).toBe(0.625)
})

test('the correlation is with the rest of the section, the question itself left out', () => {
  // Question a with the mean of b and c: (1, 1), (1, .5), (0, .5), (0, 0): r = .25/√(.25 × .125) = .7071
  const sums = sumsOf([
    [response('a', 1), response('b', 1), response('c', 1)],
    [response('a', 1), response('b', 1), response('c', 0)],
    [response('a', 0), response('b', 0), response('c', 1)],
    [response('a', 0), response('b', 0), response('c', 0, { answered: false })],
  ])

  expect(pointBiserial(sums)).toBeCloseTo(Math.SQRT1_2, 12)
})

test('other sections do not belong to the rest', () => {
  const elsewhere = { sectionCode: 'PK' }
  const sums = sumsOf([
    [response('a', 1), response('b', 0, elsewhere)],
    [response('a', 0), response('b', 1, elsewhere)],
  ])

  expect(sums.pairs).toBe(0)
  expect(pointBiserial(sums)).toBe(null)
})

test('a question that everyone gets right correlates with nothing', () => {
  expect(
    pointBiserial(
      sumsOf([
        [response('a', 1), response('b', 1)],
        [response('a', 1), response('b', 0)],
      ]),
    ),
  ).toBe(null)
})

test('the running sums give the correlation of its definition', () => {
  const session = fc.tuple(
    fc.boolean(),
    fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 10 }),
  )
  fc.assert(
    fc.property(fc.array(session, { minLength: 2, maxLength: 60 }), (sessions) => {
      const sums = sumsOf(
        sessions.map(([right, rest]) => [
          response('a', right ? 1 : 0),
          ...rest.map((eighths, place) => response(`b${place}`, eighths / 8)),
        ]),
      )
      const r = pointBiserial(sums)
      const pairs = sessions.map(([right, rest]): [number, number] => [
        right ? 1 : 0,
        Math.round((SCORE_UNITS * rest.reduce((sum, value) => sum + value / 8, 0)) / rest.length),
      ])

      if (r !== null) expect(r).toBeCloseTo(pearson(pairs), 9)
    }),
  )
})

test('a hundred million alike responses and one exception lose no digit', () => {
  const n = 100_000_000
  const one = BigInt(SCORE_UNITS)
  const sums: ItemSums = {
    ...sumsOf([]),
    pairs: n,
    // All but one score 1 with a rest of 1; the one scores 0 with a rest of 0: a perfect correlation.
    pairScoreSum: BigInt(n - 1) * one,
    pairScoreSquares: BigInt(n - 1) * one ** 2n,
    pairRestSum: BigInt(n - 1) * one,
    pairRestSquares: BigInt(n - 1) * one ** 2n,
    pairProducts: BigInt(n - 1) * one ** 2n,
  }

  expect(pointBiserial(sums)).toBeCloseTo(1, 12)
})

test('choices are shared among those who chose, the most frequent first', () => {
  expect(
    choiceShares([
      { optionId: 'C', count: 1 },
      { optionId: 'B', count: 6 },
      { optionId: 'A', count: 1 },
    ]),
  ).toEqual([
    { optionId: 'B', count: 6, share: 0.75 },
    { optionId: 'A', count: 1, share: 0.125 },
    { optionId: 'C', count: 1, share: 0.125 },
  ])
  expect(choiceShares([])).toEqual([])
})

test('a score outside 0 to 1 is refused', () => {
  expect(() => contributions([response('a', -0.1)])).toThrow('A score lies between 0 and 1, not at -0.1')
})
