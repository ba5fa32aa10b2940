import { bankSection } from './bank-sections.ts'
import type { SectionPlan } from './exam.ts'

export type ExamFormat = 'UTBK_SNBT_2024' | 'UTBK_SNBT_2025' | 'UTBK_SNBT_2026' | 'SAT_DIGITAL'

type Format = { title: { id: string; en: string }; sections: SectionPlan[] }

/**
 * The sections of exams as they are really sat.
 *
 * UTBK-SNBT: linear, the time of one subtest ends before the next opens. 2024: 155 questions in 195 minutes; 2025 and
 * 2026: 160 in 195, two subtests with 42.5 minutes (SNPMB's announcements as reported by Okezone, 2025-04-21, and IDN
 * Times on the material of UTBK-SNBT 2025 and 2026).
 *
 * SAT: 98 questions in 134 minutes, in two modules for each section (College Board, satsuite.collegeboard.org, "How
 * scores are calculated" and "Digital alignment"). The real second module depends on the first; this form is linear.
 */
export const examFormats: Record<ExamFormat, Format> = {
  UTBK_SNBT_2024: utbk(2024, [
    ['PU', 30, 30],
    ['PPU', 20, 15],
    ['PBM', 20, 25],
    ['PK', 15, 20],
    ['LBI', 30, 45],
    ['LBE', 20, 30],
    ['PM', 20, 30],
  ]),
  UTBK_SNBT_2025: utbk(2025, utbkSince2025()),
  UTBK_SNBT_2026: utbk(2026, utbkSince2025()),
  SAT_DIGITAL: {
    title: { id: 'SAT Digital (bentuk linear)', en: 'Digital SAT (linear form)' },
    sections: [
      satModule('RW', 1, 27, 32),
      satModule('RW', 2, 27, 32),
      satModule('MATH', 1, 22, 35),
      satModule('MATH', 2, 22, 35),
    ],
  },
}

type Subtest = [code: string, questions: number, minutes: number]

function utbkSince2025(): Subtest[] {
  return [
    ['PU', 30, 30],
    ['PPU', 20, 15],
    ['PBM', 20, 25],
    ['PK', 20, 20],
    ['LBI', 30, 42.5],
    ['LBE', 20, 20],
    ['PM', 20, 42.5],
  ]
}

function utbk(year: number, subtests: Subtest[]): Format {
  const title = `UTBK-SNBT ${year}`
  return {
    title: { id: title, en: title },
    sections: subtests.map(([code, questionCount, minutes]) => ({
      code,
      title: nameOf(code),
      durationSeconds: minutes * 60,
      questionCount,
      bankSection: code,
      questionIds: null,
    })),
  }
}

function satModule(section: string, module: number, questionCount: number, minutes: number): SectionPlan {
  const name = nameOf(section)
  return {
    code: `${section}_${module}`,
    title: { id: `${name.id}, modul ${module}`, en: `${name.en}, module ${module}` },
    durationSeconds: minutes * 60,
    questionCount,
    bankSection: section,
    questionIds: null,
  }
}

function nameOf(code: string) {
  const section = bankSection(code)
  if (!section) throw new Error(`${code} is no section of the bank`)
  return section.name
}
