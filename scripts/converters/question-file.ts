/** A file in the format `simpul-questions/1`, as converters write it. What they cannot say is left out. */
export type QuestionFile = { format: 'simpul-questions/1'; stimuli: Stimulus[]; questions: Question[] }

export type Stimulus = { id: string; language: 'id' | 'en'; text: string }

export type Question = {
  id: string
  source: string
  license?: string
  exam: 'UTBK_SNBT' | 'SAT'
  section: string
  language: 'id' | 'en'
  type: 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'SHORT_ANSWER'
  stimulus?: string
  stem: string
  figure?: { url: string; alt: string }
  requiresFigure?: true
  options?: { id: string; text: string }[]
  key?: string
  statements?: { id: string; text: string; key: boolean }[]
  answer?: { value: string }
  explanation: string
}

/** The id of the option at this place: A, B, C … */
export function letter(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place)
}
