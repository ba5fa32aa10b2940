import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { eventually } from '../jest/eventually.ts'
import { agentUnderTest, type AgentUnderTest, people, PROGRESS, RUN } from './agent-under-test.ts'

let agent: AgentUnderTest
const children = new Set<ChildProcess>()
beforeAll(async () => {
  agent = await agentUnderTest()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await agent.stop()
})

const COUNT = 100
/** A run that is in the table, as if the process that took the order had died at once. */
async function orderedRun(seed: string): Promise<string> {
  const [row] = await agent.rowsOf<{ id: string }>(`
    INSERT INTO run (id, owner_id, status, skill_code, count, seed, created_at)
    VALUES (gen_random_uuid(), '${people.ayu.userId}', 'QUEUED', 'MATH', ${COUNT}, '${seed}', now()) RETURNING id`)
  await agent.rowsOf(`
    INSERT INTO run_step (run_id, kind) SELECT '${row?.id}', unnest(enum_range(NULL::step_kind))`)
  return row?.id ?? ''
}

/** Lets another process work on the run until `reached` holds, and kills it there. */
async function killWhen(reached: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run-in-process.ts'), agent.url], {
    stdio: 'ignore',
  })
  children.add(child)
  await eventually(async () => expect(await agent.rowsOf(reached)).toHaveLength(1), 20_000)
  child.kill('SIGKILL')
  await once(child, 'exit')
  children.delete(child)
}

test('a run that is killed twice goes on where it was, and does nothing twice', async () => {
  const id = await orderedRun('killed')
  await killWhen(
    `SELECT FROM run_step WHERE run_id = '${id}' AND kind = 'GENERATE' AND completed BETWEEN 5 AND 60`,
  )
  const written = await agent.rowsOf(`SELECT id, ordinal FROM draft WHERE run_id = '${id}' ORDER BY ordinal`)
  expect(written.length).toBeLessThan(COUNT)
  await killWhen(
    `SELECT FROM run_step WHERE run_id = '${id}' AND kind = 'EVALUATE' AND completed BETWEEN 5 AND 60`,
  )
  const judged = await agent.rowsOf(`SELECT draft_id FROM verdict GROUP BY draft_id`)
  expect(judged.length).toBeLessThan(COUNT)

  await agent.subgraph.start()
  await agent.ended(id)

  const { data } = await agent.execute(people.ayu, RUN, { id })
  expect(data.agentRun).toMatchObject({
    status: 'SUCCEEDED',
    steps: [
      { kind: 'PLAN', status: 'DONE' },
      { kind: 'GENERATE', status: 'DONE', completed: COUNT, total: COUNT },
      { kind: 'EVALUATE', status: 'DONE', completed: COUNT, total: COUNT },
    ],
  })
  const drafts = await agent.rowsOf(`SELECT id, ordinal FROM draft WHERE run_id = '${id}' ORDER BY ordinal`)
  expect(drafts.map((draft) => draft['ordinal'])).toEqual(Array.from({ length: COUNT }, (_, n) => n))
  expect(drafts.slice(0, written.length)).toEqual(written)

  const events = await agent.rowsOf(`SELECT * FROM run_event WHERE run_id = '${id}' ORDER BY sequence`)
  expect(events.map((event) => event['sequence'])).toEqual(events.map((_, n) => n + 1))
  const count = (kind: string) => events.filter((event) => event['kind'] === kind).length
  expect(
    ['STEP_STARTED', 'DRAFT_GENERATED', 'DRAFT_EVALUATED', 'STEP_FINISHED', 'RUN_FINISHED'].map(count),
  ).toEqual([3, COUNT, COUNT, 3, 1])
  expect(data.agentRun?.lastSequence).toBe(events.length)
  expect((await agent.events()).map((event) => event.type)).toEqual(['simpul.agent.run.finished.v1'])
})

test('what comes out is what an undisturbed run gives', async () => {
  const id = await agent.run(people.ayu, { skillCode: 'MATH', count: COUNT, seed: 'killed' })
  const content = async (runId: string) =>
    agent.rowsOf(
      `SELECT ordinal, instance, fingerprint FROM draft WHERE run_id = '${runId}' ORDER BY ordinal`,
    )
  const [killed] = await agent.rowsOf<{ id: string }>(`SELECT id FROM run WHERE id <> '${id}'`)
  expect(await content(id)).toEqual(await content(killed?.id ?? ''))
})

test('a subscriber that was away during the kill is told everything, in order and once', async () => {
  const [killed] = await agent.rowsOf<{ id: string }>(`SELECT id FROM run ORDER BY created_at LIMIT 1`)
  const events = await agent.follow(people.ayu, PROGRESS, { runId: killed?.id, afterSequence: 17 })
  if ('refused' in events) throw new Error('refused')
  const sequences: number[] = []
  for (let event = await events.next(); event; event = await events.next())
    sequences.push(event.agentRunProgress.sequence)
  expect(sequences).toEqual(Array.from({ length: 3 + COUNT + COUNT + 3 + 1 - 17 }, (_, n) => n + 18))
})
