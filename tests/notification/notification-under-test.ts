import { randomUUID } from 'node:crypto'
import { graphql, parse, subscribe } from 'graphql'
import { openPostgresBroker } from '../../kit/broker-postgres.ts'
import { domainEvent } from '../../kit/events.ts'
import { createInProcessFanout } from '../../kit/fanout.ts'
import {
  createIdentitySigner,
  createIdentityVerifier,
  IDENTITY_HEADER,
  type Locale,
  type Viewer,
} from '../../kit/identity.ts'
import { createLogger } from '../../kit/log.ts'
import { type EventData, type EventType, eventSchemas } from '../../schema/events.ts'
import { createNotificationSubgraph } from '../../subgraphs/notification/subgraph.ts'
import { testDatabase } from '../jest/database.ts'
import { eventually } from '../jest/eventually.ts'

const IDENTITY_SECRET = 'the secret that gateway and subgraphs share'

/** The text of an operation, and the shape of its data when all goes well. */
export type Operation<Data> = string & { data?: Data }
export type Answer<Data> = {
  data: Data
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[]
}

/** The started notification subgraph on a database of its own, with a clock that stands still, fed by a real broker. */
export async function notificationUnderTest() {
  const db = await testDatabase('notification')
  const log = createLogger({ name: 'notification', level: 'silent' })
  const broker = await openPostgresBroker({ url: db.url, log })
  const fanout = createInProcessFanout()
  const clock = { now: new Date('2027-01-04T08:00:00.000Z') }
  const signer = createIdentitySigner(IDENTITY_SECRET)
  const open = () =>
    createNotificationSubgraph({
      database: db.database,
      broker,
      fanout,
      verifyIdentity: createIdentityVerifier(IDENTITY_SECRET),
      log,
      now: () => clock.now,
    })
  let subgraph = await open()
  await subgraph.start()

  const rowsOf = async (sql: string) => (await db.database.pool.query<Record<string, unknown>>(sql)).rows
  const contextFor = async (viewer: Viewer | null) =>
    subgraph.context({ headers: { [IDENTITY_HEADER]: await signer.sign(viewer) } })

  async function executeWith<Data>(
    contextValue: unknown,
    source: Operation<Data>,
    variableValues = {},
  ): Promise<Answer<Data>> {
    const result = await graphql({ schema: subgraph.schema, source, variableValues, contextValue })
    return JSON.parse(JSON.stringify(result)) as Answer<Data>
  }

  /** States facts through the broker, and waits until notification has drawn its consequences. */
  async function state<Type extends EventType>(type: Type, ...facts: EventData<Type>[]): Promise<void> {
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
      const [{ handled } = {}] = await rowsOf(
        `SELECT count(*)::int AS handled FROM inbox WHERE event_id IN (${events.map(({ id }) => `'${id}'`).join()})`,
      )
      expect(handled).toBe(events.length)
    })
  }

  return {
    get subgraph() {
      return subgraph
    },
    clock,
    fanout,
    rowsOf,
    contextFor,
    executeWith,
    state,
    statements: () => db.database.statements(),
    execute: async <Data>(viewer: Viewer | null, source: Operation<Data>, variables = {}) =>
      executeWith(await contextFor(viewer), source, variables),

    /** Somebody who has just registered, and so has one notification: the welcome. */
    async person(name = 'Siti Rahma', locale: Locale = 'id'): Promise<Viewer> {
      const userId = randomUUID()
      await state('simpul.users.user.registered.v1', { userId, name, locale, roles: ['STUDENT'] })
      return { userId, roles: ['STUDENT'], locale, sessionId: 'test' }
    },

    /** Ends that many of the person's agent runs; each is a notification. */
    async finishRuns(viewer: Viewer, count: number): Promise<void> {
      const run = (n: number) => ({
        runId: `run-${n}`,
        ownerId: viewer.userId,
        status: 'SUCCEEDED' as const,
        requested: 10,
        proposed: n,
        refused: 0,
        finishedAt: clock.now.toISOString(),
      })
      await state('simpul.agent.run.finished.v1', ...Array.from({ length: count }, (_, n) => run(n + 1)))
    },

    /** Subscribes as the viewer. `next()` gives the data of the next event. */
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
        next: async () => (JSON.parse(JSON.stringify((await events.next()).value)) as Answer<Data>).data,
        end: async () => void (await events.return(undefined)),
      }
    },

    /** As a new process would: the same database and broker, where everything that was ever said is delivered again. */
    async restartFromTheBeginning(): Promise<void> {
      await subgraph.stop()
      await rowsOf('UPDATE broker.consumer SET position = 0')
      subgraph = await open()
      await subgraph.start()
      await eventually(async () => {
        expect(
          await rowsOf(
            'SELECT 1 FROM broker.consumer WHERE position < (SELECT max(position) FROM broker.event)',
          ),
        ).toEqual([])
      })
    },

    /** Everything that an operation could have changed, to be compared before and after. */
    everything: async () => ({
      recipients: await rowsOf('SELECT * FROM recipient ORDER BY user_id'),
      notifications: await rowsOf('SELECT * FROM notification ORDER BY user_id, sequence'),
      preferences: await rowsOf('SELECT * FROM preference ORDER BY user_id, kind'),
    }),

    async stop() {
      await subgraph.stop()
      await broker.close()
      await fanout.close()
      await db.drop()
    },
  }
}

export type NotificationUnderTest = Awaited<ReturnType<typeof notificationUnderTest>>

export type NotificationData = {
  id: string
  kind: string
  title: string
  body: string
  link: string | null
  sequence: number
  createdAt: string
  readAt: string | null
}
type Page = {
  edges: { cursor: string; node: NotificationData }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
}
type Mine = { _entities: { unreadNotificationCount: number; notifications: Page }[] }

/** What the gateway asks for a person's home page. Variables: `representations`, and the page's arguments. */
export const NOTIFICATIONS: Operation<Mine> = `
  query ($representations: [_Any!]!, $first: Int! = 20, $after: String, $unreadOnly: Boolean! = false) {
    _entities(representations: $representations) { ... on User {
      unreadNotificationCount
      notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
        edges { cursor node { id kind title body link sequence createdAt readAt } }
        pageInfo { hasNextPage hasPreviousPage endCursor }
      }
    } }
  }`

export const RECEIVED: Operation<{ notificationReceived: { sequence: number; title: string } }> = `
  subscription ($afterSequence: Int) { notificationReceived(afterSequence: $afterSequence) { sequence title } }`

export const referencesTo = (...viewers: { userId: string }[]) => ({
  representations: viewers.map(({ userId }) => ({ __typename: 'User', id: userId })),
})
