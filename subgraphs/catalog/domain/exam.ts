import { bankSection } from './bank-sections.ts'
import { type ExamFormat, examFormats } from './exam-formats.ts'
import type { ExamIssue, ExamIssueCode } from './exam-issues.ts'

export type ExamState = 'DRAFT' | 'PUBLISHED' | 'RETIRED'
export type Bilingual = { id: string; en: string }

/** A section of an exam before it is stored. */
export type SectionPlan = {
  code: string
  title: Bilingual
  durationSeconds: number
  questionCount: number
  /** The section of the bank that it is filled from; null when its questions are chosen one by one. */
  bankSection: string | null
  /** The questions in their order; null to have the section filled. */
  questionIds: string[] | null
}

export type ExamPlan = { code: string; title: Bilingual; format: ExamFormat | null; sections: SectionPlan[] }

/** What a person asks for when making an exam. */
export type ExamRequest = {
  code?: string | null
  title?: Bilingual | null
  format?: ExamFormat | null
  sections?: readonly SectionRequest[] | null
}

export type SectionRequest = {
  code: string
  title: Bilingual
  minutes: number
  count?: number | null
  bankSection?: string | null
  questionIds?: readonly string[] | null
}

const CODE = /^[A-Z][A-Z0-9_-]{0,63}$/
const MAXIMUM_SECTIONS = 20
const MAXIMUM_MINUTES = 300
const MAXIMUM_QUESTIONS = 200

/** The exam that was asked for, or everything that is wrong with the request. */
export function planExam(request: ExamRequest): { plan: ExamPlan } | { issues: ExamIssue[] } {
  const { format, sections } = request
  if ((format == null) === (sections == null))
    return { issues: [{ field: 'format', code: 'FORMAT_OR_SECTIONS' }] }
  const known = format == null ? null : examFormats[format]
  const code = request.code ?? format ?? ''
  const title = request.title ?? known?.title ?? { id: '', en: '' }
  const issues: ExamIssue[] = []
  if (!CODE.test(code)) issues.push({ field: 'code', code: 'CODE' })
  if (!hasWords(title)) issues.push({ field: 'title', code: 'TITLE' })
  const plans = known ? known.sections : planSections(sections ?? [], issues)
  if (issues.length > 0) return { issues }
  return { plan: { code, title, format: format ?? null, sections: plans } }
}

function planSections(requests: readonly SectionRequest[], issues: ExamIssue[]): SectionPlan[] {
  if (requests.length === 0 || requests.length > MAXIMUM_SECTIONS) {
    issues.push({ field: 'sections', code: 'NO_SECTIONS' })
  }
  const codes = new Set<string>()
  const questions = new Set<string>()
  return requests.map((request, index) => {
    const report = (field: string, code: ExamIssueCode) =>
      issues.push({ field: `sections[${index}].${field}`, code })
    const questionIds = request.questionIds ? [...request.questionIds] : null
    const plan: SectionPlan = {
      code: request.code,
      title: request.title,
      durationSeconds: request.minutes * 60,
      questionCount: request.count ?? questionIds?.length ?? 0,
      bankSection: questionIds ? null : (request.bankSection ?? bankSection(request.code)?.code ?? null),
      questionIds,
    }
    if (!CODE.test(plan.code)) report('code', 'CODE')
    if (codes.has(plan.code)) report('code', 'CODE_REPEATED')
    codes.add(plan.code)
    if (!hasWords(plan.title)) report('title', 'TITLE')
    if (
      !Number.isInteger(plan.durationSeconds) ||
      plan.durationSeconds < 1 ||
      request.minutes > MAXIMUM_MINUTES
    ) {
      report('minutes', 'MINUTES')
    }
    if (plan.questionCount < 1 || plan.questionCount > MAXIMUM_QUESTIONS) report('count', 'COUNT')
    if (questionIds && questionIds.length !== plan.questionCount) report('questionIds', 'COUNT_DIFFERS')
    if (questionIds?.some((id) => questions.has(id) || !questions.add(id))) {
      report('questionIds', 'QUESTION_REPEATED')
    }
    if (!questionIds && !bankSection(plan.bankSection ?? '')) report('bankSection', 'BANK_SECTION')
    return plan
  })
}

function hasWords(title: Bilingual): boolean {
  return [title.id, title.en].every(
    (text) => text.trim() !== '' && text.length <= 200 && !text.includes('\0') && text.isWellFormed(),
  )
}

/** A section with fewer questions than it asks. */
export type Shortage = { section: string; needed: number; available: number }

/** The sections of an exam that are not full, and therefore keep it from being published. */
export function shortages(
  sections: readonly { code: string; questionCount: number; published: number }[],
): Shortage[] {
  return sections
    .filter((section) => section.published < section.questionCount)
    .map(({ code, questionCount, published }) => ({
      section: code,
      needed: questionCount,
      available: published,
    }))
}
