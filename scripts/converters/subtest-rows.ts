import { z } from 'zod'
import { withDollars } from './latex.ts'
import { liftPassages } from './lift-passages.ts'
import { letter, type Question, type QuestionFile } from './question-file.ts'

/**
 * Rows that name a `subtest` and carry all three kinds of answers: options that say of themselves whether they are
 * correct, statements, and short answers. Passages are repeated inside the stems.
 */
export const subtestRows = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    license: z.string().optional(),
    subtest: z.string(),
    type: z.enum(['multiple_choice', 'true_false', 'short_answer']),
    stem: z.string(),
    image: z.string().nullish(),
    options: z.array(z.object({ text: z.string(), correct: z.boolean() })),
    /** `answer` holds, the same in each part, the ids of all parts that are true, separated by commas. */
    true_false_parts: z.array(z.object({ id: z.string(), statement: z.string(), answer: z.string() })),
    short_answers: z.array(z.string()),
    explanation: z.string().nullish(),
    problems: z.array(z.string()),
  }),
)

type Row = z.infer<typeof subtestRows>[number]

export function convertSubtestRows(rows: readonly Row[]): QuestionFile {
  return { format: 'simpul-questions/1', ...liftPassages(rows.map(convertRow)) }
}

function convertRow(row: Row): Question {
  return {
    id: row.id,
    source: row.source,
    ...(row.license ? { license: row.license } : {}),
    exam: 'UTBK_SNBT',
    section: row.subtest,
    language: row.subtest === 'LBE' ? 'en' : 'id',
    ...answerOf(row),
    stem: withDollars(row.stem),
    ...(row.image ? { figure: { url: row.image, alt: '' } } : {}),
    ...(row.problems.includes('refers_to_missing_visual') ? { requiresFigure: true } : {}),
    explanation: withDollars(row.explanation ?? '').trim(),
  }
}

function answerOf(row: Row): Pick<Question, 'type' | 'options' | 'key' | 'statements' | 'answer'> {
  if (row.type === 'true_false') {
    const statements = row.true_false_parts.map(({ id, statement, answer }, place) => ({
      id: String(place + 1),
      text: withDollars(statement).trim(),
      key: answer.split(',').some((trueId) => trueId.trim() === id),
    }))
    return { type: 'TRUE_FALSE', statements }
  }
  if (row.type === 'short_answer') {
    const [value] = row.short_answers
    return { type: 'SHORT_ANSWER', ...(value === undefined ? {} : { answer: { value } }) }
  }
  const correct = row.options.findIndex((option) => option.correct)
  return {
    type: 'MULTIPLE_CHOICE',
    options: row.options.map(({ text }, place) => ({ id: letter(place), text: withDollars(text).trim() })),
    ...(correct < 0 ? {} : { key: letter(correct) }),
  }
}
