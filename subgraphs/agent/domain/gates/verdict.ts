/** What a drafted question must get through, in the order in which an author reads the verdicts. */
export const gates = [
  'KEY_VERIFIED',
  'DISTRACTORS_DISTINCT',
  'SELF_CONTAINED',
  'LONGEST_OPTION',
  'NEAR_DUPLICATE',
] as const
export type Gate = (typeof gates)[number]

/** Something that a gate saw: both texts are for inspection, not for programs. */
export type Fact = { name: string; value: string }

export type Verdict = { gate: Gate; passed: boolean; facts: readonly Fact[] }

/** A fact with yes or no for a value. */
export const checked = (name: string, holds: boolean): Fact => ({ name, value: holds ? 'yes' : 'no' })
