import { author, type CatalogUnderTest, catalogUnderTest, student, tutor } from './catalog-under-test.ts'
import { multipleChoice, questionFile, stimulus } from './question-rows.ts'

let catalog: CatalogUnderTest
beforeEach(async () => {
  catalog = await catalogUnderTest()
})
afterEach(() => catalog.stop())

const ERRORS = 'errors { __typename ... on UserError { code field message } }'
const SHORTAGES = `${ERRORS} errors { ... on InsufficientQuestions { section needed available } }`
const title = { id: 'Latihan Kilat', en: 'Quick Practice' }
const sections = [
  { code: 'PK', title: { id: 'Kuantitatif', en: 'Quantitative' }, minutes: 2.5, count: 3 },
  { code: 'PU', title: { id: 'Penalaran', en: 'Reasoning' }, minutes: 1, count: 1 },
]

/** Published questions: four of PK, of which p2 and p4 share a stimulus, and one of PU. */
async function bank() {
  const rows = [
    multipleChoice('p1'),
    multipleChoice('p2', { stimulus: 's' }),
    multipleChoice('p3'),
    multipleChoice('p4', { stimulus: 's' }),
    multipleChoice('u1', { section: 'PU' }),
  ]
  const file = questionFile(rows, [stimulus('s')])
  await catalog.does(author, 'importQuestions', { file, publish: true }, 'report { created }')
}

async function draftExam(changes = {}): Promise<string> {
  const input = { code: 'KILAT', title, sections, ...changes }
  const { exam } = await catalog.does(author, 'createExam', input, 'exam { id }')
  return exam.id
}

async function publishedExam(): Promise<string> {
  await bank()
  const examId = await draftExam()
  await catalog.does(author, 'fillExam', { examId }, ERRORS)
  await catalog.does(author, 'publishExam', { examId }, ERRORS)
  return examId
}

test('an author makes an exam, fills it with whole sets, publishes it; a student sees it without its questions', async () => {
  await bank()
  const examId = await draftExam()
  const hidden = '{ examByCode(code: "KILAT") { id } exams { edges { node { id } } } }'
  expect((await catalog.ask(student, hidden)).data).toEqual({ examByCode: null, exams: { edges: [] } })

  const filled = await catalog.does(
    author,
    'fillExam',
    { examId },
    `exam { sections { code questions { question { externalId } } } } ${ERRORS}`,
  )
  const ids = (...externalIds: string[]) => externalIds.map((externalId) => ({ question: { externalId } }))
  expect(filled).toEqual({
    exam: {
      sections: [
        { code: 'PK', questions: ids('p1', 'p2', 'p4') },
        { code: 'PU', questions: ids('u1') },
      ],
    },
    errors: [],
  })
  expect(
    await catalog.does(author, 'publishExam', { examId }, `exam { status publishedAt } ${ERRORS}`),
  ).toEqual({
    exam: { status: 'PUBLISHED', publishedAt: '2027-01-04T08:00:00.000Z' },
    errors: [],
  })

  const shown = `{ examByCode(code: "KILAT") { title titles { en } format status minutes questionCount
    sections { code title minutes count position exam { code } } } }`
  expect((await catalog.ask(student, shown)).data.examByCode).toEqual({
    title: 'Latihan Kilat',
    titles: { en: 'Quick Practice' },
    format: null,
    status: 'PUBLISHED',
    minutes: 3.5,
    questionCount: 4,
    sections: [
      { code: 'PK', title: 'Kuantitatif', minutes: 2.5, count: 3, position: 1, exam: { code: 'KILAT' } },
      { code: 'PU', title: 'Penalaran', minutes: 1, count: 1, position: 2, exam: { code: 'KILAT' } },
    ],
  })
  const questions = '{ examByCode(code: "KILAT") { sections { questions { stem } } } }'
  const asStudent = await catalog.ask(student, questions)
  expect(JSON.stringify(asStudent.data)).not.toContain('Berapakah')
  expect(asStudent.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  expect((await catalog.ask(tutor, questions)).data.examByCode.sections[1].questions).toEqual([
    { stem: 'Berapakah $2 + 2$? (u1)' },
  ])
})

test('the published exam is told with everything needed to run it', async () => {
  const examId = await publishedExam()
  const published = (await catalog.facts()).at(-1)
  expect(published).toMatchObject({
    type: 'simpul.catalog.exam.published.v1',
    subject: examId,
    data: {
      exam: {
        examId,
        code: 'KILAT',
        title,
        format: null,
        publishedAt: '2027-01-04T08:00:00.000Z',
        sections: [
          { code: 'PK', title: sections[0]?.title, position: 1, durationSeconds: 150 },
          { code: 'PU', title: sections[1]?.title, position: 2, durationSeconds: 60 },
        ],
      },
    },
  })
  expect(published?.data.exam.sections[0].items).toMatchObject([
    { position: 1, question: { externalId: 'p1', key: 'B', stimulus: null } },
    {
      position: 2,
      question: {
        externalId: 'p2',
        key: 'B',
        skill: { code: 'PK' },
        irt: { a: 1.1, b: -1.5, c: 0.2, provisional: true },
        stimulus: { text: 'Sebuah bacaan yang panjang (s).' },
      },
    },
    { position: 3, question: { externalId: 'p4' } },
  ])
})

test('revising and retiring its questions changes nothing about a published exam', async () => {
  const examId = await publishedExam()
  const shown = `query ($id: ID!) { exam(id: $id) { sections { questions { id version stem } } } }`
  const before = await catalog.ask(author, shown, { id: examId })
  const file = questionFile([multipleChoice('p1', { stem: 'Lain sama sekali?' })])
  await catalog.does(author, 'importQuestions', { file, publish: true }, 'report { updated }')
  const [p2] = await catalog.rowsOf(`SELECT id FROM questions WHERE external_id = 'p2'`)
  await catalog.does(author, 'retireQuestion', { questionId: p2?.id }, 'question { state }')
  expect(await catalog.ask(author, shown, { id: examId })).toEqual(before)
})

test('a section that cannot be filled is named with what it needs and has, and nothing changes', async () => {
  await bank()
  const { exam } = await catalog.does(
    author,
    'createExam',
    { format: 'UTBK_SNBT_2024' },
    'exam { id code title }',
  )
  expect(exam).toEqual({ id: exam.id, code: 'UTBK_SNBT_2024', title: 'UTBK-SNBT 2024' })
  const before = await catalog.everything()
  const { errors } = await catalog.does(author, 'fillExam', { examId: exam.id }, `exam { id } ${SHORTAGES}`)
  expect(
    errors.map((error: Record<string, unknown>) => [error.section, error.needed, error.available]),
  ).toEqual([
    ['PU', 30, 1],
    ['PPU', 20, 0],
    ['PBM', 20, 0],
    ['PK', 15, 4],
    ['LBI', 30, 0],
    ['LBE', 20, 0],
    ['PM', 20, 0],
  ])
  expect(errors[0]).toMatchObject({
    __typename: 'InsufficientQuestions',
    code: 'INSUFFICIENT_QUESTIONS',
    message: 'Section PU needs 30 published questions; there are 1.',
  })
  expect((await catalog.does(author, 'publishExam', { examId: exam.id }, ERRORS)).errors).toHaveLength(7)
  expect(await catalog.everything()).toEqual(before)
})

test('questions can be chosen one by one; filling leaves them and takes others for the rest', async () => {
  await bank()
  const [p1] = await catalog.rowsOf(`SELECT id FROM questions WHERE external_id = 'p1'`)
  const examId = await draftExam({
    sections: [
      { code: 'FIRST', title, minutes: 1, questionIds: [p1?.id] },
      { ...sections[0], count: 2 },
    ],
  })
  const { exam } = await catalog.does(
    author,
    'fillExam',
    { examId, preferSource: 'nowhere' },
    'exam { sections { questions { question { externalId } } } }',
  )
  expect(
    exam.sections.map((section: { questions: { question: { externalId: string } }[] }) =>
      section.questions.map((version) => version.question.externalId),
    ),
  ).toEqual([['p1'], ['p2', 'p4']])
})

test('a request that cannot be met is explained field by field', async () => {
  await draftExam()
  const failing = async (changes: object) =>
    (await catalog.does(author, 'createExam', { code: 'NEW', title, sections, ...changes }, ERRORS)).errors
  expect(await failing({ code: 'KILAT' })).toEqual([
    {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      field: 'input.code',
      message: 'Another exam has this code already.',
    },
  ])
  expect(await failing({ sections: [{ ...sections[0], questionIds: ['x', 'y', 'z'] }] })).toMatchObject([
    {
      field: 'input.sections[0].questionIds',
      message: 'One of the questions does not exist or is not published.',
    },
  ])
})

test('a published exam is frozen; a retired one is no longer found but can still be referred to', async () => {
  const examId = await publishedExam()
  const state = async (mutation: string) =>
    (await catalog.does(author, mutation, { examId }, ERRORS)).errors.map(
      (error: { code: string }) => error.code,
    )
  expect(await state('fillExam')).toEqual(['EXAM_NOT_DRAFT'])
  expect(await state('publishExam')).toEqual(['EXAM_NOT_DRAFT'])
  expect(await state('retireExam')).toEqual([])
  expect(await state('retireExam')).toEqual(['EXAM_RETIRED'])
  expect((await catalog.facts()).at(-1)).toEqual({
    type: 'simpul.catalog.exam.retired.v1',
    subject: examId,
    data: { examId },
  })
  const asked = `query ($id: ID!, $r: [_Any!]!) { exam(id: $id) { id } exams(status: RETIRED) { edges { node { id } } }
    _entities(representations: $r) { ... on Exam { title } } }`
  const variables = { id: examId, r: [{ __typename: 'Exam', id: examId }] }
  expect((await catalog.ask(student, asked, variables)).data).toEqual({
    exam: null,
    exams: { edges: [] },
    _entities: [{ title: 'Latihan Kilat' }],
  })
})

test('a page of 50 exams, and 100 references at once, cost no statement a row', async () => {
  await bank()
  for (let index = 0; index < 50; index += 1) await draftExam({ code: `KILAT_${index}` })
  await catalog.rowsOf(`UPDATE exams SET state = 'PUBLISHED', published_at = now()`)
  const list = `{ exams(first: 50) { edges { node { title minutes questionCount sections { title exam { code } } } }
    pageInfo { hasNextPage } } }`
  const asked = await catalog.ask(student, list)
  expect(asked.data.exams.edges).toHaveLength(50)
  expect(await catalog.statementsOf(() => catalog.ask(student, list))).toBe(3)

  const ids = async (table: string) => (await catalog.rowsOf(`SELECT id FROM ${table}`)).map(({ id }) => id)
  const refer = (type: string, all: unknown[]) => all.map((id) => ({ __typename: type, id }))
  const entities = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on Exam { title } ... on ExamSection { title exam { code } } ... on Skill { name }
    ... on Question { latestVersion { stem skill { code } stimulus { text } } }
  } }`
  const r = [
    ...refer('Exam', await ids('exams')),
    ...refer('ExamSection', await ids('exam_sections')),
    ...refer('Skill', await ids('skills')),
    ...refer('Question', await ids('questions')),
  ]
  expect(r.length).toBeGreaterThan(200)
  const answered = await catalog.ask(author, entities, { r })
  expect(answered.errors).toBeUndefined()
  expect(answered.data._entities.every(Boolean)).toBe(true)
  // exams, sections, skills, questions; then their versions; then stimuli
  expect(await catalog.statementsOf(() => catalog.ask(author, entities, { r }))).toBe(6)
})

test('pages follow each other, the newest exam first', async () => {
  for (const code of ['A', 'B', 'C']) {
    await draftExam({ code })
    catalog.clock.now = new Date(catalog.clock.now.getTime() + 1_000)
  }
  const list = `query ($after: String) { exams(first: 2, after: $after) { edges { node { code } } pageInfo { endCursor hasNextPage } } }`
  const first = (await catalog.ask(author, list)).data.exams
  expect(first.edges).toEqual([{ node: { code: 'C' } }, { node: { code: 'B' } }])
  const second = (await catalog.ask(author, list, { after: first.pageInfo.endCursor })).data.exams
  expect(second).toMatchObject({ edges: [{ node: { code: 'A' } }], pageInfo: { hasNextPage: false } })
  const wrong = await catalog.ask(author, list, { after: 'W10' })
  expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

test('ids and codes that can be nobody’s are simply not found', async () => {
  for (const id of ['', 'x', 'a\u0000b', '00000000-0000-0000-0000-000000000000']) {
    const { data, errors } = await catalog.ask(
      author,
      `query ($id: ID!, $code: String!) { exam(id: $id) { id } question(id: $id) { id } stimulus(id: $id) { id }
        examByCode(code: $code) { id } skill(code: $code) { id } questions(filter: { skill: $code }) { edges { cursor } } }`,
      { id, code: id },
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      exam: null,
      question: null,
      stimulus: null,
      examByCode: null,
      skill: null,
      questions: { edges: [] },
    })
  }
})

test('content of the project’s own is brought once', async () => {
  const content = {
    files: [{ name: 'pk.json', text: questionFile([multipleChoice('p1'), multipleChoice('p2')]) }],
    exams: [{ code: 'MINI', title, sections: [{ code: 'PK', minutes: 5, questions: ['p2', 'p1'] }] }],
  }
  expect(await catalog.subgraph.ensureContent(content)).toEqual({
    questions: { created: 2, updated: 0, unchanged: 0, published: 2 },
    exams: [{ code: 'MINI', created: true }],
  })
  const before = await catalog.everything()
  expect(await catalog.subgraph.ensureContent(content)).toEqual({
    questions: { created: 0, updated: 0, unchanged: 2, published: 0 },
    exams: [{ code: 'MINI', created: false }],
  })
  expect(await catalog.everything()).toEqual(before)
  const { data } = await catalog.ask(
    student,
    '{ examByCode(code: "MINI") { sections { title count minutes } } }',
  )
  expect(data.examByCode.sections).toEqual([{ title: 'Pengetahuan Kuantitatif', count: 2, minutes: 5 }])

  const wrong = {
    ...content,
    files: [{ name: 'bad.json', text: questionFile([multipleChoice('p1', { key: 'X' })]) }],
  }
  await expect(catalog.subgraph.ensureContent(wrong)).rejects.toThrow(
    'bad.json, row 1 (p1), key: the key X is not among the options',
  )
})
