import { author, type CatalogUnderTest, catalogUnderTest, student, tutor } from './catalog-under-test.ts'
import { multipleChoice } from './question-rows.ts'

let catalog: CatalogUnderTest
beforeEach(async () => {
  catalog = await catalogUnderTest()
})
afterEach(() => catalog.stop())

const ERRORS = 'errors { __typename ... on UserError { code field message } }'
const STANDING = `question { id state latestVersion { version state stem } publishedVersion { version stem } } ${ERRORS}`

const content = (stem: string, changes = {}) => ({
  exam: 'UTBK_SNBT',
  section: 'PU',
  skill: 'PU.DEDUCTIVE',
  language: 'ID',
  type: 'TRUE_FALSE',
  stem,
  statements: [
    { id: '1', text: 'Benar.', key: true },
    { id: '2', text: 'Salah.', key: false },
  ],
  explanation: 'Karena begitu.',
  ...changes,
})

async function draft(stem = 'Simpulan mana yang benar?', changes = {}): Promise<string> {
  const input = { question: content(stem, changes) }
  const { question } = await catalog.does(author, 'createQuestion', input, 'question { id }')
  return question.id
}

test('an author writes, submits, publishes, revises and retires a question; what is published never changes', async () => {
  const questionId = await draft()
  expect(await catalog.does(author, 'submitQuestionForReview', { questionId }, STANDING)).toMatchObject({
    question: {
      state: 'IN_REVIEW',
      latestVersion: { version: 1, state: 'IN_REVIEW' },
      publishedVersion: null,
    },
    errors: [],
  })
  expect(await catalog.does(author, 'publishQuestion', { questionId }, STANDING)).toMatchObject({
    question: { state: 'PUBLISHED', publishedVersion: { version: 1, stem: 'Simpulan mana yang benar?' } },
    errors: [],
  })

  const revision = { questionId, question: content('Simpulan mana yang pasti benar?') }
  expect(await catalog.does(author, 'reviseQuestion', revision, STANDING)).toMatchObject({
    question: {
      state: 'PUBLISHED',
      latestVersion: { version: 2, state: 'DRAFT', stem: 'Simpulan mana yang pasti benar?' },
      publishedVersion: { version: 1, stem: 'Simpulan mana yang benar?' },
    },
  })
  await catalog.does(author, 'publishQuestion', { questionId }, STANDING)
  await catalog.does(author, 'retireQuestion', { questionId }, STANDING)

  const { data } = await catalog.ask(
    author,
    'query ($id: ID!) { question(id: $id) { state versions { version state stem publishedAt author { id } } } }',
    { id: questionId },
  )
  const version = { state: 'RETIRED', publishedAt: '2027-01-04T08:00:00.000Z', author: { id: 'ayu' } }
  expect(data.question).toEqual({
    state: 'RETIRED',
    versions: [
      { ...version, version: 2, stem: 'Simpulan mana yang pasti benar?' },
      { ...version, version: 1, stem: 'Simpulan mana yang benar?' },
    ],
  })
})

test('tells others what is created, published with all of its content, and retired', async () => {
  const stimulus = { title: 'Bacaan', language: 'ID', text: 'Semua simpul adalah ikatan.' }
  const questionId = await draft('Apa itu simpul?', { stimulus, irt: { a: 1, b: 0, c: 0.2 } })
  await catalog.does(author, 'publishQuestion', { questionId }, STANDING)
  await catalog.does(author, 'retireQuestion', { questionId }, STANDING)
  const [created, published, retired] = await catalog.facts()
  expect(created).toEqual({
    type: 'simpul.catalog.question.created.v1',
    subject: questionId,
    data: { questionId, draftId: null, authorId: 'ayu' },
  })
  expect(published).toEqual({
    type: 'simpul.catalog.question.published.v1',
    subject: questionId,
    data: {
      question: {
        questionId,
        questionVersionId: expect.any(String),
        version: 1,
        externalId: null,
        source: null,
        license: null,
        exam: 'UTBK_SNBT',
        section: 'PU',
        language: 'id',
        skill: {
          id: expect.any(String),
          code: 'PU.DEDUCTIVE',
          name: { id: 'Penalaran Deduktif', en: 'Deductive Reasoning' },
        },
        stimulus: {
          id: expect.any(String),
          title: 'Bacaan',
          language: 'id',
          text: 'Semua simpul adalah ikatan.',
          source: null,
        },
        type: 'TRUE_FALSE',
        stem: 'Apa itu simpul?',
        figure: null,
        statements: [
          { id: '1', text: 'Benar.', key: true },
          { id: '2', text: 'Salah.', key: false },
        ],
        explanation: 'Karena begitu.',
        irt: { a: 1, b: 0, c: 0.2, provisional: true },
      },
    },
  })
  expect(retired).toEqual({
    type: 'simpul.catalog.question.retired.v1',
    subject: questionId,
    data: { questionId },
  })
})

test('questions share a stimulus', async () => {
  const first = await draft('Satu?', { stimulus: { language: 'ID', text: 'Bacaan bersama.' } })
  const read = 'query ($id: ID!) { question(id: $id) { latestVersion { stimulus { id text } } } }'
  const { stimulus } = (await catalog.ask(author, read, { id: first })).data.question.latestVersion
  const second = await draft('Dua?', { stimulusId: stimulus.id })
  expect((await catalog.ask(author, read, { id: second })).data.question.latestVersion.stimulus).toEqual(
    stimulus,
  )
  expect(await catalog.rowsOf('SELECT count(*)::int AS count FROM stimuli')).toEqual([{ count: 1 }])
})

test('says what is wrong in the reader’s language, and adds nothing', async () => {
  const before = await catalog.everything()
  const input = { question: content('Harga $5?', { skill: 'PK', statements: [] }) }
  const failed = await catalog.does(author, 'createQuestion', input, ERRORS)
  expect(failed.errors).toEqual([
    {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      field: 'input.question.skill',
      message: 'skill: PK is no skill of this section',
    },
    {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      field: 'input.question.stem',
      message: 'stem: has an odd number of $: some LaTeX is not closed (write \\$ for a dollar sign)',
    },
    {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      field: 'input.question.statements',
      message: 'statements: must have 2 to 8 statements, not 0',
    },
  ])
  const unknown = { question: content('Apa?', { stimulusId: 'no id of ours' }) }
  expect((await catalog.does(author, 'createQuestion', unknown, ERRORS)).errors).toEqual([
    {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      field: 'input.question.stimulusId',
      message: 'there is no stimulus no id of ours',
    },
  ])
  expect(await catalog.everything()).toEqual(before)
})

test('a step that the state does not allow is refused, and changes nothing', async () => {
  const questionId = await draft()
  await catalog.does(author, 'publishQuestion', { questionId }, STANDING)
  const before = await catalog.everything()
  const step = async (mutation: string, id: string) =>
    (await catalog.does(author, mutation, { questionId: id }, ERRORS)).errors
  expect(await step('publishQuestion', questionId)).toEqual([
    {
      __typename: 'WrongState',
      code: 'ALREADY_PUBLISHED',
      field: 'input.questionId',
      message: 'The latest version of this question is published already.',
    },
  ])
  expect(await step('submitQuestionForReview', questionId)).toMatchObject([{ code: 'NOT_A_DRAFT' }])
  expect(await step('publishQuestion', 'nothing')).toMatchObject([
    { __typename: 'NotFound', message: 'There is no question with this id.' },
  ])
  expect(await catalog.everything()).toEqual(before)
  await catalog.does(author, 'retireQuestion', { questionId }, STANDING)
  expect(await step('retireQuestion', questionId)).toMatchObject([{ code: 'RETIRED' }])
})

test('students never read the bank, nor write to it; tutors read what is published', async () => {
  const questionId = await draft()
  const before = await catalog.everything()
  const read = 'query ($id: ID!) { question(id: $id) { latestVersion { stem statements { key } } } }'
  const list = '{ questions { edges { node { id } } } }'
  const write = 'mutation ($id: ID!) { publishQuestion(input: { questionId: $id }) { question { id } } }'
  const entity = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on Question { latestVersion { stem } } ... on QuestionVersion { key stem }
  } }`
  const [version] = await catalog.rowsOf('SELECT id FROM question_versions')
  const representations = [
    { __typename: 'Question', id: questionId },
    { __typename: 'QuestionVersion', id: version?.id },
  ]
  for (const [source, variables] of [
    [read, { id: questionId }],
    [list, {}],
    [write, { id: questionId }],
    [entity, { r: representations }],
  ] as const) {
    const asStudent = await catalog.ask(student, source, variables)
    expect(JSON.stringify(asStudent.data ?? null)).not.toContain('Simpulan')
    expect(asStudent.errors?.map((error) => error.extensions.code)).toContain('FORBIDDEN')
    const asNobody = await catalog.ask(null, source, variables)
    expect(asNobody.errors?.map((error) => error.extensions.code)).toContain('UNAUTHENTICATED')
  }
  expect((await catalog.ask(tutor, write, { id: questionId })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ])
  expect((await catalog.ask(tutor, read, { id: questionId })).data).toEqual({ question: null })
  expect((await catalog.ask(tutor, entity, { r: representations })).data._entities).toEqual([
    { latestVersion: null },
    null,
  ])
  expect(await catalog.everything()).toEqual(before)

  await catalog.does(author, 'publishQuestion', { questionId }, STANDING)
  expect((await catalog.ask(tutor, read, { id: questionId })).data.question.latestVersion).toEqual({
    stem: 'Simpulan mana yang benar?',
    statements: [{ key: true }, { key: false }],
  })
})

test('students read the skills, each named in their language', async () => {
  const { data } = await catalog.ask(
    student,
    `{ skill(code: "RW.CRAFT") { name exam section parent { code } children { code } } skills(exam: SAT) { code } }`,
  )
  expect(data.skill).toEqual({
    name: 'Cara dan Susunan',
    exam: 'SAT',
    section: 'RW',
    parent: { code: 'RW' },
    children: [{ code: 'RW.CRAFT.WORDS' }, { code: 'RW.CRAFT.STRUCTURE' }, { code: 'RW.CRAFT.CROSS_TEXT' }],
  })
  expect(data.skills[0]).toEqual({ code: 'RW' })
})

test('an accepted draft becomes one question, however often it is told', async () => {
  await catalog.subgraph.start()
  const accepted = (id: string, question: unknown) => ({
    specversion: '1.0' as const,
    id,
    source: '/subgraphs/agent',
    type: 'simpul.agent.draft.accepted.v1',
    subject: 'draft-7',
    time: '2027-01-04T08:00:00.000Z',
    datacontenttype: 'application/json' as const,
    data: { draftId: 'draft-7', authorId: 'ayu', question },
  })
  const question = {
    ...multipleChoice('agent-draft-7', { source: 'pk.linear', skill: 'PK.ALGEBRA' }),
    irt: { a: 1, b: 0, c: 0.25, provisional: true },
  }
  await catalog.broker.publish([
    accepted('00000000-0000-7000-8000-000000000001', { ...question, stem: '' }),
    accepted('00000000-0000-7000-8000-000000000002', question),
    accepted('00000000-0000-7000-8000-000000000003', question),
  ])
  const handled = async () => (await catalog.rowsOf('SELECT event_id FROM inbox')).length
  while ((await handled()) < 3) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await catalog.facts()).toEqual([
    {
      type: 'simpul.catalog.question.created.v1',
      subject: expect.any(String),
      data: { questionId: expect.any(String), draftId: 'draft-7', authorId: 'ayu' },
    },
  ])
  expect(await catalog.rowsOf('SELECT state, source, external_id, draft_id FROM questions')).toEqual([
    { state: 'DRAFT', source: 'pk.linear', external_id: 'agent-draft-7', draft_id: 'draft-7' },
  ])
})
