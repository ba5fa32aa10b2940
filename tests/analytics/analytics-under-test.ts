import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type ExecutionResult, graphql } from 'graphql'
import { openPostgresBroker } from '../../kit/broker-postgres.ts'
import { type DomainEvent, domainEvent } from '../../kit/events.ts'
import { createInProcessFanout } from '../../kit/fanout.ts'
import { type Role, type Viewer, createIdentitySigner, createIdentityVerifier } from '../../kit/identity.ts'
import { createLogger } from '../../kit/log.ts'
import { type EventData, eventSchemas } from '../../schema/events.ts'
import { createAnalyticsSubgraph } from '../../subgraphs/analytics/subgraph.ts'
import { testDatabase } from '../jest/database.ts'

const SCORED = 'simpul.assessment.session.scored.v1'
type ScoredSession = EventData<typeof SCORED>
type ScoredResponse = ScoredSession['responses'][number]

export const MONDAY = new Date('2027-03-01T08:00:00.000Z')
const SECRET = 'a secret of the tests that is long enough'

/** The analytics subgraph on a database and a broker of its own; the clock stands at MONDAY unless it is set. */
export async function startAnalytics() {
  const db = await testDatabase('analytics')
  const log = createLogger({ name: 'test', level: 'silent' })
  const broker = await openPostgresBroker({ url: db.url, log })
  const fanout = createInProcessFanout()
  const clock = { now: MONDAY }
  const subgraph = await createAnalyticsSubgraph({
    database: db.database,
    broker,
    fanout,
    verifyIdentity: createIdentityVerifier(SECRET),
    log,
    now: () => clock.now,
  })
  await subgraph.start()
  const signer = createIdentitySigner(SECRET)

  return {
    clock,
    database: db.database,

    /** Publishes and waits until each event is counted in, or given to the next. */
    async publish(...events: DomainEvent[]): Promise<void> {
      await broker.publish(events)
      const ids = [...new Set(events.map((event) => event.id))]
      for (;;) {
        const { rows } = await db.database.pool.query(
          'SELECT count(*)::int AS handled FROM inbox WHERE event_id = ANY($1)',
          [ids],
        )
        if (rows[0].handled === ids.length) return
        await pause(10)
      }
    },

    /** Asks as this person; null is someone who has not signed in. */
    async ask(
      viewer: Viewer | null,
      source: string,
      variableValues: Record<string, unknown> = {},
    ): Promise<ExecutionResult<Record<string, unknown>>> {
      const contextValue = await subgraph.context({
        headers: { 'x-simpul-identity': await signer.sign(viewer) },
      })
      const result = await graphql({ schema: subgraph.schema, source, variableValues, contextValue })
      return JSON.parse(JSON.stringify(result))
    },

    /** Everything that events have changed, in a stable order. */
    async tables() {
      const rows = async (sql: string) => (await db.database.pool.query(sql)).rows
      return {
        mastery: await rows('SELECT * FROM skill_mastery ORDER BY user_id, skill_id'),
        items: await rows('SELECT * FROM item_statistics ORDER BY question_version_id'),
        choices: await rows('SELECT * FROM item_choices ORDER BY question_version_id, option_id'),
        inbox: await rows('SELECT event_id FROM inbox ORDER BY event_id'),
      }
    },

    async stop(): Promise<void> {
      await subgraph.stop()
      await broker.close()
      await fanout.close()
      await db.drop()
    },
  }
}

export type Analytics = Awaited<ReturnType<typeof startAnalytics>>

export const viewer = (userId: string, ...roles: Role[]): Viewer => ({
  userId,
  roles,
  locale: 'en',
  sessionId: `session of ${userId}`,
})

/** A response of a scored session, by default a right answer `A` after 40 s to a question of section PU. */
export function response(question: string, more: Partial<ScoredResponse> = {}): ScoredResponse {
  return {
    itemId: `item of ${question}`,
    questionId: question,
    questionVersionId: `${question}.1`,
    skillId: 'PU.DEDUCTIVE',
    sectionCode: 'PU',
    type: 'MULTIPLE_CHOICE',
    answered: true,
    score: 1,
    choice: 'A',
    timeSpentMs: 40_000,
    irt: { a: 1, b: 0, c: 0.2, provisional: true },
    ...more,
  }
}

/** The event that assessment publishes when a session has been scored. */
export function scored(userId: string, responses: ScoredResponse[], finishedAt = MONDAY): DomainEvent {
  const points = responses.reduce((sum, { score }) => sum + score, 0)
  const practiceScore = { score: 500, standardError: 90, theta: 0 }
  const sessionId = randomUUID()
  const data: ScoredSession = {
    sessionId,
    userId,
    examId: 'exam',
    examCode: 'DEMO-5',
    examTitle: { id: 'Ujian', en: 'Exam' },
    roomId: null,
    startedAt: new Date(finishedAt.getTime() - 300_000).toISOString(),
    finishedAt: finishedAt.toISOString(),
    points,
    maxPoints: responses.length,
    practiceScore,
    sections: [],
    responses,
  }
  return domainEvent({
    id: randomUUID(),
    source: '/subgraphs/assessment',
    type: SCORED,
    subject: sessionId,
    time: finishedAt,
    data: eventSchemas[SCORED].parse(data),
  })
}
