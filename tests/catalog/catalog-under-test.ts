import { graphql } from 'graphql'
import { openPostgresBroker } from '../../kit/broker-postgres.ts'
import { createInProcessFanout } from '../../kit/fanout.ts'
import {
  createIdentitySigner,
  createIdentityVerifier,
  IDENTITY_HEADER,
  type Locale,
  type Role,
  type Viewer,
} from '../../kit/identity.ts'
import { createLogger } from '../../kit/log.ts'
import { createCatalogSubgraph } from '../../subgraphs/catalog/subgraph.ts'
import { testDatabase } from '../jest/database.ts'

const IDENTITY_SECRET = 'the secret that gateway and subgraphs share'

export const student = person('siti', 'STUDENT')
export const tutor = person('budi', 'TUTOR')
export const author = person('ayu', 'AUTHOR', 'en')

/**
 * The catalog subgraph on a database of its own, with a clock that stands still. Its relay and consumer do not run until
 * a test starts it, so that the statements counted are those of the operation alone.
 */
export async function catalogUnderTest() {
  const db = await testDatabase('catalog')
  const log = createLogger({ name: 'catalog', level: 'silent' })
  const broker = await openPostgresBroker({ url: db.url, log })
  const fanout = createInProcessFanout()
  const clock = { now: new Date('2027-01-04T08:00:00.000Z') }
  const verifyIdentity = createIdentityVerifier(IDENTITY_SECRET)
  const signer = createIdentitySigner(IDENTITY_SECRET)
  const subgraph = await createCatalogSubgraph({
    database: db.database,
    broker,
    fanout,
    verifyIdentity,
    log,
    now: () => clock.now,
  })
  await subgraph.ensureContent({ files: [], exams: [] })

  const rowsOf = async (sql: string) => (await db.database.pool.query<Record<string, unknown>>(sql)).rows

  /** Executes an operation as the subgraph does behind the gateway. */
  async function ask(viewer: Viewer | null, source: string, variableValues = {}): Promise<Answer> {
    const headers = { [IDENTITY_HEADER]: await signer.sign(viewer) }
    const contextValue = await subgraph.context({ headers })
    const result = await graphql({ schema: subgraph.schema, source, variableValues, contextValue })
    return JSON.parse(JSON.stringify(result)) as Answer
  }

  return {
    subgraph,
    broker,
    clock,
    ask,
    rowsOf,

    /** The payload of a mutation with one `input`, selected as given. */
    async does(viewer: Viewer, mutation: string, input: object, selection: string) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`
      const { data, errors } = await ask(
        viewer,
        `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`,
        { input },
      )
      if (errors) throw new Error(JSON.stringify(errors))
      return data[mutation]
    },

    /** How many statements an operation costs. */
    async statementsOf(operation: () => Promise<unknown>): Promise<number> {
      const before = db.database.statements()
      await operation()
      return db.database.statements() - before
    },

    /** The facts stated so far, oldest first. */
    async facts() {
      const rows = await rowsOf('SELECT event FROM outbox ORDER BY position')
      return rows.map(({ event }) => {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        const { type, subject, data } = event as { type: string; subject: string; data: any }
        return { type, subject, data }
      })
    },

    /** Everything that an operation could have changed, to be compared before and after. */
    everything: async () => ({
      questions: await rowsOf('SELECT * FROM questions ORDER BY id'),
      versions: await rowsOf('SELECT * FROM question_versions ORDER BY id'),
      exams: await rowsOf('SELECT * FROM exams ORDER BY id'),
      items: await rowsOf('SELECT * FROM exam_items ORDER BY id'),
      facts: await rowsOf('SELECT position, event FROM outbox ORDER BY position'),
    }),

    async stop() {
      await subgraph.stop()
      await broker.close()
      await fanout.close()
      await db.drop()
    },
  }
}

export type CatalogUnderTest = Awaited<ReturnType<typeof catalogUnderTest>>

// Answers are compared with literals, so their fields need no types beyond these.
type Answer = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data?: any
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[]
}

function person(userId: string, role: Role, locale: Locale = 'id'): Viewer {
  return { userId, roles: [role], locale, sessionId: 'test' }
}
