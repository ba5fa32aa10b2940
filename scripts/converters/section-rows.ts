import { z } from 'zod'
import { withLines } from './latex.ts'
import { letter, type Question, type QuestionFile } from './question-file.ts'

/** Rows that name a `section` of the SAT: options as plain texts, the key as a letter, the passage in a field of its own. */
export const sectionRows = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    license: z.string().optional(),
    section: z.string(),
    passage: z.string().nullable(),
    passage_id: z.string().nullable(),
    stem: z.string(),
    options: z.array(z.string()),
    key: z.string(),
    solution: z.string().nullish(),
    problems: z.array(z.string()),
  }),
)

type Row = z.infer<typeof sectionRows>[number]

export function convertSectionRows(rows: readonly Row[]): QuestionFile {
  const passages = new Map(
    rows.flatMap(({ passage, passage_id }) => (passage && passage_id ? [[passage_id, passage]] : [])),
  )
  const stimuli = [...passages].map(([id, text]) => ({ id, language: 'en' as const, text: withLines(text) }))
  return { format: 'simpul-questions/1', stimuli, questions: rows.map(convertRow) }
}

function convertRow(row: Row): Question {
  return {
    id: row.id,
    source: row.source,
    ...(row.license ? { license: row.license } : {}),
    exam: 'SAT',
    section: row.section,
    language: 'en',
    type: 'MULTIPLE_CHOICE',
    ...(row.passage && row.passage_id ? { stimulus: row.passage_id } : {}),
    stem: row.stem,
    ...(row.problems.includes('refers_to_visual') ? { requiresFigure: true } : {}),
    options: row.options.map((text, place) => ({ id: letter(place), text })),
    key: row.key,
    explanation: row.solution ?? '',
  }
}
