import type { QuestionFile } from './question-file.ts'
import { convertSectionRows, sectionRows } from './section-rows.ts'
import { convertSubtestRows, subtestRows } from './subtest-rows.ts'

/**
 * Converts the rows of a question bank whose layout is known. Rows with mistakes are converted as far as they go, so that
 * the importer refuses them by name.
 * @throws Error in one line when the layout is not known
 */
export function convertQuestions(rows: unknown): QuestionFile {
  const ofSubtests = subtestRows.safeParse(rows)
  if (ofSubtests.success) return convertSubtestRows(ofSubtests.data)
  const ofSections = sectionRows.safeParse(rows)
  if (ofSections.success) return convertSectionRows(ofSections.data)
  throw new Error(
    'The layout of this file is not known. scripts/converters/ describes those that are, one in each *-rows.ts.',
  )
}
