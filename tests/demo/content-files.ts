import { readFileSync } from 'node:fs'

type Option = { id: string; text: string; misconception?: string }
export type Question = {
  id: string
  source: string
  license: string
  exam: string
  section: string
  skill: string
  language: string
  type: 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'SHORT_ANSWER'
  stimulus?: string
  stem: string
  options?: Option[]
  key?: string
  statements?: { id: string; text: string; key: boolean }[]
  answer?: { value: string; tolerance: number; unit?: string }
  explanation: string
  irt: { a: number; b: number; c: number; provisional: boolean }
}
type Stimulus = { id: string; title: string; language: string; text: string; source: string }
type QuestionFile = { format: string; stimuli: Stimulus[]; questions: Question[] }
type Title = { id: string; en: string }
export type Exam = {
  code: string
  title: Title
  sections: { code: string; title: Title; minutes: number; questions: string[] }[]
}

export const files = [read<QuestionFile>('utbk.json'), read<QuestionFile>('sat.json')]
export const exams = read<Exam[]>('exams.json')
export const questions = files.flatMap((file) => file.questions)
export const stimuli = files.flatMap((file) => file.stimuli)

/** The cells of the first Markdown table in a text, without its heading. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../demo/content/${name}`, import.meta.url), 'utf8')) as T
}
