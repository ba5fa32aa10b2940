import { readQuestionFile } from '../../subgraphs/catalog/domain/question-file.ts'
import { multipleChoice, questionFile, shortAnswer, stimulus, trueFalse } from './question-rows.ts'

const option = (id: string, text = `pilihan ${id}`) => ({ id, text })

/** What is wrong with one row, as `field CODE`. */
function problems(row: unknown, stimuli: unknown[] = []): string[] {
  const file = readQuestionFile(questionFile([row], stimuli))
  if ('problem' in file) throw new Error(file.problem)
  expect(file.rows.length).toBe(file.refusals.length === 0 ? 1 : 0)
  return file.refusals.map((refusal) => `${refusal.field} ${refusal.code}`)
}

test('each type of question is read, with defaults for what was left out', () => {
  const file = readQuestionFile(
    questionFile(
      [
        multipleChoice('q1', { stimulus: 's1', skill: 'PK.NUMBERS' }),
        trueFalse('q2', { license: undefined, irt: undefined }),
        shortAnswer('q3'),
      ],
      [stimulus('s1', { title: ' Judul ' })],
    ),
  )
  expect(file).toEqual({
    refusals: [],
    rows: [
      {
        row: 1,
        source: 'Simpul',
        externalId: 'q1',
        content: {
          exam: 'UTBK_SNBT',
          section: 'PK',
          skill: 'PK.NUMBERS',
          language: 'id',
          stimulus: {
            externalId: 's1',
            title: 'Judul',
            language: 'id',
            text: 'Sebuah bacaan yang panjang (s1).',
            source: null,
          },
          stem: 'Berapakah $2 + 2$? (q1)',
          figure: null,
          response: {
            type: 'MULTIPLE_CHOICE',
            options: [
              { id: 'A', text: '3', misconception: 'counted one too few' },
              { id: 'B', text: '4', misconception: null },
              { id: 'C', text: '5', misconception: null },
              { id: 'D', text: '22', misconception: null },
            ],
            key: 'B',
          },
          explanation: '$2 + 2 = 4$.',
          irt: { a: 1.1, b: -1.5, c: 0.2, provisional: true },
          license: 'CC-BY-4.0',
        },
      },
      expect.objectContaining({
        row: 2,
        externalId: 'q2',
        content: expect.objectContaining({
          skill: 'PK',
          irt: null,
          license: null,
          response: {
            type: 'TRUE_FALSE',
            statements: [
              { id: '1', text: 'Dua adalah bilangan prima.', key: true },
              { id: '2', text: 'Satu adalah bilangan prima.', key: false },
            ],
          },
        }),
      }),
      expect.objectContaining({
        row: 3,
        externalId: 'q3',
        content: expect.objectContaining({
          response: { type: 'SHORT_ANSWER', answer: { value: '3/4', tolerance: 0, unit: 'cm' } },
        }),
      }),
    ],
  })
})

test.each([
  ['a figure that is needed and missing', { requiresFigure: true }, ['figure FIGURE_MISSING']],
  [
    'a figure at an address that a reader cannot open, and without words',
    { figure: { url: 'file:///etc/passwd' } },
    ['figure.url FIGURE_ADDRESS', 'figure.alt MISSING'],
  ],
  ['a key that is no option', { key: 'E' }, ['key KEY_NOT_AMONG_OPTIONS']],
  ['no key', { key: undefined }, ['key KEY_MISSING']],
  ['no options', { options: [] }, ['options NO_OPTIONS']],
  ['options that are no list', { options: 'A, B' }, ['options NO_OPTIONS']],
  ['three options', { options: [option('A'), option('B'), option('C')] }, ['options OPTION_COUNT']],
  [
    'six options',
    { options: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => option(id)) },
    ['options OPTION_COUNT'],
  ],
  [
    'two options that differ in white space alone',
    { options: [option('A', 'dua  kali'), option('B', ' dua kali'), option('C'), option('D')] },
    ['options[1].text DUPLICATE_OPTION'],
  ],
  [
    'two options with one id',
    { options: [option('A'), option('B'), option('B', 'lain'), option('D')] },
    ['options[2].id DUPLICATE_ID'],
  ],
  [
    'an option without text',
    { options: [option('A', ''), option('B'), option('C'), option('D')] },
    ['options[0].text MISSING'],
  ],
  ['a section that does not exist', { section: 'XX' }, ['section UNKNOWN_SECTION']],
  ['a section of another exam', { section: 'MATH' }, ['section UNKNOWN_SECTION']],
  ['a skill of another section', { skill: 'PU.DEDUCTIVE' }, ['skill UNKNOWN_SKILL']],
  ['LaTeX that is not closed', { stem: 'Harga $5' }, ['stem UNBALANCED_LATEX']],
  ['an empty stem', { stem: '  ' }, ['stem MISSING']],
  ['a stem that is no text', { stem: 12 }, ['stem NOT_TEXT']],
  ['a stem that cannot be stored', { stem: 'a\u0000b' }, ['stem UNREADABLE_TEXT']],
  ['a language that is neither', { language: 'fr' }, ['language UNKNOWN_VALUE']],
  ['a discrimination of zero', { irt: { a: 0, b: 0, c: 0 } }, ['irt.a IRT_A']],
  [
    'parameters that are no numbers',
    { irt: { a: '1', b: null, c: 1 } },
    ['irt.a IRT_A', 'irt.b IRT_B', 'irt.c IRT_C'],
  ],
  ['a stimulus that is not there', { stimulus: 's9' }, ['stimulus UNKNOWN_STIMULUS']],
])('%s is refused', (_what, changes, expected) => {
  expect(problems(multipleChoice('q1', changes))).toEqual(expected)
})

test('an answer must be a number, a statement must say whether it is true', () => {
  expect(problems(shortAnswer('q', { answer: { value: 'dua' } }))).toEqual(['answer.value NOT_A_NUMBER'])
  expect(problems(shortAnswer('q', { answer: { value: '1/0' } }))).toEqual(['answer.value NOT_A_NUMBER'])
  expect(problems(shortAnswer('q', { answer: undefined }))).toEqual(['answer KEY_MISSING'])
  expect(problems(shortAnswer('q', { answer: { value: '1', tolerance: -1 } }))).toEqual([
    'answer.tolerance TOLERANCE',
  ])
  expect(problems(trueFalse('q', { statements: [{ id: '1', text: 'x', key: true }] }))).toEqual([
    'statements STATEMENT_COUNT',
  ])
  expect(
    problems(
      trueFalse('q', {
        statements: [
          { id: '1', text: 'x' },
          { id: '2', text: 'y', key: 'yes' },
        ],
      }),
    ),
  ).toEqual(['statements[0].key MISSING', 'statements[1].key NOT_A_BOOLEAN'])
})

test('what is wrong with a stimulus is said of each question that asks about it', () => {
  const bad = stimulus('s1', { text: 'Harga $5' })
  expect(problems(multipleChoice('q1', { stimulus: 's1' }), [bad])).toEqual([
    'stimuli[0].text UNBALANCED_LATEX',
  ])
  expect(problems(multipleChoice('q1'), [bad])).toEqual([])
})

test('a dollar sign that is meant is escaped, inside LaTeX as well', () => {
  expect(problems(multipleChoice('q1', { stem: 'A salad costs $\\$ 6.50$, a drink \\$2.' }))).toEqual([])
})

test('rows are refused one by one: the valid rest stands', () => {
  const file = readQuestionFile(
    questionFile([multipleChoice('q1'), null, multipleChoice('q1'), { id: 'q4' }, shortAnswer('q5')]),
  )
  if ('problem' in file) throw new Error(file.problem)
  expect(file.rows.map((row) => [row.row, row.externalId])).toEqual([
    [1, 'q1'],
    [5, 'q5'],
  ])
  expect(file.refusals.map(({ row, questionId, field, code }) => [row, questionId, field, code])).toEqual([
    [2, null, '(row)', 'NOT_AN_OBJECT'],
    [3, 'q1', 'id', 'DUPLICATE_ID'],
    [4, 'q4', 'source', 'MISSING'],
    [4, 'q4', 'exam', 'MISSING'],
    [4, 'q4', 'section', 'MISSING'],
    [4, 'q4', 'language', 'MISSING'],
    [4, 'q4', 'stem', 'MISSING'],
    [4, 'q4', 'type', 'MISSING'],
  ])
})

test('a file that cannot be read at all has one problem', () => {
  expect(readQuestionFile('{')).toEqual({ problem: 'NOT_JSON' })
  expect(readQuestionFile('null')).toEqual({ problem: 'WRONG_FORMAT' })
  expect(readQuestionFile('[]')).toEqual({ problem: 'WRONG_FORMAT' })
  expect(readQuestionFile(questionFile([]))).toEqual({ problem: 'NO_QUESTIONS' })
  expect(readQuestionFile(questionFile(Array.from({ length: 5_001 })))).toEqual({
    problem: 'TOO_MANY_QUESTIONS',
  })
})
