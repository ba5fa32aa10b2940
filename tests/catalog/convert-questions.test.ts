import { convertQuestions } from '../../scripts/converters/convert-questions.ts'
import { withDollars, withLines } from '../../scripts/converters/latex.ts'
import { readQuestionFile } from '../../subgraphs/catalog/domain/question-file.ts'

const passage = 'Sebuah bacaan. '.repeat(12).trim()

const subtestRow = (id: string, changes: object) => ({
  id,
  source: 'bank@1',
  license: 'MIT',
  exam: 'SNBT',
  subtest: 'LBI',
  type: 'multiple_choice',
  stem: `${passage}\n\nApa simpulannya (${id})?\n`,
  image: null,
  weight: 30,
  options: ['satu', 'dua', 'tiga', 'empat'].map((text, index) => ({
    id: `x-${index}`,
    text,
    correct: index === 2,
  })),
  true_false_parts: [],
  short_answers: [],
  explanation: '\nKarena begitu.',
  problems: [],
  ...changes,
})

const sectionRow = (id: string, changes: object) => ({
  id,
  source: 'bank@2',
  section: 'MATH',
  passage: null,
  passage_id: null,
  stem: 'What is $x$?',
  options: ['1', '2', '3', '4'],
  key: 'D',
  solution: 'Choice D.',
  format: 'mcq4',
  problems: [],
  ...changes,
})

test('rows by subtest: repeated passages become stimuli, each kind of answer its type', () => {
  const parts = ['a', 'b', 'c'].map((id) => ({ id, statement: `Pernyataan ${id}.`, answer: 'a, c' }))
  expect(
    convertQuestions([
      subtestRow('q1', {}),
      subtestRow('q2', { type: 'true_false', options: [], true_false_parts: parts }),
      subtestRow('q3', {
        subtest: 'PM',
        stem: 'Berapa?',
        type: 'short_answer',
        options: [],
        short_answers: ['-18'],
      }),
      subtestRow('q4', { subtest: 'LBE', options: [], problems: ['refers_to_missing_visual', 'no_options'] }),
    ]),
  ).toEqual({
    format: 'simpul-questions/1',
    stimuli: [{ id: 'q1-passage', language: 'id', text: passage }],
    questions: [
      {
        id: 'q1',
        source: 'bank@1',
        license: 'MIT',
        exam: 'UTBK_SNBT',
        section: 'LBI',
        language: 'id',
        type: 'MULTIPLE_CHOICE',
        stimulus: 'q1-passage',
        stem: 'Apa simpulannya (q1)?',
        options: [
          { id: 'A', text: 'satu' },
          { id: 'B', text: 'dua' },
          { id: 'C', text: 'tiga' },
          { id: 'D', text: 'empat' },
        ],
        key: 'C',
        explanation: 'Karena begitu.',
      },
      expect.objectContaining({
        id: 'q2',
        type: 'TRUE_FALSE',
        stimulus: 'q1-passage',
        statements: [
          { id: '1', text: 'Pernyataan a.', key: true },
          { id: '2', text: 'Pernyataan b.', key: false },
          { id: '3', text: 'Pernyataan c.', key: true },
        ],
      }),
      expect.objectContaining({ id: 'q3', type: 'SHORT_ANSWER', stem: 'Berapa?', answer: { value: '-18' } }),
      expect.objectContaining({ id: 'q4', language: 'en', requiresFigure: true, options: [] }),
    ],
  })
})

test('rows by section: the passage is a stimulus, the key a letter', () => {
  const rows = [
    sectionRow('q1', { passage: 'A table.', passage_id: 'p1' }),
    sectionRow('q2', { passage: 'A table.', passage_id: 'p1', problems: ['refers_to_visual'] }),
    sectionRow('q3', {}),
  ]
  const { stimuli, questions } = convertQuestions(rows)
  expect(stimuli).toEqual([{ id: 'p1', language: 'en', text: 'A table.' }])
  expect(questions.map(({ stimulus, requiresFigure, key }) => [stimulus, requiresFigure, key])).toEqual([
    ['p1', undefined, 'D'],
    ['p1', true, 'D'],
    [undefined, undefined, 'D'],
  ])
})

test('rows that are wrong are passed on, for the importer to refuse by name', () => {
  const converted = convertQuestions([subtestRow('q1', { options: [] }), sectionRow('q2', {})].slice(0, 1))
  const file = readQuestionFile(JSON.stringify(converted))
  expect('refusals' in file && file.refusals).toEqual([
    { row: 1, questionId: 'q1', field: 'options', code: 'NO_OPTIONS' },
  ])
})

test('a layout that is not known is said, in one line', () => {
  expect(() => convertQuestions([{ question: 'What?' }])).toThrow(
    /^The layout of this file is not known\..*$/,
  )
})

test('LaTeX gets dollar signs, and single backslashes where it was escaped twice', () => {
  expect(withDollars('\\\\[\n\\\\frac{1}{2} \\\\\\\\ 3\n\\\\]')).toBe('$$\n\\frac{1}{2} \\\\ 3\n$$')
  expect(withDollars('Nilai \\(x\\) dan $y \\\\ z$')).toBe('Nilai $x$ dan $y \\\\ z$')
})

test('lines that were joined with full stops are told apart where LaTeX shows it', () => {
  expect(withLines('$$.a=1.5 t.$$.The speed. It is 3.6 \\\\.Next')).toBe(
    '$$\na=1.5 t\n$$\nThe speed. It is 3.6 \\\\\nNext',
  )
})
