import type { Bilingual, Language } from './language.ts'
import type { Misconception } from './misconceptions.ts'
import type { Words } from './template.ts'

/**
 * A template that writes questions and computes their keys: what Gierl and Haladyna (*Automatic Item Generation*, 2013)
 * call an item model. Every value is an expression in the parameters (see `expression/parse.ts`), every text a template
 * (see `template.ts`).
 */
export type ItemModel = {
  /** Stable, and the name under which drafts remember their origin: `PK.TWO_STEP_EQUATION`. */
  code: string
  title: Bilingual
  exam: 'UTBK_SNBT' | 'SAT'
  section: 'PU' | 'PK' | 'PM' | 'MATH'
  /** A code of the catalog's skills. */
  skill: string
  language: Language
  type: 'MULTIPLE_CHOICE' | 'SHORT_ANSWER'
  /** What is drawn, each value of a range equally likely. */
  parameters: readonly Parameter[]
  /** What follows from the drawn values, in order; each may use those before it. */
  derived?: Readonly<Record<string, string>>
  /** Conditions that a draw must meet; a draw that does not is thrown away. */
  constraints: readonly string[]
  /** Stories to choose from; each gives the same words. */
  settings?: readonly Words[]
  stem: string
  /** The names and values of the answer: one, `value`, or several where the answer is a formula. */
  key: Readonly<Record<string, string>>
  /** How an answer is shown as an option, with the key's names in its slots. */
  option: string
  /** The unit of a short answer. */
  unit?: string
  /** Wrong answers; the first is the one the model is about, and is offered whenever it can be. Each gives the key's names other values. Not for short answers. */
  distractors: readonly Distractor[]
  /**
   * What makes an answer right, stated without the key's expression: the answer is put back into the stem. `at` repeats
   * a condition for several values, which proves an identity of polynomials of lower degree than there are values.
   */
  proof: { conditions: readonly string[]; at?: readonly Readonly<Record<string, string>>[] }
  /** What every answer must look like to be worth considering. */
  plausible?: { positive?: boolean; whole?: boolean; between?: readonly [string, string] }
  explanation: string
  /** How hard it is expected to be, in logits: a guess until responses are in. */
  difficulty: number
}

/** A whole number from `from` to `to` in steps of `step` (1 unless told). */
export type Parameter = { name: string; from: number; to: number; step?: number }

/** An answer that somebody gives who holds this misconception. */
export type Distractor = { misconception: Misconception; key: Readonly<Record<string, string>> }

/** How many options a multiple-choice question of this exam has. */
export const optionsOf = (exam: ItemModel['exam']): number => (exam === 'SAT' ? 4 : 5)
