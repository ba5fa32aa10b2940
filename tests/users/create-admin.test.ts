import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { verifyPassword } from '../../subgraphs/users/passwords.ts'
import { type TestDatabase, testDatabase } from '../jest/database.ts'

const script = join(import.meta.dirname, '../../scripts/create-admin.ts')
let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase('users')
})
afterAll(() => db.drop())

test('the first administrator gets an account and a password that opens it', async () => {
  const { code, said } = await run(db.url, 'Kepala@Bimbel.example', 'Ibu', 'Kepala')
  expect(code).toBe(0)
  const password = /shown only now: (\S{20})\n$/.exec(said)?.[1] ?? ''
  const [admin] = await accounts()
  expect(admin).toMatchObject({ email: 'kepala@bimbel.example', name: 'Ibu Kepala', roles: '{ADMIN}' })
  expect(await verifyPassword(admin?.password_hash, password)).toBe(true)
})

test('an account that is there is left as it is', async () => {
  const before = await accounts()
  const { code, said } = await run(db.url, 'kepala@bimbel.example', 'Orang', 'Lain')
  expect({ code, said }).toEqual({
    code: 1,
    said: 'kepala@bimbel.example has an account already; nothing was changed.\n',
  })
  expect(await accounts()).toEqual(before)
})

test('without a database or a name it says what is missing', async () => {
  expect(await run(undefined, 'a@b.example', 'Nama')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/DATABASE_URL/),
  })
  expect(await run(db.url, 'a@b.example')).toMatchObject({ code: 1, said: expect.stringMatching(/^Usage:/) })
})

async function accounts() {
  const { rows } = await db.database.pool.query<{
    email: string
    name: string
    roles: string
    password_hash: string
  }>('SELECT email, name, roles::text, password_hash FROM account')
  return rows
}

function run(url: string | undefined, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: url ?? '' }
    execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr })
    })
  })
}
