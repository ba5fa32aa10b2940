/**
 * A form: everything needed to present an exam and to score it, frozen when the exam was published. Sessions refer to
 * their form and never look elsewhere, so nothing that happens to the catalog changes an exam that someone sits.
 */
export type Form = {
  formId: string
  examId: string
  examCode: string
  title: Bilingual
  sections: readonly FormSection[]
  /** All items in order; an item's place in this list is its `position`, from 0. */
  items: readonly PlacedItem[]
}

export type FormSection = {
  sectionId: string
  code: string
  title: Bilingual
  durationSeconds: number
  /** The positions of its items: from `first`, `count` of them. */
  first: number
  count: number
}

export type PlacedItem = {
  itemId: string
  position: number
  section: number
  number: number
  question: Question
}

export type Bilingual = { id: string; en: string }

export type Question = {
  questionId: string
  questionVersionId: string
  language: string
  skill: { id: string; code: string; name: Bilingual }
  stimulus: { id: string; title: string | null; text: string; source: string | null } | null
  stem: string
  figure: { url: string; alt: string } | null
  explanation: string
  irt: ItemParameters | null
} & (
  | {
      type: 'MULTIPLE_CHOICE'
      options: readonly { id: string; text: string; misconception: string | null }[]
      key: string
    }
  | { type: 'TRUE_FALSE'; statements: readonly { id: string; text: string; key: boolean }[] }
  | { type: 'SHORT_ANSWER'; answer: ShortAnswerKey }
)

/** Parameters of the three-parameter logistic model on the logistic metric (D = 1). */
export type ItemParameters = { a: number; b: number; c: number; provisional: boolean }

/** `value` is an integer, a decimal number or a fraction `a/b`; an answer is right within `tolerance` of it. */
export type ShortAnswerKey = { value: string; tolerance: number; unit: string | null }

/** An exam as the catalog publishes it. */
export type PublishedExam = {
  examId: string
  code: string
  title: Bilingual
  sections: readonly {
    sectionId: string
    code: string
    title: Bilingual
    durationSeconds: number
    items: readonly { itemId: string; question: Question }[]
  }[]
}

/** The form that a published exam gives, with its items numbered through. */
export function formOf(formId: string, exam: PublishedExam): Form {
  let first = 0
  const sections = exam.sections.map(({ sectionId, code, title, durationSeconds, items }) => {
    const section = { sectionId, code, title, durationSeconds, first, count: items.length }
    first += items.length
    return section
  })
  const items = exam.sections
    .flatMap((section, index) =>
      section.items.map(({ itemId, question }, place) => ({
        itemId,
        section: index,
        number: place + 1,
        question,
      })),
    )
    .map((item, position) => ({ ...item, position }))
  return { formId, examId: exam.examId, examCode: exam.code, title: exam.title, sections, items }
}

/** The items of one section, in order. */
export function itemsOf(form: Form, section: FormSection): readonly PlacedItem[] {
  return form.items.slice(section.first, section.first + section.count)
}

/**
 * An item's id in one session. It names the session, so that a client that caches by id never shows the answer of an
 * earlier sitting of the same exam.
 */
export function sessionItemId(sessionId: string, position: number): string {
  return `${sessionId}:${position + 1}`
}

/** The item that such an id names, or undefined when it is not one of this session. */
export function itemOfSession(form: Form, sessionId: string, id: string): PlacedItem | undefined {
  const number = id.startsWith(`${sessionId}:`) ? id.slice(sessionId.length + 1) : ''
  return /^[1-9]\d{0,4}$/.test(number) ? form.items[Number(number) - 1] : undefined
}
