import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertQuestions } from '../../scripts/converters/convert-questions.ts'
import { author, type CatalogUnderTest, catalogUnderTest, student } from './catalog-under-test.ts'
import { multipleChoice, questionFile } from './question-rows.ts'

// Question banks that are not part of the project; where they are not at hand, the tests name themselves as skipped.
const FOLDER = join(import.meta.dirname, '../../../shared/data/questions')
const story = existsSync(FOLDER) ? test : test.skip

let catalog: CatalogUnderTest
beforeEach(async () => {
  catalog = await catalogUnderTest()
})
afterEach(() => catalog.stop())

const converted = (name: string) =>
  JSON.stringify(convertQuestions(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))))

const importing = async (file: string) => {
  const selection =
    'report { created updated unchanged published refusedRows refusals { questionId field code } }'
  return (await catalog.does(author, 'importQuestions', { file, publish: true }, selection)).report
}

story(
  'a bank of the UTBK-SNBT 2024: 140 of 155 rows stand, the refused are named, and an exam is built',
  async () => {
    const file = converted('utbk-snbt-2024.json')
    const missingFigures = Array.from({ length: 14 }, (_value, index) => ({
      questionId: `omahto-pu-${String(index + 1).padStart(3, '0')}`,
      field: 'figure',
      code: 'FIGURE_MISSING',
    }))
    const refusals = [
      ...missingFigures,
      { questionId: 'omahto-pm-020', field: 'options', code: 'NO_OPTIONS' },
    ]
    expect(await importing(file)).toEqual({
      created: 140,
      updated: 0,
      unchanged: 0,
      published: 140,
      refusedRows: 15,
      refusals,
    })
    expect(await importing(file)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 140,
      published: 0,
      refusedRows: 15,
      refusals,
    })

    const { exam } = await catalog.does(author, 'createExam', { format: 'UTBK_SNBT_2024' }, 'exam { id }')
    const filling = { examId: exam.id, preferSource: 'vityasyyy/omah-to@9c698a8d' }
    const fill = () =>
      catalog.does(
        author,
        'fillExam',
        filling,
        'exam { id } errors { ... on InsufficientQuestions { section needed available } }',
      )
    expect((await fill()).errors).toEqual([
      { section: 'PU', needed: 30, available: 16 },
      { section: 'PM', needed: 20, available: 19 },
    ])
    const ours = [...Array(14).keys()].map((index) => multipleChoice(`pu-${index}`, { section: 'PU' }))
    await importing(questionFile([...ours, multipleChoice('pm-0', { section: 'PM' })]))
    expect((await fill()).errors).toEqual([])
    await catalog.does(author, 'publishExam', { examId: exam.id }, 'exam { id }')
    const { data } = await catalog.ask(
      student,
      '{ examByCode(code: "UTBK_SNBT_2024") { questionCount minutes sections { code count minutes } } }',
    )
    expect(data.examByCode).toEqual({
      questionCount: 155,
      minutes: 195,
      sections: [
        { code: 'PU', count: 30, minutes: 30 },
        { code: 'PPU', count: 20, minutes: 15 },
        { code: 'PBM', count: 20, minutes: 25 },
        { code: 'PK', count: 15, minutes: 20 },
        { code: 'LBI', count: 30, minutes: 45 },
        { code: 'LBE', count: 20, minutes: 30 },
        { code: 'PM', count: 20, minutes: 30 },
      ],
    })
  },
)

story('a bank of SAT Math: 187 of 220 rows stand, the 33 without their figure are refused', async () => {
  const report = await importing(converted('sat-math.json'))
  expect(report).toMatchObject({ created: 187, published: 187, refusedRows: 33 })
  expect(new Set(report.refusals.map(({ code }: { code: string }) => code))).toEqual(
    new Set(['FIGURE_MISSING']),
  )
})
