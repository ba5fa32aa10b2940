import { progressChannel } from '../../subgraphs/agent/run-progress.ts'
import {
  agentUnderTest,
  type AgentUnderTest,
  CANCEL_RUN,
  people,
  PROGRESS,
  type ProgressData,
} from './agent-under-test.ts'

let agent: AgentUnderTest
beforeAll(async () => {
  agent = await agentUnderTest()
})
afterAll(() => agent.stop())

type Event = ProgressData['agentRunProgress']
const { ayu } = people

async function follow(runId: string, afterSequence?: number) {
  const events = await agent.follow(ayu, PROGRESS, { runId, afterSequence })
  if ('refused' in events) throw new Error(`Refused: ${String(events.refused)}`)
  const rest = async () => {
    const received: Event[] = []
    for (let event = await events.next(); event; event = await events.next())
      received.push(event.agentRunProgress)
    return received
  }
  return { next: async () => (await events.next())?.agentRunProgress ?? null, rest, end: events.end }
}

const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, n) => from + n)

test('a new subscriber gets the present state, then every event, and the stream ends with the run', async () => {
  const id = await agent.run(ayu, { skillCode: 'PM', count: 6, seed: 'live' }, { toTheEnd: false })
  const events = await follow(id)
  const snapshot = await events.next()
  expect(snapshot).toMatchObject({ kind: 'SNAPSHOT', draft: null })
  const received = await events.rest()
  const first = snapshot?.sequence ?? 0
  // 3 steps begin and end, 6 questions are written and judged, the run ends.
  expect(received.map((event) => event.sequence)).toEqual(upTo(19, first + 1))
  expect(received.at(-1)).toMatchObject({
    kind: 'RUN_FINISHED',
    step: null,
    completed: 6,
    total: 6,
    run: { status: 'SUCCEEDED', lastSequence: 19 },
  })
})

test('a client that was away is told what it missed, however long ago, with drafts as they are now', async () => {
  const id = await agent.run(ayu, { skillCode: 'PM', count: 3, seed: 'replayed' })
  const all = await (await follow(id, 0)).rest()
  expect(all.map((event) => event.sequence)).toEqual(upTo(13))
  expect(all.map((event) => [event.kind, event.step, event.completed, event.total])).toEqual([
    ['STEP_STARTED', 'PLAN', 0, 0],
    ['STEP_FINISHED', 'PLAN', 3, 3],
    ['STEP_STARTED', 'GENERATE', 0, 3],
    ['DRAFT_GENERATED', 'GENERATE', 1, 3],
    ['DRAFT_GENERATED', 'GENERATE', 2, 3],
    ['DRAFT_GENERATED', 'GENERATE', 3, 3],
    ['STEP_FINISHED', 'GENERATE', 3, 3],
    ['STEP_STARTED', 'EVALUATE', 0, 3],
    ['DRAFT_EVALUATED', 'EVALUATE', 1, 3],
    ['DRAFT_EVALUATED', 'EVALUATE', 2, 3],
    ['DRAFT_EVALUATED', 'EVALUATE', 3, 3],
    ['STEP_FINISHED', 'EVALUATE', 3, 3],
    ['RUN_FINISHED', null, 3, 3],
  ])
  expect(all.flatMap((event) => event.draft?.status ?? [])).toEqual(Array(6).fill('PROPOSED'))
  expect((await (await follow(id, 12)).rest()).map((event) => event.sequence)).toEqual([13])
  expect(await (await follow(id, 13)).rest()).toEqual([])
  expect((await (await follow(id)).rest()).map((event) => [event.kind, event.sequence])).toEqual([
    ['SNAPSHOT', 13],
  ])
})

test('lost ticks are made up for from the store, and repeated ones repeat nothing', async () => {
  const id = await agent.run(ayu, { skillCode: 'PM', count: 8, seed: 'ticks' }, { toTheEnd: false })
  const events = await follow(id, 0)
  const received = events.rest()
  await agent.ended(id)
  const rows = await agent.rowsOf(`SELECT * FROM run_event WHERE run_id = '${id}' ORDER BY sequence`)
  for (const row of [rows[3], rows[0], rows[0]])
    agent.fanout.publish(progressChannel(id), {
      runId: id,
      draftId: null,
      ...row,
    })
  agent.fanout.publish(progressChannel(id), 'not an event')
  expect((await received).map((event) => event.sequence)).toEqual(upTo(23))
})

test('a run whose last tick was lost still ends its subscribers', async () => {
  const [{ id = '' } = {}] = await agent.rowsOf<{ id: string }>(`
    INSERT INTO run (id, owner_id, status, skill_code, count, seed, created_at)
    VALUES (gen_random_uuid(), '${ayu.userId}', 'RUNNING', 'PM', 1, 'x', now()) RETURNING id`)
  const events = await follow(id, 0)
  const received = events.rest()
  await new Promise((resolve) => setTimeout(resolve, 50))
  await agent.rowsOf(
    `UPDATE run SET status = 'FAILED', last_sequence = 1, finished_at = now() WHERE id = '${id}'`,
  )
  await agent.rowsOf(`
    INSERT INTO run_event (run_id, sequence, kind, completed, total, at) VALUES ('${id}', 1, 'RUN_FINISHED', 0, 1, now())`)
  expect((await received).map((event) => event.kind)).toEqual(['RUN_FINISHED'])
}, 15_000)

test('a client that leaves while nothing happens frees its place', async () => {
  await agent.restart({}, { started: false })
  const [{ id = '' } = {}] = await agent.rowsOf<{ id: string }>(`
    INSERT INTO run (id, owner_id, status, skill_code, count, seed, created_at)
    VALUES (gen_random_uuid(), '${ayu.userId}', 'QUEUED', 'PM', 1, 'x', now()) RETURNING id`)
  const events = await follow(id, 0)
  const waiting = events.next()
  await events.end()
  expect(await waiting).toBeNull()
  await agent.execute(ayu, CANCEL_RUN, { input: { runId: id } })
})
