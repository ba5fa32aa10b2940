import { author, type CatalogUnderTest, catalogUnderTest } from './catalog-under-test.ts'
import { multipleChoice, questionFile, shortAnswer, stimulus, trueFalse } from './question-rows.ts'

let catalog: CatalogUnderTest
beforeEach(async () => {
  catalog = await catalogUnderTest()
})
afterEach(() => catalog.stop())

const REPORT = `report { applied created updated unchanged published refusedRows refusals { row questionId field code reason } }
  errors { __typename ... on UserError { code field message } }`

const importing = (file: string, options = {}) =>
  catalog.does(author, 'importQuestions', { file, ...options }, REPORT)

const file = questionFile(
  [
    multipleChoice('q1', { stimulus: 's1' }),
    trueFalse('q2', { stimulus: 's1' }),
    shortAnswer('q3'),
    multipleChoice('q4', { key: 'Z', requiresFigure: true }),
  ],
  [stimulus('s1')],
)

const refusals = [
  {
    row: 4,
    questionId: 'q4',
    field: 'figure',
    code: 'FIGURE_MISSING',
    reason: 'the question needs a figure, and the figure is missing',
  },
  {
    row: 4,
    questionId: 'q4',
    field: 'key',
    code: 'KEY_NOT_AMONG_OPTIONS',
    reason: 'the key Z is not among the options',
  },
]

test('imports the valid rows, names the refused ones, and the second time changes nothing', async () => {
  expect(await importing(file)).toEqual({
    report: { applied: true, created: 3, updated: 0, unchanged: 0, published: 0, refusedRows: 1, refusals },
    errors: [],
  })
  const before = await catalog.everything()
  expect(await importing(file)).toEqual({
    report: { applied: true, created: 0, updated: 0, unchanged: 3, published: 0, refusedRows: 1, refusals },
    errors: [],
  })
  expect(await catalog.everything()).toEqual(before)
})

test('with `strict`, one refused row keeps everything out', async () => {
  const before = await catalog.everything()
  const { report } = await importing(file, { strict: true })
  expect(report).toEqual({
    applied: false,
    created: 0,
    updated: 0,
    unchanged: 0,
    published: 0,
    refusedRows: 1,
    refusals,
  })
  expect(await catalog.everything()).toEqual(before)
})

test('publishes on request, what was imported before as well, and each question once', async () => {
  await importing(questionFile([multipleChoice('q1')]))
  const both = questionFile([multipleChoice('q1'), multipleChoice('q2')])
  expect((await importing(both, { publish: true })).report).toMatchObject({
    created: 1,
    unchanged: 1,
    published: 2,
  })
  expect((await importing(both, { publish: true })).report).toMatchObject({ unchanged: 2, published: 0 })
  const facts = (await catalog.facts()).map(({ type, data }) => [
    type.split('.').at(-2),
    data.question?.externalId,
  ])
  expect(facts).toEqual([
    ['created', undefined],
    ['created', undefined],
    ['published', 'q2'],
    ['published', 'q1'],
  ])
})

test('changed content is a new version; a changed stimulus changes every question about it', async () => {
  const questions = [
    multipleChoice('q1', { stimulus: 's1' }),
    trueFalse('q2', { stimulus: 's1' }),
    shortAnswer('q3'),
  ]
  await importing(questionFile(questions, [stimulus('s1')]), { publish: true })
  const corrected = questionFile(questions, [stimulus('s1', { text: 'Bacaan yang dikoreksi.' })])
  expect((await importing(corrected)).report).toMatchObject({
    created: 0,
    updated: 2,
    unchanged: 1,
    published: 0,
  })
  const { data } = await catalog.ask(
    author,
    `{ questions { edges { node { externalId state
      publishedVersion { version stimulus { text } } latestVersion { version state stimulus { text } } } } } }`,
  )
  const old = { text: 'Sebuah bacaan yang panjang (s1).' }
  const now = { text: 'Bacaan yang dikoreksi.' }
  const nodes = data.questions.edges.map((edge: { node: { externalId: string } }) => edge.node)
  nodes.sort((a: { externalId: string }, b: { externalId: string }) =>
    a.externalId.localeCompare(b.externalId),
  )
  expect(nodes).toEqual([
    ...['q1', 'q2'].map((externalId) => ({
      externalId,
      state: 'PUBLISHED',
      publishedVersion: { version: 1, stimulus: old },
      latestVersion: { version: 2, state: 'DRAFT', stimulus: now },
    })),
    {
      externalId: 'q3',
      state: 'PUBLISHED',
      publishedVersion: { version: 1, stimulus: null },
      latestVersion: { version: 1, state: 'PUBLISHED', stimulus: null },
    },
  ])
})

test('the same id at another source is another question', async () => {
  await importing(questionFile([multipleChoice('q1')]))
  const other = questionFile([multipleChoice('q1', { source: 'Elsewhere' })])
  expect((await importing(other)).report).toMatchObject({ created: 1, updated: 0 })
})

test('what was imported twice at the same time stands once', async () => {
  const reports = await Promise.all([importing(file), importing(file)])
  expect(reports.map(({ report }) => report.created).sort()).toEqual([0, 3])
  expect(await catalog.rowsOf('SELECT count(*)::int AS count FROM questions')).toEqual([{ count: 3 }])
})

test('a file that cannot be read is said in words', async () => {
  expect(await importing('not json')).toEqual({
    report: null,
    errors: [
      {
        __typename: 'InvalidInput',
        code: 'INVALID_INPUT',
        field: 'input.file',
        message: 'The file is no JSON.',
      },
    ],
  })
})

test('the bank lists questions in the order of their files', async () => {
  const ids = Array.from({ length: 60 }, (_value, index) => `q${index}`)
  await importing(questionFile(ids.map((id) => multipleChoice(id))))
  const { data } = await catalog.ask(author, '{ questions(first: 60) { edges { node { externalId } } } }')
  expect(data.questions.edges.map((edge: { node: { externalId: string } }) => edge.node.externalId)).toEqual(
    ids,
  )
})

test('costs as many statements for 200 questions as for 2', async () => {
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_value, index) => multipleChoice(`q${from + index}`))
  const few = await catalog.statementsOf(() => importing(questionFile(rows(0, 2)), { publish: true }))
  const many = await catalog.statementsOf(() => importing(questionFile(rows(10, 200)), { publish: true }))
  expect(many - few).toBe(0)
})
