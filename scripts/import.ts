/** Imports question files into a running system, through its public door: `npm run import -- FILE`. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readQuestionFile } from '../subgraphs/catalog/domain/question-file.ts'
import { say } from '../subgraphs/catalog/messages.ts'
import { type Ask, AUTHOR_USAGE, authorOptions, signInAsAuthor } from './author-session.ts'

const USAGE = `Usage: npm run import -- FILE... [options]

Imports questions (JSON, format simpul-questions/1) into a running system (npm start). Each file is one transaction.

  --strict              import nothing of a file in which a row is refused
  --publish             publish what is imported
  --json                print the reports as JSON
${AUTHOR_USAGE}
  --help                this text`

type Report = {
  applied: boolean
  created: number
  updated: number
  unchanged: number
  published: number
  refusedRows: number
  refusals: { row: number; questionId: string | null; field: string; reason: string }[]
}

const IMPORT = `mutation ($input: ImportQuestionsInput!) { importQuestions(input: $input) {
  report { applied created updated unchanged published refusedRows
    refusals { row questionId field code reason(language: EN) } }
  errors { ... on UserError { message } }
} }`

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function main() {
  const { values: options, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      strict: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      ...authorOptions,
    },
  })
  if (options.help) return console.log(USAGE)
  if (files.length === 0) throw new Error(USAGE)
  const texts = await Promise.all(files.map(readText))
  const ask = await signInAsAuthor(options)
  const reports = []
  for (const [index, text] of texts.entries()) {
    const report = await importFile(ask, text, options)
    if (!report.applied) process.exitCode = 1
    reports.push({ file: files[index] ?? '', ...report })
  }
  if (options.json) console.log(JSON.stringify(reports, null, 2))
  else for (const { file, ...report } of reports) printReport(file, report, options)
}

/** The text of a file that can be read as a question file; its rows are judged by the system. */
async function readText(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: cannot be read.`)
  })
  const read = readQuestionFile(text)
  if ('problem' in read) {
    const hint = read.problem === 'WRONG_FORMAT' ? ' `npm run convert` converts some other layouts.' : ''
    throw new Error(`${file}: ${say(read.problem, 'en')}${hint}`)
  }
  return text
}

async function importFile(
  ask: Ask,
  file: string,
  options: { strict: boolean; publish: boolean },
): Promise<Report> {
  const { strict, publish } = options
  const { importQuestions } = await ask<{
    importQuestions: { report: Report | null; errors: { message: string }[] }
  }>(IMPORT, { input: { file, strict, publish } })
  if (!importQuestions.report) throw new Error(importQuestions.errors[0]?.message)
  return importQuestions.report
}

function printReport(file: string, report: Report, { publish }: { publish: boolean }) {
  for (const { row, questionId, field, reason } of report.refusals) {
    console.log(`${file}: row ${row}, ${questionId ?? 'no id'}, ${field}: ${reason}`)
  }
  const { applied, created, updated, unchanged, published, refusedRows } = report
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refusedRows} refused`
  console.log(`${file}: ${counts}${publish ? `, ${published} published` : ''}.`)
  if (!applied) console.log('Nothing was imported: a row was refused, and --strict allows none.')
  else if (created + updated + published === 0) console.log('Nothing has changed.')
}
