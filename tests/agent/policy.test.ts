import type { Viewer } from '../../kit/identity.ts'
import {
  ACCEPT,
  agentUnderTest,
  type AgentUnderTest,
  CANCEL_RUN,
  DRAFTS,
  type Operation,
  people,
  PROGRESS,
  REJECT,
  RUN,
  START_RUN,
} from './agent-under-test.ts'

let agent: AgentUnderTest
let runId: string
let draftId: string
beforeAll(async () => {
  agent = await agentUnderTest()
  await agent.subgraph.start()
  await agent.run(people.ayu, { skillCode: 'PM', count: 2, seed: 'x' })
  const drafts = await agent.execute(people.ayu, DRAFTS)
  draftId = drafts.data.questionDrafts.edges[0]?.node.id ?? ''
  // A run that has not ended and that nobody works on.
  await agent.restart({}, { started: false })
  const [row] = await agent.rowsOf<{ id: string }>(`
    INSERT INTO run (id, owner_id, status, skill_code, count, seed, created_at)
    VALUES (gen_random_uuid(), '${people.ayu.userId}', 'QUEUED', 'PM', 1, 'x', now()) RETURNING id`)
  runId = row?.id ?? ''
})
afterAll(() => agent.stop())

const operations = (): [string, Operation<unknown>, object][] => [
  ['start a run', START_RUN, { input: { skillCode: 'PM', count: 1 } }],
  ['cancel a run', CANCEL_RUN, { input: { runId } }],
  ['accept a draft', ACCEPT, { input: { draftId } }],
  ['reject a draft', REJECT, { input: { draftId, reason: 'Because.' } }],
  ['read drafts', DRAFTS, {}],
  ['read a run', RUN, { id: runId }],
  ['list runs', '{ agentRuns { edges { node { id } } } }', {}],
  ['list item models', '{ itemModels { edges { node { code } } } }', {}],
  ['read a draft', 'query ($id: ID!) { questionDraft(id: $id) { stem } }', { id: draftId }],
  [
    'reach a draft as an entity',
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on QuestionDraft { stem } } }',
    { r: [{ __typename: 'QuestionDraft', id: draftId }] },
  ],
  [
    'reach a run as an entity',
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AgentRun { seed } } }',
    { r: [{ __typename: 'AgentRun', id: runId }] },
  ],
  [
    'find similar questions',
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Question { similar { similarity } } } }',
    { r: [{ __typename: 'Question', id: draftId }] },
  ],
]

test.each([
  ['a student', people.siti, 'FORBIDDEN'],
  ['a tutor', people.budi, 'FORBIDDEN'],
  ['nobody', null, 'UNAUTHENTICATED'],
] as const)('%s can do none of it, and nothing changes', async (_who, viewer, code) => {
  const before = await agent.everything()
  for (const [what, operation, variables] of operations()) {
    const { errors } = await agent.execute(viewer as Viewer | null, operation, variables)
    expect([what, errors?.map((error) => error.extensions.code)]).toEqual([what, [code]])
  }
  expect(await agent.follow(viewer as Viewer | null, PROGRESS, { runId })).toEqual({ refused: [code] })
  expect(await agent.everything()).toEqual(before)
})

test('another author sees every draft, but neither sees nor steers the run', async () => {
  const { gede } = people
  const before = await agent.everything()
  for (const [operation, variables] of [
    [RUN, { id: runId }],
    [CANCEL_RUN, { input: { runId } }],
  ] as [Operation<unknown>, object][]) {
    const { errors } = await agent.execute(gede, operation, variables)
    expect(errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN'])
  }
  expect(await agent.follow(gede, PROGRESS, { runId })).toEqual({ refused: ['FORBIDDEN'] })
  const own = await agent.execute(gede, '{ agentRuns { edges { node { id } } } }')
  expect(own.data).toEqual({ agentRuns: { edges: [] } })
  const { data, errors } = await agent.execute(
    gede,
    'query ($id: ID!) { questionDraft(id: $id) { id run { id } itemModel { code } } }',
    { id: draftId },
  )
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    questionDraft: { id: draftId, run: null, itemModel: { code: expect.stringMatching(/^PM\./) as string } },
  })
  expect(await agent.everything()).toEqual(before)
})

test('an admin sees everybody’s runs and may cancel them', async () => {
  const { wayan } = people
  const list = await agent.execute<{ agentRuns: { edges: unknown[] } }>(
    wayan,
    '{ agentRuns { edges { node { id startedBy { id } } } } }',
  )
  expect(list.data.agentRuns.edges).toHaveLength(2)
  const { data } = await agent.execute(wayan, CANCEL_RUN, { input: { runId } })
  expect(data.cancelAgentRun.run).toMatchObject({ id: runId, status: 'CANCELLED' })
})

test('what is not there is null to who may ask', async () => {
  for (const id of ['nothing', '0197f3a0-0000-7000-8000-000000000000']) {
    const { data, errors } = await agent.execute(people.ayu, RUN, { id })
    expect([data, errors]).toEqual([{ agentRun: null }, undefined])
    expect(await agent.follow(people.ayu, PROGRESS, { runId: id })).toEqual({ refused: ['NOT_FOUND'] })
  }
})
