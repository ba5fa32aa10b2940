/**
 * Mastery of a skill: Beta-Bernoulli with exponential forgetting.
 *
 * The probability p of answering a typical question of the skill correctly has a Beta(α₀, β₀) prior. Every answered
 * question adds its score x (1 right, 0 wrong, between them for partial credit) to the successes and 1 − x to the
 * failures, and evidence loses half its weight every HALF_LIFE_DAYS:
 *
 *     S(t) = Σ xᵢ·2^(−(t − tᵢ)/h)      F(t) = Σ (1 − xᵢ)·2^(−(t − tᵢ)/h)
 *     p | data  ~  Beta(α, β),         α = α₀ + S(t),  β = β₀ + F(t)
 *     mean = α/(α + β)                 variance = αβ / ((α + β)²(α + β + 1))
 *
 * Weights depend on when a session ended, not on when its event arrived, so the sums commute: late events change
 * nothing but the last digits. Guessing is part of p, as it is part of answering.
 *
 * Sources: A. Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4 (the conjugate model); R. Kulhavý and
 * M. B. Zarrop, On a general concept of forgetting, Int. J. Control 58 (1993) 905–924 (exponential forgetting of the
 * likelihood under a constant prior). The uniform prior and the half-life are choices, not measurements.
 */

export const PRIOR_SUCCESSES = 1
export const PRIOR_FAILURES = 1
export const HALF_LIFE_DAYS = 60

const MS_PER_DAY = 86_400_000

/** Decayed evidence on one skill, as it stood at `updatedAt`. `evidenceCount` is not decayed. */
export type Evidence = {
  skillId: string
  sectionCode: string
  successes: number
  failures: number
  evidenceCount: number
  updatedAt: Date
}

/** What one answered question says: `score` between 0 and 1, `at` when its session ended. */
export type Observation = { skillId: string; sectionCode: string; score: number; at: Date }

/** The estimate at one moment: mean and standard deviation of the posterior. */
export type Mastery = { probability: number; standardError: number }

/** The weight, from 0 to 1, that evidence of `from` still has at `to`; 1 when `to` is not later. */
function retention(from: Date, to: Date): number {
  const days = Math.max(0, to.getTime() - from.getTime()) / MS_PER_DAY
  return 2 ** (-days / HALF_LIFE_DAYS)
}

/**
 * Folds observations into the evidence that stands, skill by skill, and returns the evidence of the skills observed.
 * Throws a RangeError for a score outside 0..1.
 */
export function observe(standing: readonly Evidence[], observations: readonly Observation[]): Evidence[] {
  const bySkill = new Map(standing.map((evidence) => [evidence.skillId, evidence]))
  const changed = new Map<string, Evidence>()
  for (const observation of observations) {
    const before = changed.get(observation.skillId) ?? bySkill.get(observation.skillId)
    changed.set(observation.skillId, withObservation(before, observation))
  }
  return [...changed.values()]
}

/** The posterior of evidence at `now`. Evidence from after `now` counts in full. */
export function masteryAt(evidence: Evidence, now: Date): Mastery {
  const weight = retention(evidence.updatedAt, now)
  const alpha = PRIOR_SUCCESSES + evidence.successes * weight
  const beta = PRIOR_FAILURES + evidence.failures * weight
  const total = alpha + beta
  return {
    probability: alpha / total,
    standardError: Math.sqrt((alpha * beta) / (total * total * (total + 1))),
  }
}

/** The skills a person should look at first: those with the lowest probability at `now`, ties by skill id. */
export function weakestFirst(
  evidence: readonly Evidence[],
  now: Date,
  { first, sectionCodes }: { first: number; sectionCodes?: readonly string[] | null | undefined },
): (Evidence & Mastery)[] {
  return evidence
    .filter((row) => sectionCodes == null || sectionCodes.includes(row.sectionCode))
    .map((row) => ({ ...row, ...masteryAt(row, now) }))
    .sort((a, b) => a.probability - b.probability || (a.skillId < b.skillId ? -1 : 1))
    .slice(0, first)
}

function withObservation(
  before: Evidence | undefined,
  { skillId, sectionCode, score, at }: Observation,
): Evidence {
  if (!(score >= 0 && score <= 1)) throw new RangeError(`A score lies between 0 and 1, not at ${score}`)
  if (before === undefined) {
    return { skillId, sectionCode, successes: score, failures: 1 - score, evidenceCount: 1, updatedAt: at }
  }
  const late = at.getTime() < before.updatedAt.getTime()
  const updatedAt = late ? before.updatedAt : at
  const kept = retention(before.updatedAt, updatedAt)
  const added = retention(at, updatedAt)
  return {
    skillId,
    sectionCode: late ? before.sectionCode : sectionCode,
    successes: before.successes * kept + score * added,
    failures: before.failures * kept + (1 - score) * added,
    evidenceCount: before.evidenceCount + 1,
    updatedAt,
  }
}
