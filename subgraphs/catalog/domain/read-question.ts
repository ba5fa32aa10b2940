import { bankSection, bankSectionsOf, skillNamed } from './bank-sections.ts'
import { FieldReader } from './field-reader.ts'
import type { Issue } from './issues.ts'
import { numericValue } from './numeric-answer.ts'
import type {
  Answer,
  ExamFamily,
  Figure,
  Irt,
  Language,
  Option,
  QuestionContent,
  ResponseForm,
  Statement,
  StimulusContent,
} from './question.ts'

const EXAMS = ['UTBK_SNBT', 'SAT'] as const satisfies ExamFamily[]
const LANGUAGES = ['id', 'en'] as const satisfies Language[]
const TYPES = ['MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER'] as const

export type Read<Value> = { value: Value; issues: [] } | { value: null; issues: Issue[] }

/**
 * Reads what a question says from an object in the layout of the import format, and says everything that is wrong.
 * Where its stimulus comes from differs between a file and a mutation, so the caller reads it and passes it on.
 */
export function readQuestion(row: unknown, stimulus: QuestionContent['stimulus']): Read<QuestionContent> {
  const fields = new FieldReader(row)
  const exam = fields.oneOf('exam', EXAMS)
  const section = readSection(fields, exam)
  const content = {
    section,
    skill: readSkill(fields, section),
    language: fields.oneOf('language', LANGUAGES),
    stimulus,
    stem: fields.markdown('stem'),
    figure: readFigure(fields),
    response: readResponse(fields),
    explanation: fields.optionalMarkdown('explanation'),
    irt: readIrt(fields),
    license: fields.optionalText('license'),
  }
  const { language, response } = content
  if (fields.issues.length > 0 || !exam || !language || !response)
    return { value: null, issues: fields.issues }
  return { value: { exam, ...content, language, response }, issues: [] }
}

/** Reads a text that questions ask about. */
export function readStimulus(value: unknown, path: string): Read<StimulusContent> {
  const fields = new FieldReader(value, path)
  const content = {
    externalId: fields.optionalText('id'),
    title: fields.optionalText('title'),
    language: fields.oneOf('language', LANGUAGES),
    text: fields.markdown('text', { maximum: 50_000 }),
    source: fields.optionalText('source', { maximum: 1_000 }),
  }
  const { language } = content
  if (fields.issues.length > 0 || !language) return { value: null, issues: fields.issues }
  return { value: { ...content, language }, issues: [] }
}

function readSection(fields: FieldReader, exam: ExamFamily | undefined): string {
  const code = fields.text('section')
  if (code !== '' && exam && bankSection(code)?.exam !== exam) {
    fields.report('section', 'UNKNOWN_SECTION', `${code} (${sectionCodes(exam)})`)
  }
  return code
}

function sectionCodes(exam: ExamFamily): string {
  return bankSectionsOf(exam)
    .map((section) => section.code)
    .join(', ')
}

function readSkill(fields: FieldReader, section: string): string {
  const code = fields.optionalText('skill')
  if (code === null) return section
  if (bankSection(section) && skillNamed(code)?.section !== section)
    fields.report('skill', 'UNKNOWN_SKILL', code)
  return code
}

function readFigure(fields: FieldReader): Figure | null {
  const required = fields.optionalBoolean('requiresFigure', false)
  if (!fields.has('figure')) {
    if (required) fields.report('figure', 'FIGURE_MISSING')
    return null
  }
  const figure = fields.child('figure')
  const url = figure.text('url', { maximum: 1_000_000 })
  if (url !== '' && !/^(https:\/\/|data:image\/)./.test(url)) figure.report('url', 'FIGURE_ADDRESS')
  return { url, alt: figure.text('alt', { maximum: 2_000 }) }
}

function readResponse(fields: FieldReader): ResponseForm | undefined {
  const type = fields.oneOf('type', TYPES)
  if (type === 'MULTIPLE_CHOICE') return readMultipleChoice(fields)
  if (type === 'TRUE_FALSE') return { type, statements: readStatements(fields) }
  if (type === 'SHORT_ANSWER') return { type, answer: readAnswer(fields) }
  return undefined
}

function readMultipleChoice(fields: FieldReader): ResponseForm {
  const options = fields.children('options').map((option): Option => {
    const id = option.text('id')
    const text = option.markdown('text', { maximum: 5_000 })
    return { id, text, misconception: option.optionalText('misconception', { maximum: 500 }) }
  })
  if (options.length === 0) {
    fields.report('options', 'NO_OPTIONS')
    return { type: 'MULTIPLE_CHOICE', options, key: '' }
  }
  if (options.length !== 4 && options.length !== 5) fields.report('options', 'OPTION_COUNT', options.length)
  reportRepeatedIds(fields, 'options', options)
  for (const [index, option] of options.entries()) {
    const earlier = options.slice(0, index).find((other) => plain(other.text) === plain(option.text))
    if (earlier && option.text !== '') fields.report(`options[${index}].text`, 'DUPLICATE_OPTION', earlier.id)
  }
  const key = fields.optionalText('key')
  if (key === null) fields.report('key', 'KEY_MISSING')
  else if (!options.some((option) => option.id === key)) fields.report('key', 'KEY_NOT_AMONG_OPTIONS', key)
  return { type: 'MULTIPLE_CHOICE', options, key: key ?? '' }
}

function readStatements(fields: FieldReader): Statement[] {
  const statements = fields.children('statements').map((statement): Statement => {
    const id = statement.text('id')
    const text = statement.markdown('text', { maximum: 5_000 })
    return { id, text, key: statement.boolean('key') }
  })
  if (statements.length < 2 || statements.length > 8) {
    fields.report('statements', 'STATEMENT_COUNT', statements.length)
  }
  reportRepeatedIds(fields, 'statements', statements)
  return statements
}

function readAnswer(fields: FieldReader): Answer {
  if (!fields.has('answer')) {
    fields.report('answer', 'KEY_MISSING')
    return { value: '', tolerance: 0, unit: null }
  }
  const answer = fields.child('answer')
  const value = answer.text('value')
  if (value !== '' && numericValue(value) === undefined) answer.report('value', 'NOT_A_NUMBER', value)
  const tolerance = answer.value('tolerance') ?? 0
  if (typeof tolerance !== 'number' || !(tolerance >= 0 && tolerance < Infinity)) {
    answer.report('tolerance', 'TOLERANCE')
    return { value, tolerance: 0, unit: null }
  }
  return { value, tolerance, unit: answer.optionalText('unit') }
}

function readIrt(fields: FieldReader): Irt | null {
  if (!fields.has('irt')) return null
  const irt = fields.child('irt')
  const number = (name: string, code: 'IRT_A' | 'IRT_B' | 'IRT_C', fits: (value: number) => boolean) => {
    const value = irt.value(name)
    if (typeof value === 'number' && fits(value)) return value
    irt.report(name, code)
    return 0
  }
  return {
    a: number('a', 'IRT_A', (a) => a > 0 && a <= 10),
    b: number('b', 'IRT_B', (b) => Math.abs(b) <= 10),
    c: number('c', 'IRT_C', (c) => c >= 0 && c < 1),
    provisional: irt.optionalBoolean('provisional', true),
  }
}

function reportRepeatedIds(fields: FieldReader, name: string, elements: { id: string }[]): void {
  for (const [index, { id }] of elements.entries()) {
    const first = elements.findIndex((other) => other.id === id)
    if (first < index && id !== '') fields.report(`${name}[${index}].id`, 'DUPLICATE_ID', id)
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ')
}
