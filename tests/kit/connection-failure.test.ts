import { isConnectionFailure } from '../../kit/connection-failure.ts'
import { openDatabase } from '../../kit/database.ts'
import { type TestDatabase, emptyDatabase } from '../jest/database.ts'

let empty: TestDatabase
beforeAll(async () => {
  empty = await emptyDatabase()
})
afterAll(() => empty.drop())

/** As Prisma gives what its adapter was told. */
const fromPrisma = (code: string, cause: object) =>
  Object.assign(new Error('Invalid `prisma.user.findMany()` invocation'), {
    code,
    meta: { driverAdapterError: { name: 'DriverAdapterError', cause } },
  })

test('a server that is not there, and a connection that ends while it is asked, are failures of the way', async () => {
  const nowhere = openDatabase({ url: 'postgresql://postgres@127.0.0.1:1/postgres', schema: 'users' })
  expect(isConnectionFailure(await nowhere.pool.query('SELECT 1').catch((error: unknown) => error))).toBe(
    true,
  )
  await nowhere.close()

  const { pool } = empty.database
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const waiting = client.query('SELECT pg_sleep(30)').catch((error: unknown) => error)
  await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  expect(isConnectionFailure(await waiting)).toBe(true)
  expect(isConnectionFailure(await client.query('SELECT 1').catch((error: unknown) => error))).toBe(true)
  client.release(true)
})

test('a server that restarts is one too, as deep as Prisma wraps it', () => {
  expect(isConnectionFailure(fromPrisma('P2039', { originalCode: '57P03', kind: 'postgres' }))).toBe(true)
  expect(isConnectionFailure(fromPrisma('P2010', { originalCode: '57P01', kind: 'postgres' }))).toBe(true)
  expect(isConnectionFailure(fromPrisma('P2010', { kind: 'DatabaseNotReachable', port: 5432 }))).toBe(true)
  expect(isConnectionFailure(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))).toBe(true)
})

test('what was asked wrongly is not', async () => {
  const refused = await empty.database.pool.query(`SELECT 'no number'::int`).catch((error: unknown) => error)
  expect(isConnectionFailure(refused)).toBe(false)
  expect(isConnectionFailure(fromPrisma('P2010', { originalCode: '22P02', kind: 'InvalidInputValue' }))).toBe(
    false,
  )
  expect(isConnectionFailure(new Error('A bug'))).toBe(false)
  expect(isConnectionFailure(undefined)).toBe(false)
})
