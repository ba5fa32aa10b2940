import { randomUUID } from 'node:crypto'
import {
  agentUnderTest,
  type AgentUnderTest,
  type Operation,
  people,
  publishedQuestion,
} from './agent-under-test.ts'

let agent: AgentUnderTest
beforeAll(async () => {
  agent = await agentUnderTest()
  await agent.subgraph.start()
})
afterAll(() => agent.stop())

/** How many statements an operation costs. Nothing else runs meanwhile: the relay asks once a second. */
async function cost(operation: Operation<unknown>, variables: object): Promise<number> {
  const before = agent.statements()
  const { errors } = await agent.execute(people.ayu, operation, variables)
  expect(errors).toBeUndefined()
  return agent.statements() - before
}

test('a page of 50 drafts with verdicts and runs costs as many statements as a page of 5', async () => {
  await agent.run(people.ayu, { skillCode: 'PM', count: 50, seed: 'many' })
  await agent.restart({}, { started: false })
  const operation = `query ($first: Int!) { questionDrafts(first: $first) { edges { node {
    stem itemModel { title } verdicts { gate evidence { name } } run { id steps { kind } } } } } }`
  const few = await cost(operation, { first: 5 })
  expect(await cost(operation, { first: 50 })).toBe(few)
  // The drafts, their verdicts, their runs, and the runs' steps.
  expect(few).toBe(4)
})

test('a page of runs with their steps and drafts costs as many statements as one run', async () => {
  await agent.restart()
  for (let n = 0; n < 5; n++) await agent.run(people.ayu, { skillCode: 'PU', count: 1, seed: `${n}` })
  await agent.restart({}, { started: false })
  const operation = `query ($first: Int!) { agentRuns(first: $first) { edges { node {
    status steps { kind status } drafts(first: 10) { edges { node { id verdicts { gate } } } } } } } }`
  const few = await cost(operation, { first: 1 })
  expect(await cost(operation, { first: 6 })).toBe(few)
})

test('50 questions with what is similar to them cost as many statements as one', async () => {
  await agent.restart()
  const ids = Array.from({ length: 50 }, () => randomUUID())
  await agent.state(
    'simpul.catalog.question.published.v1',
    ...ids.map((id, n) => publishedQuestion(id, `Berapakah hasil dari ${n} kali ${n + 7}?`)),
  )
  await agent.restart({}, { started: false })
  const operation = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Question {
    similar(first: 3) { similarity question { id } } } } }`
  const references = (count: number) => ({
    r: ids.slice(0, count).map((id) => ({ __typename: 'Question', id })),
  })
  await cost(operation, references(1))
  const few = await cost(operation, references(1))
  expect(await cost(operation, references(50))).toBe(few)
  expect(few).toBe(2)
})
