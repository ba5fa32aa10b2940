/** Makes an exam of a known format out of the published questions of a running system: `npm run build-exam -- FORMAT`. */
import { parseArgs } from 'node:util'
import { examFormats } from '../subgraphs/catalog/domain/exam-formats.ts'
import { type Ask, AUTHOR_USAGE, authorOptions, signInAsAuthor } from './author-session.ts'

const formats = Object.keys(examFormats)

const USAGE = `Usage: npm run build-exam -- FORMAT [options]

Makes an exam and fills it with published questions of a running system (npm start).
FORMAT is one of ${formats.join(', ')}.

  --publish             publish the exam, so that students can sit it
  --code CODE           what to name it by            the format's name
  --prefer-source NAME  take questions from this source first
${AUTHOR_USAGE}
  --help                this text`

type Exam = {
  id: string
  code: string
  status: 'DRAFT' | 'PUBLISHED' | 'RETIRED'
  minutes: number
  questionCount: number
  sections: { code: string; titles: { en: string }; count: number; minutes: number }[]
}
type Failure = { message: string; section?: string; needed?: number; available?: number }
type Payload = { exam: Exam | null; errors: Failure[] }

const EXAM = 'id code status minutes questionCount sections { code titles { en } count minutes }'
const ERRORS =
  'errors { ... on UserError { message } ... on InsufficientQuestions { section needed available } }'
const BY_CODE = `query ($code: String!) { examByCode(code: $code) { ${EXAM} } }`
const CREATE = `mutation ($input: CreateExamInput!) { createExam(input: $input) {
  exam { ${EXAM} } errors { ... on UserError { message } }
} }`
const FILL = `mutation ($input: FillExamInput!) { fillExam(input: $input) { exam { ${EXAM} } ${ERRORS} } }`
const PUBLISH = `mutation ($input: PublishExamInput!) { publishExam(input: $input) { exam { ${EXAM} } ${ERRORS} } }`

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function main() {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      publish: { type: 'boolean', default: false },
      code: { type: 'string' },
      'prefer-source': { type: 'string' },
      help: { type: 'boolean', default: false },
      ...authorOptions,
    },
  })
  if (options.help) return console.log(USAGE)
  const [format = ''] = positionals
  if (positionals.length !== 1 || !formats.includes(format)) throw new Error(USAGE)
  const code = options.code ?? format

  const ask = await signInAsAuthor(options)
  const { examByCode } = await ask<{ examByCode: Exam | null }>(BY_CODE, { code })
  if (examByCode?.status === 'RETIRED')
    throw new Error(`${code} is retired. Choose another name with --code.`)
  if (examByCode?.status === 'PUBLISHED') {
    printExam(examByCode)
    return console.log(`${code} is published already; nothing was changed.`)
  }
  const draft = examByCode ?? (await examFrom(ask, CREATE, { format, code }))
  const preferSource = options['prefer-source'] ?? null
  let exam = await examFrom(ask, FILL, { examId: draft.id, preferSource })
  if (options.publish) exam = await examFrom(ask, PUBLISH, { examId: draft.id })
  printExam(exam)
  console.log(
    options.publish
      ? `${code} is published: students can sit it now.`
      : `${code} is a draft. Run this again with --publish to let students sit it.`,
  )
}

async function examFrom(ask: Ask, mutation: string, input: object): Promise<Exam> {
  const { exam, errors } = Object.values(await ask<Record<string, Payload>>(mutation, { input }))[0] ?? {}
  if (exam) return exam
  const lines = (errors ?? []).map(({ message, section, needed, available }) =>
    section ? `Section ${section} needs ${needed} published questions; there are ${available}.` : message,
  )
  const isShort = errors?.some((error) => error.section)
  throw new Error(
    [...lines, ...(isShort ? ['Import more with `npm run import -- FILE --publish`.'] : [])].join('\n'),
  )
}

function printExam({ sections, questionCount, minutes }: Exam) {
  const width = Math.max(...sections.map(({ code }) => code.length), 'total'.length)
  const line = (name: string, count: number, time: number, title = '') =>
    console.log(
      `${name.padEnd(width)}  ${String(count).padStart(3)} questions  ${String(time).padStart(5)} minutes  ${title}`.trimEnd(),
    )
  for (const section of sections) line(section.code, section.count, section.minutes, section.titles.en)
  line('total', questionCount, minutes)
}
