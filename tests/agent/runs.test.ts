import {
  agentUnderTest,
  type AgentUnderTest,
  CANCEL_RUN,
  people,
  RUN,
  START_RUN,
} from './agent-under-test.ts'

let agent: AgentUnderTest
beforeAll(async () => {
  agent = await agentUnderTest()
  await agent.subgraph.start()
})
afterAll(() => agent.stop())

const { ayu } = people

test('an author asks for ten questions of a skill and gets ten, planned, written and judged', async () => {
  const id = await agent.run(ayu, { skillCode: 'PU.QUANTITATIVE', count: 10, seed: 'ten' })
  const { data } = await agent.execute(ayu, RUN, { id })
  expect(data.agentRun).toMatchObject({
    status: 'SUCCEEDED',
    failure: null,
    startedBy: { id: ayu.userId },
    steps: [
      { kind: 'PLAN', status: 'DONE', completed: 3, total: 3 },
      { kind: 'GENERATE', status: 'DONE', completed: 10, total: 10 },
      { kind: 'EVALUATE', status: 'DONE', completed: 10, total: 10 },
    ],
  })
  expect(data.agentRun?.plan.map((line) => line.itemModel.code)).toEqual([
    'PU.INTERLEAVED_SERIES',
    'PU.MULTIPLY_AND_ADD_SERIES',
    'PU.NEW_OPERATION',
  ])
  expect(data.agentRun?.plan.reduce((sum, line) => sum + line.count, 0)).toBe(10)
  const drafts = data.agentRun?.drafts.edges.map((edge) => edge.node) ?? []
  expect(drafts).toHaveLength(10)
  expect(new Set(drafts.map((draft) => draft.stem)).size).toBe(10)
  for (const draft of drafts) {
    expect(draft).toMatchObject({
      status: 'PROPOSED',
      skillCode: 'PU.QUANTITATIVE',
      answerType: 'MULTIPLE_CHOICE',
    })
    expect(draft.options.filter((option) => option.isKey)).toHaveLength(1)
    expect(draft.verdicts.map((verdict) => [verdict.gate, verdict.passed])).toEqual([
      ['KEY_VERIFIED', true],
      ['DISTRACTORS_DISTINCT', true],
      ['SELF_CONTAINED', true],
      ['LONGEST_OPTION', true],
      ['NEAR_DUPLICATE', true],
    ])
    expect(draft.verdicts.every((verdict) => verdict.evidence.length > 0)).toBe(true)
  }
  expect((await agent.events()).at(-1)).toEqual({
    type: 'simpul.agent.run.finished.v1',
    data: {
      runId: id,
      ownerId: ayu.userId,
      status: 'SUCCEEDED',
      requested: 10,
      proposed: 10,
      refused: 0,
      finishedAt: '2027-01-04T08:00:00.000Z',
    },
  })
})

test('the same seed gives the same questions, another seed others', async () => {
  const stems = async (seed: string) => {
    const id = await agent.run(ayu, { itemModelCode: 'SAT.SUM_FROM_A_SYSTEM', count: 4, seed })
    const { data } = await agent.execute(ayu, RUN, { id })
    return data.agentRun?.drafts.edges.map(({ node }) => [node.stem, node.answer])
  }
  const first = await stems('one')
  expect(await stems('one')).toEqual(first)
  expect(await stems('two')).not.toEqual(first)
})

test('the drafts of a run are paged in the order of writing', async () => {
  const id = await agent.run(ayu, { itemModelCode: 'PM.LARGEST_PROFIT', count: 5, seed: 'pages' })
  const page = async (first: number, after?: string) => {
    const { data } = await agent.execute(ayu, RUN, { id, first, after })
    return data.agentRun?.drafts
  }
  const all = await page(100)
  const [one, two] = [await page(3), await page(3, all?.edges[2]?.cursor)]
  expect([one?.pageInfo.hasNextPage, two?.pageInfo.hasNextPage]).toEqual([true, false])
  expect([...(one?.edges ?? []), ...(two?.edges ?? [])]).toEqual(all?.edges)
})

test.each([
  [
    { skillCode: 'PK', count: 0 },
    'InvalidInput',
    'input.count',
    'The number of questions must be from 1 to 100.',
  ],
  [
    { skillCode: 'PK', count: 101 },
    'InvalidInput',
    'input.count',
    'The number of questions must be from 1 to 100.',
  ],
  [
    { count: 1 },
    'InvalidInput',
    'input.skillCode',
    'Give the code of a skill or of an item model, exactly one of them.',
  ],
  [
    { count: 1, skillCode: 'PK', itemModelCode: 'PM.LARGEST_PROFIT' },
    'InvalidInput',
    'input.skillCode',
    'Give the code of a skill or of an item model, exactly one of them.',
  ],
  [
    { skillCode: 'PK', count: 1, seed: '' },
    'InvalidInput',
    'input.seed',
    'A seed must have 1 to 64 characters.',
  ],
  [
    { skillCode: 'PK', count: 1, seed: 'a\0b' },
    'InvalidInput',
    'input.seed',
    'A seed must have 1 to 64 characters.',
  ],
  [
    { skillCode: 'PPU', count: 1 },
    'NotFound',
    'input.skillCode',
    'There is no item model for this skill yet.',
  ],
  [
    { itemModelCode: 'NONE', count: 1 },
    'NotFound',
    'input.itemModelCode',
    'There is no item model with this code.',
  ],
])('%j is refused, and nothing is started', async (input, __typename, field, message) => {
  const before = await agent.everything()
  const { data } = await agent.execute(ayu, START_RUN, { input })
  expect(data.startAgentRun).toMatchObject({ run: null, errors: [{ __typename, field, message }] })
  expect(await agent.everything()).toEqual(before)
})

test('a cancelled run stops where it is, keeps what it wrote, and says so once', async () => {
  const id = await agent.run(ayu, { skillCode: 'MATH', count: 100, seed: 'long' }, { toTheEnd: false })
  const { data } = await agent.execute(ayu, CANCEL_RUN, { input: { runId: id } })
  expect(data.cancelAgentRun).toMatchObject({ run: { id, status: 'CANCELLED' }, errors: [] })
  const cancelled = await agent.everything()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await agent.everything()).toEqual(cancelled)
  expect(cancelled.drafts.filter((draft) => draft['run_id'] === id).length).toBeLessThan(100)
  const ends = (await agent.events()).filter((event) => (event.data as { runId?: string }).runId === id)
  expect(ends).toMatchObject([{ data: { status: 'CANCELLED', requested: 100, proposed: 0 } }])

  const again = await agent.execute(ayu, CANCEL_RUN, { input: { runId: id } })
  expect(again.data.cancelAgentRun).toEqual({
    run: null,
    errors: [
      {
        __typename: 'WrongState',
        code: 'RUN_HAS_ENDED',
        message: 'This run has ended already.',
        field: 'input.runId',
      },
    ],
  })
  expect(await agent.everything()).toEqual(cancelled)
})

test('a run that was cancelled before its turn writes nothing', async () => {
  await agent.restart({}, { started: false })
  const inputs = [1, 2, 3, 4].map((n) => ({ skillCode: 'PM', count: 30, seed: `queue ${n}` }))
  const ids: string[] = []
  for (const input of inputs) ids.push(await agent.run(ayu, input, { toTheEnd: false }))
  const [, , , last = ''] = ids
  await agent.execute(ayu, CANCEL_RUN, { input: { runId: last } })
  for (const id of ids) await agent.ended(id)
  const rows = await agent.rowsOf(
    `SELECT run.seed, run.status, count(draft.id)::int AS drafts FROM run LEFT JOIN draft ON run_id = run.id
     WHERE seed LIKE 'queue %' GROUP BY run.id ORDER BY seed`,
  )
  expect(rows).toEqual([
    { seed: 'queue 1', status: 'SUCCEEDED', drafts: 30 },
    { seed: 'queue 2', status: 'SUCCEEDED', drafts: 30 },
    { seed: 'queue 3', status: 'SUCCEEDED', drafts: 30 },
    { seed: 'queue 4', status: 'CANCELLED', drafts: 0 },
  ])
})
