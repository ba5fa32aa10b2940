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

export function bankSection(code: string): BankSection | undefined {
  return byCode.get(code)
}

export function bankSectionsOf(exam: ExamFamily): BankSection[] {
  return [...byCode.values()].filter((section) => section.exam === exam)
}

export function skillNamed(code: string): SkillSeed | undefined {
  return skillsByCode.get(code)
}
