import { randomUUID } from 'node:crypto'
import { type ExecutionResult, graphql, parse, subscribe } from 'graphql'
import { openPostgresBroker } from '../../kit/broker-postgres.ts'
import { domainEvent } from '../../kit/events.ts'
import { type Fanout, createInProcessFanout } from '../../kit/fanout.ts'
import {
  createIdentitySigner,
  createIdentityVerifier,
  IDENTITY_HEADER,
  type Role,
  type Viewer,
} from '../../kit/identity.ts'
import { type Database, openDatabase } from '../../kit/database.ts'
import { createLogger } from '../../kit/log.ts'
import type { Subgraph } from '../../kit/subgraph.ts'
import type { PublishedExam } from '../../schema/events.ts'
import { createAssessmentSubgraph } from '../../subgraphs/assessment/subgraph.ts'
import { testDatabase } from '../jest/database.ts'
import { eventually } from '../jest/eventually.ts'
import { smallExam } from './published-exam.ts'

const IDENTITY_SECRET = 'the secret that gateway and subgraphs share'

/** The text of an operation, and the shape of its data when all goes well. */
export type Operation<Data> = string & { data?: Data }

/** What an operation gave, as a client would read it. */
export type Answer<Data> = {
  data: Data
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[]
}

/** The assessment subgraph on a database of its own, fed by a real broker, under a clock that the test sets. */
export async function assessmentUnderTest() {
  const db = await testDatabase('assessment')
  const log = createLogger({ name: 'assessment', level: 'silent' })
  const broker = await openPostgresBroker({ url: db.url, log })
  const clock = { now: new Date('2027-01-04T08:00:00.000Z') }
  const signer = createIdentitySigner(IDENTITY_SECRET)

  const opened: Database[] = []

  /** Another process as far as state goes: it shares what stands in the database, and a fan-out when that is passed. */
  async function openProcess(fanout: Fanout = createInProcessFanout()) {
    const database = openDatabase({ url: db.url, schema: 'assessment', connections: 5 })
    opened.push(database)
    const subgraph = await createAssessmentSubgraph({
      database,
      broker,
      fanout,
      verifyIdentity: createIdentityVerifier(IDENTITY_SECRET),
      log,
      now: () => clock.now,
    })
    return processOf(subgraph, fanout, database)
  }

  function processOf(subgraph: Subgraph, fanout: Fanout, database: Database) {
    const contextFor = async (viewer: Viewer | null) =>
      subgraph.context({ headers: { [IDENTITY_HEADER]: await signer.sign(viewer) } })
    return {
      subgraph,
      fanout,
      database,
      contextFor,

      async execute<Data>(
        viewer: Viewer | null,
        source: Operation<Data>,
        variableValues = {},
      ): Promise<Answer<Data>> {
        const contextValue = await contextFor(viewer)
        return plain(await graphql({ schema: subgraph.schema, source, variableValues, contextValue }))
      },

      /** Subscribes as the viewer. `next()` gives the only field of the next event's data, undefined after the last. */
      async follow<Event>(
        viewer: Viewer | null,
        source: Operation<Record<string, Event>>,
        variableValues = {},
      ) {
        const contextValue = await contextFor(viewer)
        const document = parse(source)
        const events = await subscribe({ schema: subgraph.schema, document, variableValues, contextValue })
        if (!(Symbol.asyncIterator in events))
          throw new Refused(plain<unknown>(events).errors?.[0]?.extensions.code)
        return {
          async next(): Promise<Event | undefined> {
            const result: IteratorResult<ExecutionResult> = await events.next()
            return result.done ? undefined : Object.values(plain<Record<string, Event>>(result.value).data)[0]
          },
          async take(count: number): Promise<Event[]> {
            const taken: Event[] = []
            while (taken.length < count) {
              const next = await this.next()
              if (next === undefined) throw new Error(`The subscription ended after ${taken.length} events`)
              taken.push(next)
            }
            return taken
          },
          leave: async () => void (await events.return(undefined)),
        }
      },
    }
  }

  const main = await openProcess()
  await main.subgraph.start()
  const rowsOf = async (sql: string, values: unknown[] = []) =>
    (await db.database.pool.query<Record<string, unknown>>(sql, values)).rows

  async function state(type: string, subject: string, data: unknown): Promise<void> {
    const event = domainEvent({
      id: randomUUID(),
      source: '/subgraphs/catalog',
      type,
      subject,
      time: clock.now,
      data,
    })
    await broker.publish([event])
    await eventually(async () =>
      expect(await rowsOf('SELECT 1 FROM inbox WHERE event_id = $1', [event.id])).toHaveLength(1),
    )
  }

  return {
    ...main,
    clock,
    broker,
    rowsOf,
    openProcess,

    /** Sets the clock that many seconds on. */
    pass(seconds: number): void {
      clock.now = new Date(clock.now.getTime() + seconds * 1_000)
    },

    /** A small exam, published by the catalog and known here. */
    async publishedExam(exam: PublishedExam = smallExam()): Promise<PublishedExam> {
      await state('simpul.catalog.exam.published.v1', exam.examId, { exam })
      return exam
    },

    async retire({ examId }: PublishedExam): Promise<void> {
      await state('simpul.catalog.exam.retired.v1', examId, { examId })
    },

    /** The facts that were stated about a session, in order, whether or not they are on their way. */
    factsAbout: async (sessionId: string) =>
      (
        await rowsOf(`SELECT event FROM outbox WHERE event->>'subject' = $1 ORDER BY position`, [sessionId])
      ).map(({ event }) => event as { type: string; time: string; data: Record<string, unknown> }),

    /** Everything that an operation on a session could have changed, to be compared before and after. */
    everythingOf: async (sessionId: string) => ({
      session: await rowsOf('SELECT * FROM exam_session WHERE id = $1', [sessionId]),
      events: await rowsOf('SELECT * FROM session_event WHERE session_id = $1 ORDER BY sequence', [
        sessionId,
      ]),
      report: await rowsOf('SELECT * FROM score_report WHERE session_id = $1', [sessionId]),
      roomEvents: await rowsOf('SELECT * FROM room_event WHERE session_id = $1 ORDER BY sequence', [
        sessionId,
      ]),
      facts: await rowsOf(`SELECT event FROM outbox WHERE event->>'subject' = $1`, [sessionId]),
      rooms: await rowsOf('SELECT * FROM exam_room ORDER BY id'),
      started: await rowsOf('SELECT count(*) FROM exam_session'),
    }),

    async stop() {
      await main.subgraph.stop()
      await broker.close()
      await main.fanout.close()
      await Promise.all(opened.map((database) => database.close()))
      await db.drop()
    },
  }
}

export type AssessmentUnderTest = Awaited<ReturnType<typeof assessmentUnderTest>>

/** A subscription that was refused; the message is the error's code. */
export class Refused extends Error {}

/** Somebody with these roles, who reads Indonesian. */
export function person(...roles: Role[]): Viewer {
  return { userId: randomUUID(), roles, locale: 'id', sessionId: 'test' }
}

function plain<Data>(result: ExecutionResult): Answer<Data> {
  return JSON.parse(JSON.stringify(result)) as Answer<Data>
}
