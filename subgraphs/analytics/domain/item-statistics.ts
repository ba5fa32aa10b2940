/**
 * Classical item statistics from running sums.
 *
 * Scores are kept in whole units of 1/SCORE_UNITS, and every sum is an integer: sums of integers are exact and do not
 * depend on the order of the sessions, and n·Σxr − Σx·Σr is computed without the cancellation that floating-point
 * sums of squares suffer. SCORE_UNITS is 100·lcm(1..8), so that every partial score of a block of up to eight
 * statements is a whole number of units; the sums fit 64 bits beyond 10⁹ responses for each question.
 *
 * The item–rest correlation is the point-biserial of the item with its section's other items (a Pearson correlation
 * when partial credit exists), the item itself being left out so that it does not correlate with itself:
 *
 *     r = (n·Σxr − Σx·Σr) / √((n·Σx² − (Σx)²)·(n·Σr² − (Σr)²))
 *
 * Sources: F. M. Lord and M. R. Novick, Statistical Theories of Mental Test Scores (1968), ch. 15; S. Henrysson,
 * Correction of item–total correlations in item analysis, Psychometrika 28 (1963) 211–218.
 */

export const SCORE_UNITS = 84_000

/** One question of a scored session: `score` 0..1, `timeSpentMs` null when unknown, `choice` the option's id. */
export type ItemResponse = {
  questionId: string
  questionVersionId: string
  sectionCode: string
  answered: boolean
  score: number
  timeSpentMs: number | null
  choice: string | null
}

/** The sums of one version of a question; scores in units, products in units squared. */
export type ItemSums = {
  questionId: string
  questionVersionId: string
  administrations: number
  answered: number
  scoreSum: bigint
  timed: number
  timeSumMs: bigint
  pairs: number
  pairScoreSum: bigint
  pairScoreSquares: bigint
  pairRestSum: bigint
  pairRestSquares: bigint
  pairProducts: bigint
}

/** What one session adds: the sums of each question, and the option that was chosen in it. */
export type ItemContribution = ItemSums & { choice: string | null }

/**
 * What a scored session adds to the sums of its questions, one contribution for each response, in order of version id.
 * The rest score is the mean score of the section's other questions, unanswered ones counting 0. A question that was
 * not answered, or that stands alone in its section, adds nothing to the correlation.
 */
export function contributions(responses: readonly ItemResponse[]): ItemContribution[] {
  const sections = new Map<string, { score: number; items: number }>()
  for (const { sectionCode, score, answered } of responses) {
    const section = sections.get(sectionCode) ?? { score: 0, items: 0 }
    section.score += answered ? inUnits(score) : 0
    section.items += 1
    sections.set(sectionCode, section)
  }
  return responses
    .map((response) => contribution(response, sections.get(response.sectionCode)))
    .sort((a, b) => (a.questionVersionId < b.questionVersionId ? -1 : 1))
}

/** The share of the score that was reached by those who answered, 0..1, or null when nobody did. */
export function pValue({ answered, scoreSum }: Pick<ItemSums, 'answered' | 'scoreSum'>): number | null {
  return answered === 0 ? null : Number(scoreSum) / (answered * SCORE_UNITS)
}

/** The mean time spent, in seconds, or null when no time is known. */
export function meanTimeSeconds({ timed, timeSumMs }: Pick<ItemSums, 'timed' | 'timeSumMs'>): number | null {
  return timed === 0 ? null : Number(timeSumMs) / timed / 1000
}

/** The item–rest correlation, −1..1, or null while either score has not varied. */
export function pointBiserial(sums: ItemSums): number | null {
  const n = BigInt(sums.pairs)
  const covariance = n * sums.pairProducts - sums.pairScoreSum * sums.pairRestSum
  const scoreVariance = n * sums.pairScoreSquares - sums.pairScoreSum ** 2n
  const restVariance = n * sums.pairRestSquares - sums.pairRestSum ** 2n
  if (scoreVariance === 0n || restVariance === 0n) return null
  const r = Number(covariance) / (Math.sqrt(Number(scoreVariance)) * Math.sqrt(Number(restVariance)))
  return Math.max(-1, Math.min(1, r))
}

/** How the choices are shared among the options, most frequent first, ties by option id. */
export function choiceShares<Choice extends { optionId: string; count: number }>(choices: readonly Choice[]) {
  const all = choices.reduce((sum, { count }) => sum + count, 0)
  return choices
    .toSorted((a, b) => b.count - a.count || (a.optionId < b.optionId ? -1 : 1))
    .map(({ optionId, count }) => ({ optionId, count, share: count / all }))
}

function contribution(response: ItemResponse, section = { score: 0, items: 0 }): ItemContribution {
  const { questionId, questionVersionId, answered, timeSpentMs, choice } = response
  const score = answered ? inUnits(response.score) : 0
  const others = section.items - 1
  const paired = answered && others > 0
  const rest = paired ? Math.round((section.score - score) / others) : 0
  const timed = answered && timeSpentMs !== null
  const x = paired ? BigInt(score) : 0n
  const r = BigInt(rest)
  return {
    questionId,
    questionVersionId,
    administrations: 1,
    answered: answered ? 1 : 0,
    scoreSum: BigInt(score),
    timed: timed ? 1 : 0,
    timeSumMs: timed ? BigInt(Math.round(timeSpentMs)) : 0n,
    pairs: paired ? 1 : 0,
    pairScoreSum: x,
    pairScoreSquares: x * x,
    pairRestSum: r,
    pairRestSquares: r * r,
    pairProducts: x * r,
    choice: answered ? choice : null,
  }
}

function inUnits(score: number): number {
  if (!(score >= 0 && score <= 1)) throw new RangeError(`A score lies between 0 and 1, not at ${score}`)
  return Math.round(score * SCORE_UNITS)
}
