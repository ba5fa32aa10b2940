import { generateKeyPairSync } from 'node:crypto'
import { graphql } from 'graphql'
import { openPostgresBroker } from '../../kit/broker-postgres.ts'
import { createInProcessFanout } from '../../kit/fanout.ts'
import {
  createIdentitySigner,
  createIdentityVerifier,
  IDENTITY_HEADER,
  type Viewer,
} from '../../kit/identity.ts'
import { createLogger } from '../../kit/log.ts'
import { createUsersSubgraph } from '../../subgraphs/users/subgraph.ts'
import { testDatabase } from '../jest/database.ts'

export const IDENTITY_SECRET = 'the secret that gateway and subgraphs share'
export const PASSWORD = 'belajar-tekun-2026'

/** The users subgraph on a database of its own, with a clock that stands still, asked as the gateway asks it. */
export async function usersUnderTest() {
  const db = await testDatabase('users')
  const log = createLogger({ name: 'users', level: 'silent' })
  const broker = await openPostgresBroker({ url: db.url, log })
  const fanout = createInProcessFanout()
  const keys = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const clock = { now: new Date('2027-01-04T08:00:00.000Z') }
  const verifyIdentity = createIdentityVerifier(IDENTITY_SECRET)
  const signer = createIdentitySigner(IDENTITY_SECRET)
  const subgraph = await createUsersSubgraph(
    { database: db.database, broker, fanout, verifyIdentity, log, now: () => clock.now },
    { accessTokenPrivateKey: keys.privateKey },
  )

  /** Executes as the subgraph does behind HTTP. */
  async function executeWith<Data>(
    headers: Record<string, string>,
    source: Operation<Data>,
    variableValues = {},
  ): Promise<Answer<Data>> {
    const contextValue = await subgraph.context({ headers })
    const result = await graphql({ schema: subgraph.schema, source, variableValues, contextValue })
    return JSON.parse(JSON.stringify(result)) as Answer<Data>
  }

  const headersOf = async (viewer: Viewer | null) => ({ [IDENTITY_HEADER]: await signer.sign(viewer) })

  const execute = async <Data>(viewer: Viewer | null, source: Operation<Data>, variables = {}) =>
    executeWith(await headersOf(viewer), source, variables)

  /** Four people, one of each role, and viewers for them. */
  async function people() {
    const accounts = [
      { name: 'Siti Rahma', email: 'siti@demo.simpul.example', locale: 'id', roles: ['STUDENT'] },
      { name: 'Budi Santoso', email: 'budi@demo.simpul.example', locale: 'id', roles: ['TUTOR'] },
      { name: 'Ayu Lestari', email: 'ayu@demo.simpul.example', locale: 'en', roles: ['AUTHOR'] },
      { name: 'Wayan Pratama', email: 'wayan@demo.simpul.example', locale: 'en', roles: ['ADMIN'] },
    ] as const
    const rows = await subgraph.ensureUsers(
      accounts.map((account) => ({ ...account, roles: [...account.roles], password: PASSWORD })),
    )
    const viewers = rows.map(({ id, roles, locale }) => ({ userId: id, roles, locale, sessionId: 'test' }))
    const [student, tutor, author, admin] = viewers as [Viewer, Viewer, Viewer, Viewer]
    return { student, tutor, author, admin }
  }

  const rowsOf = async (sql: string) => (await db.database.pool.query<Record<string, unknown>>(sql)).rows

  return {
    subgraph,
    broker,
    fanout,
    clock,
    publicKey: keys.publicKey,
    execute,
    executeWith,
    headersOf,
    people,
    rowsOf,
    statements: () => db.database.statements(),
    /** Everything that an operation could have changed, to be compared before and after. */
    everything: async () => ({
      accounts: await rowsOf('SELECT * FROM account ORDER BY id'),
      sessions: await rowsOf('SELECT * FROM auth_session ORDER BY id'),
      tokens: await rowsOf('SELECT * FROM refresh_token ORDER BY hash'),
      outbox: await rowsOf('SELECT * FROM outbox ORDER BY position'),
    }),
    /** The facts published so far, oldest first: type and data. */
    events: async () => {
      const rows = await rowsOf('SELECT event FROM outbox ORDER BY position')
      return rows.map(({ event }) => {
        const { type, subject, data } = event as { type: string; subject: string; data: unknown }
        return { type, subject, data }
      })
    },
    async stop() {
      await subgraph.stop()
      await broker.close()
      await fanout.close()
      await db.drop()
    },
  }
}

export type UsersUnderTest = Awaited<ReturnType<typeof usersUnderTest>>

/** The text of an operation, and the shape of its data when all goes well. */
export type Operation<Data> = string & { data?: Data }

export type Answer<Data> = {
  data: Data
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[]
}

export type UserData = {
  id: string
  name: string
  email: string
  locale: string
  roles: string[]
  createdAt: string
}
export type SessionData = {
  accessToken: string
  accessTokenExpiresAt: string
  refreshToken: string
  refreshTokenExpiresAt: string
  user: UserData
}
type Failure = { __typename: string; code: string; message: string; field: string | null }
type SessionPayload = { session: SessionData; errors: Failure[] }

const SESSION = `session {
  accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt user { id name email locale roles createdAt }
}
errors { __typename ... on UserError { code message field } }`

export const REGISTER: Operation<{ register: SessionPayload }> =
  `mutation ($input: RegisterInput!) { register(input: $input) { ${SESSION} } }`
export const SIGN_IN: Operation<{ signIn: SessionPayload }> =
  `mutation ($input: SignInInput!) { signIn(input: $input) {
  ${SESSION} errors { ... on TooManySignInAttempts { retryAt } }
} }`
export const REFRESH: Operation<{ refreshSession: SessionPayload }> =
  `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SESSION} } }`
export const SIGN_OUT: Operation<{ signOut: { signedOut: boolean; errors: Failure[] } }> =
  `mutation ($input: SignOutInput!) { signOut(input: $input) {
  signedOut errors { __typename ... on UserError { code field } }
} }`
export const ASSIGN_ROLE: Operation<{ assignRole: { user: UserData; errors: Failure[] } }> =
  `mutation ($input: AssignRoleInput!) { assignRole(input: $input) {
  user { id roles } errors { __typename ... on UserError { code message field } }
} }`
export const UPDATE_PROFILE: Operation<{ updateProfile: { user: UserData; errors: Failure[] } }> =
  `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
  user { id name locale } errors { __typename ... on UserError { code message field } }
} }`
export const ENTITIES: Operation<{ _entities: UserData[] }> =
  `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on User { id name roles }
} }`
