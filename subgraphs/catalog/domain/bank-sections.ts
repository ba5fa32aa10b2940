import type { ExamFamily } from './question.ts'
import { skills, type SkillSeed } from './skills.ts'

/** A section of the bank: what questions are written for. Its own skill has the same code. */
export type BankSection = { code: string; exam: ExamFamily; name: { id: string; en: string } }

const byCode = new Map<string, BankSection>(
  skills
    .filter((skill) => skill.parent === null)
    .map(({ code, exam, name }) => [code, { code, exam, name }] as const),
)
const skillsByCode = new Map<string, SkillSeed>(skills.map((skill) => [skill.code, skill]))

/** The section of the bank with this code. */
export function bankSection(code: string): BankSection | undefined {
  return byCode.get(code)
}

/** The sections that an exam's questions are written for, in its order. */
export function bankSectionsOf(exam: ExamFamily): BankSection[] {
  return [...byCode.values()].filter((section) => section.exam === exam)
}

/** The skill with this code, a section's own included. */
export function skillNamed(code: string): SkillSeed | undefined {
  return skillsByCode.get(code)
}
