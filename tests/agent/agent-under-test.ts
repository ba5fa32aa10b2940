import { randomUUID } from 'node:crypto'
import { graphql, parse, subscribe } from 'graphql'
import { openPostgresBroker } from '../../kit/broker-postgres.ts'
import { domainEvent } from '../../kit/events.ts'
import { createInProcessFanout } from '../../kit/fanout.ts'
import {
  createIdentitySigner,
  createIdentityVerifier,
  IDENTITY_HEADER,
  type Role,
  type Viewer,
} from '../../kit/identity.ts'
import { createLogger } from '../../kit/log.ts'
import { type EventData, type EventType, eventSchemas } from '../../schema/events.ts'
import type { SearchSettings } from '../../subgraphs/agent/search/search.ts'
import { createAgentSubgraph } from '../../subgraphs/agent/subgraph.ts'
import { testDatabase } from '../jest/database.ts'
import { eventually } from '../jest/eventually.ts'

const IDENTITY_SECRET = 'the secret that gateway and subgraphs share'

/** The text of an operation, and the shape of its data when all goes well. */
export type Operation<Data> = string & { data?: Data }
export type Answer<Data> = {
  data: Data
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[]
}

/** The agent on a database of its own, fed by a real broker, asked as the gateway asks it. */
export async function agentUnderTest(settings: SearchSettings = {}) {
  const db = await testDatabase('agent')
  const log = createLogger({ name: 'agent', level: 'silent' })
  const broker = await openPostgresBroker({ url: db.url, log })
  const fanout = createInProcessFanout()
  const clock = { now: new Date('2027-01-04T08:00:00.000Z') }
  const signer = createIdentitySigner(IDENTITY_SECRET)
  const open = (search: SearchSettings) =>
    createAgentSubgraph(
      {
        database: db.database,
        broker,
        fanout,
        verifyIdentity: createIdentityVerifier(IDENTITY_SECRET),
        log,
        now: () => clock.now,
      },
      search,
    )
  let subgraph = await open(settings)

  const rowsOf = async <Row = Record<string, unknown>>(sql: string) =>
    (await db.database.pool.query<Row & Record<string, unknown>>(sql)).rows
  const contextFor = async (viewer: Viewer | null) =>
    subgraph.context({ headers: { [IDENTITY_HEADER]: await signer.sign(viewer) } })

  async function execute<Data>(
    viewer: Viewer | null,
    source: Operation<Data>,
    variableValues = {},
  ): Promise<Answer<Data>> {
    const contextValue = await contextFor(viewer)
    const result = await graphql({ schema: subgraph.schema, source, variableValues, contextValue })
    return JSON.parse(JSON.stringify(result)) as Answer<Data>
  }

  const under = {
    url: db.url,
    clock,
    fanout,
    rowsOf,
    execute,
    get subgraph() {
      return subgraph
    },
    statements: () => db.database.statements(),

    /** Closes this process's agent and opens another, started or not, on the same tables. */
    async restart(search: SearchSettings = settings, { started = true } = {}): Promise<void> {
      await subgraph.stop()
      subgraph = await open(search)
      if (started) await subgraph.start()
    },

    /** Starts a run, and waits for its end unless told otherwise. */
    async run(viewer: Viewer, input: object, { toTheEnd = true } = {}): Promise<string> {
      const { data, errors } = await execute(viewer, START_RUN, { input })
      expect({ errors, failures: data.startAgentRun.errors }).toEqual({ errors: undefined, failures: [] })
      const id = data.startAgentRun.run?.id ?? ''
      if (toTheEnd) await under.ended(id)
      return id
    },

    ended: (runId: string) =>
      eventually(async () => {
        const rows = await rowsOf(`SELECT FROM run WHERE id = '${runId}' AND finished_at IS NOT NULL`)
        expect(rows).toHaveLength(1)
      }, 20_000),

    /** States facts through the broker, and waits until the agent has drawn its consequences. */
    async state<Type extends EventType>(type: Type, ...facts: EventData<Type>[]): Promise<void> {
      const events = facts.map((data) =>
        domainEvent({
          id: randomUUID(),
          source: '/subgraphs/elsewhere',
          type,
          subject: 'a subject',
          time: clock.now,
          data: eventSchemas[type].parse(data),
        }),
      )
      await broker.publish(events)
      await eventually(async () => {
        const rows = await rowsOf(
          `SELECT FROM inbox WHERE event_id IN (${events.map(({ id }) => `'${id}'`).join()})`,
        )
        expect(rows).toHaveLength(events.length)
      }, 10_000)
    },

    /** Subscribes as the viewer: every event until the stream ends, or the code of the refusal. */
    async follow<Data>(viewer: Viewer | null, source: Operation<Data>, variableValues = {}) {
      const contextValue = await contextFor(viewer)
      const events = await subscribe({
        schema: subgraph.schema,
        document: parse(source),
        variableValues,
        contextValue,
      })
      if (!(Symbol.asyncIterator in events))
        return { refused: events.errors?.map(({ extensions }) => extensions.code) }
      return {
        next: async () => {
          const { value, done } = await events.next()
          return done ? null : (JSON.parse(JSON.stringify(value)) as Answer<Data>).data
        },
        end: async () => void (await events.return(undefined)),
      }
    },

    /** Everything that an operation could have changed, to be compared before and after. */
    everything: async () => ({
      runs: await rowsOf('SELECT * FROM run ORDER BY id'),
      steps: await rowsOf('SELECT * FROM run_step ORDER BY run_id, kind'),
      events: await rowsOf('SELECT * FROM run_event ORDER BY run_id, sequence'),
      drafts: await rowsOf('SELECT * FROM draft ORDER BY id'),
      texts: await rowsOf('SELECT * FROM indexed_text ORDER BY id'),
      outbox: await rowsOf('SELECT position, event FROM outbox ORDER BY position'),
    }),

    /** The facts published so far, oldest first: type and data. */
    events: async () => {
      const rows = await rowsOf<{ event: { type: string; data: unknown } }>(
        'SELECT event FROM outbox ORDER BY position',
      )
      return rows.map(({ event: { type, data } }) => ({ type, data }))
    },

    async stop() {
      await subgraph.stop()
      await broker.close()
      await fanout.close()
      await db.drop()
    },
  }
  return under
}

export type AgentUnderTest = Awaited<ReturnType<typeof agentUnderTest>>

const person = (locale: 'id' | 'en', ...roles: Role[]): Viewer => ({
  userId: randomUUID(),
  roles,
  locale,
  sessionId: 'test',
})

/** Ayu and Gede are authors, Wayan an admin; Siti and Budi have nothing to do with drafts. */
export const people = {
  ayu: person('en', 'AUTHOR'),
  gede: person('id', 'AUTHOR'),
  wayan: person('en', 'ADMIN'),
  siti: person('id', 'STUDENT'),
  budi: person('id', 'TUTOR'),
}

/** A published question of the catalog, in a few words. */
export function publishedQuestion(
  questionId: string,
  stem: string,
  options: string[] = ['1', '2', '3', '4'],
) {
  return {
    question: {
      questionId,
      questionVersionId: randomUUID(),
      version: 1,
      externalId: null,
      source: null,
      license: null,
      exam: 'UTBK_SNBT' as const,
      section: 'PK',
      language: 'id' as const,
      skill: { id: randomUUID(), code: 'PK.NUMBERS', name: { id: 'Bilangan', en: 'Numbers' } },
      stimulus: null,
      stem,
      figure: null,
      explanation: 'Jelas.',
      irt: null,
      type: 'MULTIPLE_CHOICE' as const,
      options: options.map((text, place) => ({ id: 'ABCDE'.charAt(place), text, misconception: null })),
      key: 'A',
    },
  }
}

export type Failure = { __typename: string; code: string; message: string; field: string | null }
type RunPayload = { run: { id: string; status: string; seed: string } | null; errors: Failure[] }
type DraftPayload = {
  draft: { id: string; status: string; rejectionReason: string | null } | null
  errors: Failure[]
}
const FAILURES = 'errors { __typename ... on UserError { code message field } }'

export const START_RUN: Operation<{ startAgentRun: RunPayload }> = `
  mutation ($input: StartAgentRunInput!) { startAgentRun(input: $input) { run { id status seed } ${FAILURES} } }`
export const CANCEL_RUN: Operation<{ cancelAgentRun: RunPayload }> = `
  mutation ($input: CancelAgentRunInput!) { cancelAgentRun(input: $input) { run { id status seed } ${FAILURES} } }`
export const ACCEPT: Operation<{ acceptDraft: DraftPayload }> = `
  mutation ($input: AcceptDraftInput!) {
    acceptDraft(input: $input) { draft { id status rejectionReason } ${FAILURES} } }`
export const REJECT: Operation<{ rejectDraft: DraftPayload }> = `
  mutation ($input: RejectDraftInput!) {
    rejectDraft(input: $input) { draft { id status rejectionReason } ${FAILURES} } }`

export type DraftData = {
  id: string
  status: string
  stem: string
  skillCode: string
  answerType: string
  options: { id: string; text: string; isKey: boolean; misconception: string | null }[]
  answer: string | null
  verdicts: {
    gate: string
    passed: boolean
    summary: string
    evidence: { name: string; value: string }[]
  }[]
  question: { id: string } | null
}
export type RunData = {
  id: string
  status: string
  failure: string | null
  lastSequence: number
  startedBy: { id: string }
  steps: { kind: string; status: string; completed: number; total: number }[]
  plan: { itemModel: { code: string }; count: number }[]
  drafts: { edges: { cursor: string; node: DraftData }[]; pageInfo: { hasNextPage: boolean } }
}
const DRAFT = `id status stem skillCode answerType options { id text isKey misconception } answer
  verdicts { gate passed summary evidence { name value } } question { id }`
export const RUN: Operation<{ agentRun: RunData | null }> = `
  query ($id: ID!, $first: Int! = 100, $after: String) { agentRun(id: $id) {
    id status failure lastSequence startedBy { id }
    steps { kind status completed total } plan { itemModel { code } count }
    drafts(first: $first, after: $after) { edges { cursor node { ${DRAFT} } } pageInfo { hasNextPage } }
  } }`
export const DRAFTS: Operation<{ questionDrafts: { edges: { cursor: string; node: DraftData }[] } }> = `
  query ($status: QuestionDraftStatus, $first: Int! = 100, $after: String) {
    questionDrafts(status: $status, first: $first, after: $after) { edges { cursor node { ${DRAFT} } } } }`

export type ProgressData = {
  agentRunProgress: {
    sequence: number
    kind: string
    step: string | null
    completed: number
    total: number
    draft: { id: string; status: string } | null
    run: { status: string; lastSequence: number }
  }
}
export const PROGRESS: Operation<ProgressData> = `
  subscription ($runId: ID!, $afterSequence: Int) { agentRunProgress(runId: $runId, afterSequence: $afterSequence) {
    sequence kind step completed total draft { id status } run { status lastSequence } } }`
