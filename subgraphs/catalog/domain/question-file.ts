import { FieldReader } from './field-reader.ts'
import type { Issue } from './issues.ts'
import type { QuestionContent, StimulusContent } from './question.ts'
import { readQuestion, readStimulus, type Read } from './read-question.ts'

const QUESTION_FILE_FORMAT = 'simpul-questions/1'
const MAXIMUM_ROWS = 5_000

/** A row that can be imported: its name, and what it says. */
export type ImportRow = { row: number; source: string; externalId: string; content: QuestionContent }

/** Why a row cannot be imported; `row` counts from 1, `questionId` is null where it could not be read. */
export type Refusal = Issue & { row: number; questionId: string | null }

export type QuestionFile = { rows: ImportRow[]; refusals: Refusal[] }

/** What is wrong with the file as a whole, so that no row can be read. */
export type FileProblem = 'NOT_JSON' | 'WRONG_FORMAT' | 'NO_QUESTIONS' | 'TOO_MANY_QUESTIONS'

/**
 * Reads the text of a question file (format `simpul-questions/1`). Rows are read one by one: what is wrong with one is a
 * refusal that names it, and the others stand.
 */
export function readQuestionFile(text: string): QuestionFile | { problem: FileProblem } {
  const file = parseJson(text)
  if (file === undefined) return { problem: 'NOT_JSON' }
  const { format, stimuli, questions } = Object(file) as Record<string, unknown>
  if (format !== QUESTION_FILE_FORMAT) return { problem: 'WRONG_FORMAT' }
  if (!Array.isArray(questions) || questions.length === 0) return { problem: 'NO_QUESTIONS' }
  if (questions.length > MAXIMUM_ROWS) return { problem: 'TOO_MANY_QUESTIONS' }

  const readStimuli = stimuliById(Array.isArray(stimuli) ? stimuli : [])
  const seen = new Set<string>()
  const result: QuestionFile = { rows: [], refusals: [] }
  for (const [index, value] of questions.entries()) {
    const row = index + 1
    const { name, content, issues } = readRow(value, readStimuli, seen)
    if (content) result.rows.push({ row, ...name, content })
    else
      result.refusals.push(...issues.map((issue) => ({ ...issue, row, questionId: name.externalId || null })))
  }
  return result
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

function stimuliById(stimuli: unknown[]): Map<string, Read<StimulusContent>> {
  const byId = new Map<string, Read<StimulusContent>>()
  for (const [index, value] of stimuli.entries()) {
    const path = `stimuli[${index}]`
    const id = new FieldReader(value, path).optionalText('id')
    if (id === null) continue
    const repeated: Read<StimulusContent> = {
      value: null,
      issues: [{ field: `${path}.id`, code: 'DUPLICATE_ID', value: id }],
    }
    byId.set(id, byId.has(id) ? repeated : readStimulus(value, path))
  }
  return byId
}

function readRow(value: unknown, stimuli: Map<string, Read<StimulusContent>>, seen: Set<string>) {
  const fields = new FieldReader(value)
  const name = { externalId: fields.text('id'), source: fields.text('source') }
  if (!fields.isObject) return { name, content: null, issues: fields.issues }
  const key = JSON.stringify([name.source, name.externalId])
  if (seen.has(key)) fields.report('id', 'DUPLICATE_ID', name.externalId)
  seen.add(key)
  const question = readQuestion(value, stimulusOf(fields, stimuli))
  const issues = [...fields.issues, ...question.issues]
  return { name, content: issues.length === 0 ? question.value : null, issues }
}

function stimulusOf(
  fields: FieldReader,
  stimuli: Map<string, Read<StimulusContent>>,
): StimulusContent | null {
  const id = fields.optionalText('stimulus')
  if (id === null) return null
  const stimulus = stimuli.get(id)
  if (!stimulus) fields.report('stimulus', 'UNKNOWN_STIMULUS', id)
  else fields.issues.push(...stimulus.issues)
  return stimulus?.value ?? null
}
