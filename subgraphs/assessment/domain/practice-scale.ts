import type { Ability } from './ability.ts'

/** A position on the practice scale with its standard error, both whole numbers. */
export type PracticeScore = { score: number; standardError: number }

/**
 * The practice scale: 500 + 100 θ. It is a convention of try-out sites, which the makers of the UTBK have never published
 * for their own scores: wherever it is shown, it is called a practice scale.
 */
export function practiceScoreOf({ theta, standardError }: Ability): PracticeScore {
  return { score: Math.round(500 + 100 * theta), standardError: Math.round(100 * standardError) }
}
