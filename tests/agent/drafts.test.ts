import { randomUUID } from 'node:crypto'
import { readQuestionFile } from '../../subgraphs/catalog/domain/question-file.ts'
import { eventSchemas } from '../../schema/events.ts'
import {
  ACCEPT,
  agentUnderTest,
  type AgentUnderTest,
  type DraftData,
  DRAFTS,
  people,
  publishedQuestion,
  REJECT,
  RUN,
} from './agent-under-test.ts'

let agent: AgentUnderTest
beforeAll(async () => {
  agent = await agentUnderTest()
  await agent.subgraph.start()
})
afterAll(() => agent.stop())

const { ayu, gede } = people
const ACCEPTED = 'simpul.agent.draft.accepted.v1'

async function drafts(input: object): Promise<DraftData[]> {
  const id = await agent.run(ayu, input)
  const { data } = await agent.execute(ayu, RUN, { id })
  return data.agentRun?.drafts.edges.map((edge) => edge.node) ?? []
}
const accept = (draftId: string, viewer = ayu) => agent.execute(viewer, ACCEPT, { input: { draftId } })
const reject = (draftId: string, reason: string) => agent.execute(ayu, REJECT, { input: { draftId, reason } })
const acceptedFacts = async () =>
  (await agent.events())
    .filter((event) => event.type === ACCEPTED)
    .map((event) => eventSchemas[ACCEPTED].parse(event.data))

test('an accepted draft is a question that the catalog can import, and becomes the one that the catalog makes', async () => {
  const [draft] = await drafts({ itemModelCode: 'PK.RISE_THEN_DISCOUNT', count: 1, seed: 'accepted' })
  const id = draft?.id ?? ''
  const { data } = await accept(id, gede)
  expect(data.acceptDraft).toEqual({ draft: { id, status: 'ACCEPTED', rejectionReason: null }, errors: [] })

  const [fact] = await acceptedFacts()
  expect(fact).toEqual({
    draftId: id,
    authorId: gede.userId,
    question: {
      id: `agent-${id}`,
      source: 'Simpul item model PK.RISE_THEN_DISCOUNT',
      license: 'CC-BY-4.0',
      exam: 'UTBK_SNBT',
      section: 'PK',
      skill: 'PK.NUMBERS',
      language: 'id',
      type: 'MULTIPLE_CHOICE',
      stem: draft?.stem,
      options: draft?.options.map((option) => ({
        id: option.id,
        text: option.text,
        ...(option.isKey ? {} : { misconception: expect.any(String) as string }),
      })),
      key: draft?.options.find((option) => option.isKey)?.id,
      explanation: expect.stringContaining('Setelah naik') as string,
      irt: { a: 1, b: -0.3, c: 0.2, provisional: true },
    },
  })

  const questionId = randomUUID()
  await agent.state('simpul.catalog.question.created.v1', { questionId, draftId: id, authorId: gede.userId })
  const found = await agent.execute(ayu, DRAFTS, { status: 'ACCEPTED' })
  expect(found.data.questionDrafts.edges.map(({ node }) => [node.id, node.question])).toEqual([
    [id, { id: questionId }],
  ])
})

test('every kind of draft is read without complaint by the rules of the import', async () => {
  for (const skillCode of ['PK', 'PM', 'PU', 'MATH'])
    for (const draft of await drafts({ skillCode, count: 12, seed: 'import' })) await accept(draft.id)
  const questions = (await acceptedFacts()).map((fact) => fact.question)
  expect(questions.length).toBeGreaterThan(40)
  const file = readQuestionFile(JSON.stringify({ format: 'simpul-questions/1', questions }))
  expect(file).toMatchObject({ refusals: [] })
  expect('rows' in file && file.rows.length).toBe(questions.length)
})

test('a draft is decided on once', async () => {
  const [draft] = await drafts({ itemModelCode: 'PM.WORKING_TOGETHER', count: 1, seed: 'once' })
  await accept(draft?.id ?? '')
  const before = await agent.everything()
  const error = {
    __typename: 'WrongState',
    code: 'DRAFT_NOT_PROPOSED',
    message: 'This draft does not wait for a decision.',
    field: 'input.draftId',
  }
  const [again, rejected] = [await accept(draft?.id ?? ''), await reject(draft?.id ?? '', 'Too late.')]
  expect(again.data.acceptDraft).toEqual({ draft: null, errors: [error] })
  expect(rejected.data.rejectDraft).toEqual({ draft: null, errors: [error] })
  expect(await agent.everything()).toEqual(before)
})

test('of two authors who accept at once, one does, and the catalog hears it once', async () => {
  const [draft] = await drafts({ itemModelCode: 'PM.WORKING_TOGETHER', count: 1, seed: 'both' })
  const before = (await acceptedFacts()).length
  const answers = await Promise.all([accept(draft?.id ?? '', ayu), accept(draft?.id ?? '', gede)])
  expect(answers.flatMap((answer) => answer.data.acceptDraft.errors.map((error) => error.code))).toEqual([
    'DRAFT_NOT_PROPOSED',
  ])
  expect((await acceptedFacts()).length).toBe(before + 1)
})

test('the same question is accepted once, though two runs wrote it before', async () => {
  const input = { itemModelCode: 'SAT.GROWTH_BY_A_FACTOR', count: 1, seed: 'twins' }
  const [[one], [two]] = [await drafts(input), await drafts(input)]
  expect([one?.status, two?.status, one?.stem === two?.stem]).toEqual(['PROPOSED', 'PROPOSED', true])
  await accept(one?.id ?? '')
  const before = await agent.everything()
  const { data } = await accept(two?.id ?? '')
  expect(data.acceptDraft.errors.map((error) => error.code)).toEqual(['QUESTION_IN_BANK'])
  expect(await agent.everything()).toEqual(before)
})

test('what is in the bank is not proposed again: neither an accepted draft nor a published question', async () => {
  const input = { itemModelCode: 'PK.TERM_OF_ARITHMETIC_SEQUENCE', count: 2, seed: 'bank' }
  const [one, two] = await drafts(input)
  await accept(one?.id ?? '')
  const questionId = randomUUID()
  const texts = two?.options.map((option) => option.text)
  await agent.state(
    'simpul.catalog.question.published.v1',
    publishedQuestion(questionId, two?.stem ?? '', texts),
  )

  const again = await drafts(input)
  expect(again.map((draft) => draft.status)).toEqual(['FAILED', 'FAILED'])
  const [first, second] = again.map((draft) => draft.verdicts.find(({ gate }) => gate === 'NEAR_DUPLICATE'))
  expect(first).toMatchObject({
    passed: false,
    summary: 'Another question has nearly the same words and the same numbers.',
  })
  expect(first?.evidence).toContainEqual({
    name: `bank ${one?.id}`,
    value: 'similarity 1.000, the same numbers',
  })
  expect(second?.evidence).toContainEqual({
    name: `bank ${questionId}`,
    value: 'similarity 1.000, the same numbers',
  })

  const before = await agent.everything()
  const { data } = await accept(again[0]?.id ?? '')
  expect(data.acceptDraft.errors.map((error) => error.code)).toEqual(['DRAFT_NOT_PROPOSED'])
  expect(await agent.everything()).toEqual(before)

  await agent.state('simpul.catalog.question.retired.v1', { questionId })
  expect((await drafts(input)).map((draft) => draft.status)).toEqual(['FAILED', 'PROPOSED'])
})

test('a draft is turned down with a reason', async () => {
  const [draft] = await drafts({ itemModelCode: 'PM.LARGEST_PROFIT', count: 1, seed: 'rejected' })
  const id = draft?.id ?? ''
  const before = await agent.everything()
  const short = await reject(id, ' no ')
  expect(short.data.rejectDraft).toMatchObject({ draft: null, errors: [{ __typename: 'InvalidInput' }] })
  const unreadable = await reject(id, 'The \0 story')
  expect(unreadable.data.rejectDraft).toEqual(short.data.rejectDraft)
  expect(await agent.everything()).toEqual(before)

  const { data } = await reject(id, '  The story is unlikely. ')
  expect(data.rejectDraft).toEqual({
    draft: { id, status: 'REJECTED', rejectionReason: 'The story is unlikely.' },
    errors: [],
  })
  for (const draftId of [randomUUID(), 'nothing'])
    expect((await accept(draftId)).data.acceptDraft.errors.map((error) => error.code)).toEqual(['NOT_FOUND'])
})

test('drafts of all runs are listed newest first, in pages, by status', async () => {
  const all = (await agent.execute(ayu, DRAFTS, { status: 'PROPOSED' })).data.questionDrafts.edges
  expect(all.length).toBeGreaterThan(1)
  const ids = all.map((edge) => edge.node.id)
  expect(ids).toEqual(ids.toSorted().toReversed())
  const page = await agent.execute(ayu, DRAFTS, { status: 'PROPOSED', first: 1, after: all[0]?.cursor })
  expect(page.data.questionDrafts.edges).toEqual(all.slice(1, 2))
})
