/** The words of the bank: what a question is made of, and how its versions move from draft to retired. */

export type ExamFamily = 'UTBK_SNBT' | 'SAT'
export type Language = 'id' | 'en'
export type QuestionState = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'RETIRED'

export type Option = { id: string; text: string; misconception: string | null }
export type Statement = { id: string; text: string; key: boolean }
/** `value` is an integer, a decimal number or a fraction `a/b`; compared by value, within `tolerance`. */
export type Answer = { value: string; tolerance: number; unit: string | null }
export type Figure = { url: string; alt: string }
/** Parameters of the three-parameter logistic model; `provisional` until calibrated from real responses. */
export type Irt = { a: number; b: number; c: number; provisional: boolean }

/** What a person answers with, and what is right. */
export type ResponseForm =
  | { type: 'MULTIPLE_CHOICE'; options: Option[]; key: string }
  | { type: 'TRUE_FALSE'; statements: Statement[] }
  | { type: 'SHORT_ANSWER'; answer: Answer }

/** A text that several questions can ask about. `externalId` is its name in the file that it came from. */
export type StimulusContent = {
  externalId: string | null
  title: string | null
  language: Language
  text: string
  source: string | null
}

/** All that a version of a question says. `skill` is a code. */
export type QuestionContent = {
  exam: ExamFamily
  section: string
  skill: string
  language: Language
  /** A stimulus with its text, the id of one that is stored, or none. */
  stimulus: StimulusContent | { storedId: string } | null
  stem: string
  figure: Figure | null
  response: ResponseForm
  explanation: string
  irt: Irt | null
  license: string | null
}

/** Why a question cannot make a step. */
export type StateProblem = 'NOT_A_DRAFT' | 'ALREADY_PUBLISHED' | 'RETIRED'

/** Whether the latest version can be sent to review: only a draft can. */
export function reviewProblem(latest: QuestionState): StateProblem | null {
  if (latest === 'RETIRED') return 'RETIRED'
  return latest === 'DRAFT' ? null : 'NOT_A_DRAFT'
}

/** Whether the latest version can be published: a draft or a version in review can. */
export function publishProblem(latest: QuestionState): StateProblem | null {
  if (latest === 'RETIRED') return 'RETIRED'
  return latest === 'PUBLISHED' ? 'ALREADY_PUBLISHED' : null
}

/** Whether a question can be retired: any that is not retired yet. */
export function retireProblem(question: QuestionState): StateProblem | null {
  return question === 'RETIRED' ? 'RETIRED' : null
}

/**
 * The text by which two contents are the same or not: independent of the order in which fields were written.
 * Fields that are null are left out, so that a field added to the format later does not change what stands.
 */
export function canonicalText(content: QuestionContent | StimulusContent): string {
  return JSON.stringify(content, (_name, value: unknown) => {
    if (value === null) return undefined
    if (typeof value !== 'object' || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
