import type { ItemParameters } from './form.ts'

/** An ability estimate on the θ scale, with the standard deviation of its posterior distribution. */
export type Ability = { theta: number; standardError: number }

/** Where the posterior is evaluated: from −6 to 6 in steps of 0.1, fine enough for the spread of a form of 200 items. */
const NODES = Array.from({ length: 121 }, (_, index) => (index - 60) / 10)

/** The logarithm of the standard normal density at each node, but for a constant. */
const LOG_PRIOR = NODES.map((theta) => (-theta * theta) / 2)

/**
 * The probability of a right answer at ability `theta` in the three-parameter logistic model, with D = 1.
 * Source: Birnbaum, A. (1968), in Lord & Novick, Statistical Theories of Mental Test Scores.
 */
export function probability(theta: number, { a, b, c }: Pick<ItemParameters, 'a' | 'b' | 'c'>): number {
  return c + (1 - c) / (1 + Math.exp(-a * (theta - b)))
}

/**
 * The logarithm of the likelihood of scores at each node: Σ s ln P + (1 − s) ln (1 − P). With scores of 0 and 1 this is
 * the model's likelihood; a partial credit between them counts as that share of a right answer.
 * Vectors of several sets of items add up to that of all of them.
 */
export function logLikelihood(items: readonly { score: number; parameters: ItemParameters }[]): number[] {
  return NODES.map((theta) =>
    items.reduce((sum, { score, parameters }) => {
      const right = Math.min(Math.max(probability(theta, parameters), 1e-12), 1 - 1e-12)
      return sum + score * Math.log(right) + (1 - score) * Math.log(1 - right)
    }, 0),
  )
}

/**
 * The expected a posteriori estimate under a standard normal prior: the posterior's mean, and its standard deviation as
 * the standard error. Defined for every pattern, all right and all wrong included.
 * Source: Bock, R. D. & Mislevy, R. J. (1982), Adaptive EAP estimation of ability in a microcomputer environment,
 * Applied Psychological Measurement 6(4), 431–444.
 */
export function expectedAPosteriori(likelihood: readonly number[]): Ability {
  const logPosterior = LOG_PRIOR.map((prior, node) => prior + (likelihood[node] ?? 0))
  // Relative to the highest, so that a long test does not underflow.
  const highest = Math.max(...logPosterior)
  const weights = logPosterior.map((value) => Math.exp(value - highest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const theta = moment(weights, (node) => node) / total
  const variance = moment(weights, (node) => (node - theta) ** 2) / total
  return { theta, standardError: Math.sqrt(variance) }
}

function moment(weights: readonly number[], of: (node: number) => number): number {
  return NODES.reduce((sum, node, index) => sum + of(node) * (weights[index] ?? 0), 0)
}
