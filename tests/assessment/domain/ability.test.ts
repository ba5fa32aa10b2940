import {
  expectedAPosteriori,
  logLikelihood,
  probability,
} from '../../../subgraphs/assessment/domain/ability.ts'

/** The five items of LSAT6 (Bock and Lieberman 1970) in the two-parameter model, as mirt 1.45.1 estimates them. */
const LSAT6 = [
  { a: 0.82565954315, b: -3.3588110537 },
  { a: 0.72274420941, b: -1.3700575946 },
  { a: 0.89087453126, b: -0.27966623857 },
  { a: 0.68836798604, b: -1.8663809935 },
  { a: 0.65685596319, b: -3.1259066901 },
].map((item) => ({ ...item, c: 0, provisional: false }))

/** EAP and its standard error for patterns of LSAT6, as mirt 1.45.1 gives them. */
const REFERENCE: [pattern: string, theta: number, standardError: number][] = [
  ['00000', -1.89677006962355, 0.801276874342268],
  ['10000', -1.36605853408016, 0.803094024156179],
  ['01000', -1.43239005720833, 0.802567087255701],
  ['10100', -0.786304739545828, 0.811469090619847],
  ['11100', -0.303723080146664, 0.823608927488936],
  ['00010', -1.45452789928475, 0.802410583754996],
  ['11110', 0.172019464765936, 0.839766905675888],
  ['00001', -1.47481387075527, 0.802275647450832],
  ['11001', -0.461587689800284, 0.819134597962762],
  ['01101', -0.417766174409157, 0.820328847762123],
  ['01011', -0.55343685649394, 0.816753090527167],
  ['11011', 0.00817700186895823, 0.833782066444969],
  ['10111', 0.125650781559441, 0.83803227590327],
  ['11111', 0.645620881307576, 0.859006641198774],
]

test.each(REFERENCE)('pattern %s of LSAT6 scores as in mirt', (pattern, theta, standardError) => {
  const scores = LSAT6.map((parameters, index) => ({ score: Number(pattern[index]), parameters }))
  const ability = expectedAPosteriori(logLikelihood(scores))
  expect(ability.theta).toBeCloseTo(theta, 4)
  expect(ability.standardError).toBeCloseTo(standardError, 4)
})

test('without any answer the estimate is the prior', () => {
  const { theta, standardError } = expectedAPosteriori(logLikelihood([]))
  expect(theta).toBeCloseTo(0, 10)
  expect(standardError).toBeCloseTo(1, 6)
})

test('the probability rises from the guessing parameter, through the middle at b, to one', () => {
  const item = { a: 1.2, b: 0.5, c: 0.2 }
  expect(probability(-40, item)).toBeCloseTo(0.2, 12)
  expect(probability(0.5, item)).toBeCloseTo(0.6, 12)
  expect(probability(40, item)).toBeCloseTo(1, 12)
})

test('a form of 200 items, all right or all wrong, has a finite estimate', () => {
  const parameters = { a: 2, b: 0, c: 0.25, provisional: false }
  for (const score of [0, 1]) {
    const items = Array.from({ length: 200 }, () => ({ score, parameters }))
    const { theta, standardError } = expectedAPosteriori(logLikelihood(items))
    expect(Math.abs(theta)).toBeLessThan(6)
    expect(standardError).toBeGreaterThan(0)
  }
})

test('more credit for a block of statements never lowers the estimate', () => {
  const parameters = { a: 1, b: 0, c: 0, provisional: false }
  const thetas = [0, 0.25, 0.5, 0.75, 1].map(
    (score) => expectedAPosteriori(logLikelihood([{ score, parameters }])).theta,
  )
  expect(thetas).toEqual(thetas.toSorted((one, other) => one - other))
  expect(thetas[2]).toBeCloseTo(0, 10)
})
