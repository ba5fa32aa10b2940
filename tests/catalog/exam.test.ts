import { planExam } from '../../subgraphs/catalog/domain/exam.ts'
import { type ExamFormat, examFormats } from '../../subgraphs/catalog/domain/exam-formats.ts'
import { numericValue } from '../../subgraphs/catalog/domain/numeric-answer.ts'

const title = { id: 'Latihan', en: 'Practice' }
const section = { code: 'PU', title, minutes: 2.5, count: 3 }

test.each([
  ['UTBK_SNBT_2024', 7, 155, 195],
  ['UTBK_SNBT_2025', 7, 160, 195],
  ['UTBK_SNBT_2026', 7, 160, 195],
  ['SAT_DIGITAL', 4, 98, 134],
] as [ExamFormat, number, number, number][])(
  '%s: %i sections, %i questions, %i minutes',
  (format, count, questions, minutes) => {
    const { sections } = examFormats[format]
    expect(sections.length).toBe(count)
    expect(sections.reduce((total, { questionCount }) => total + questionCount, 0)).toBe(questions)
    expect(sections.reduce((total, { durationSeconds }) => total + durationSeconds, 0)).toBe(minutes * 60)
  },
)

test('half minutes are whole seconds: LBI of 2025 takes 2,550', () => {
  const lbi = examFormats.UTBK_SNBT_2025.sections.find(({ code }) => code === 'LBI')
  expect(lbi?.durationSeconds).toBe(2_550)
})

test('a format brings its own code and title, a request may give others', () => {
  expect(planExam({ format: 'SAT_DIGITAL' })).toMatchObject({
    plan: { code: 'SAT_DIGITAL', format: 'SAT_DIGITAL', title: { en: 'Digital SAT (linear form)' } },
  })
  expect(planExam({ format: 'SAT_DIGITAL', code: 'SAT_B', title })).toMatchObject({
    plan: { code: 'SAT_B', title },
  })
})

test('sections draw from the bank by their code, unless their questions are chosen', () => {
  const chosen = { code: 'WARM_UP', title, minutes: 1, questionIds: ['q1', 'q2'] }
  expect(planExam({ code: 'MINI', title, sections: [section, chosen] })).toEqual({
    plan: {
      code: 'MINI',
      title,
      format: null,
      sections: [
        { code: 'PU', title, durationSeconds: 150, questionCount: 3, bankSection: 'PU', questionIds: null },
        {
          code: 'WARM_UP',
          title,
          durationSeconds: 60,
          questionCount: 2,
          bankSection: null,
          questionIds: ['q1', 'q2'],
        },
      ],
    },
  })
})

test('says everything that is wrong with a request', () => {
  expect(planExam({})).toEqual({ issues: [{ field: 'format', code: 'FORMAT_OR_SECTIONS' }] })
  expect(planExam({ format: 'SAT_DIGITAL', sections: [] })).toEqual({
    issues: [{ field: 'format', code: 'FORMAT_OR_SECTIONS' }],
  })
  expect(
    planExam({
      code: 'mini',
      title: { id: 'x', en: ' ' },
      sections: [
        { ...section, minutes: 1 / 7 },
        { ...section, minutes: NaN, count: 0 },
        { code: 'X', title, minutes: 301, count: 1, questionIds: ['q1', 'q1'] },
        { code: 'Y', title, minutes: 1, count: 1 },
      ],
    }),
  ).toEqual({
    issues: [
      { field: 'code', code: 'CODE' },
      { field: 'title', code: 'TITLE' },
      { field: 'sections[0].minutes', code: 'MINUTES' },
      { field: 'sections[1].code', code: 'CODE_REPEATED' },
      { field: 'sections[1].minutes', code: 'MINUTES' },
      { field: 'sections[1].count', code: 'COUNT' },
      { field: 'sections[2].minutes', code: 'MINUTES' },
      { field: 'sections[2].questionIds', code: 'COUNT_DIFFERS' },
      { field: 'sections[2].questionIds', code: 'QUESTION_REPEATED' },
      { field: 'sections[3].bankSection', code: 'BANK_SECTION' },
    ],
  })
})

test.each([
  ['20', 20],
  [' -18 ', -18],
  ['−18', -18],
  ['0,5', 0.5],
  ['.5', 0.5],
  ['3/4', 0.75],
  ['-3 / 4', -0.75],
  ['1/0', undefined],
  ['1.000,5', undefined],
  ['1e3', undefined],
  ['', undefined],
])('the short answer %j is %p', (text, value) => {
  expect(numericValue(text)).toBe(value)
})
