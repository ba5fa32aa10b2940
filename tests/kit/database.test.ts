import { emptyDatabase, type TestDatabase } from '../jest/database.ts'

let empty: TestDatabase
beforeAll(async () => {
  empty = await emptyDatabase()
})
afterAll(() => empty.drop())

test('a connection that breaks while it is in use fails what is asked of it, and nothing else', async () => {
  const { pool } = empty.database
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const broken = new Promise((resolve) => client.once('end', resolve))
  await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await broken

  await expect(client.query('SELECT 1')).rejects.toThrow('not queryable')
  client.release(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})
