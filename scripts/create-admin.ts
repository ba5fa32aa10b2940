/**
 * `npm run create-admin -- EMAIL NAME`: opens the account of a first administrator, with a password that is shown once.
 * Works on the database that DATABASE_URL or USERS_DATABASE_URL names; an account that is there already stays as it is.
 */
import { randomBytes } from 'node:crypto'
import { readConfig } from '../kit/config.ts'
import { openDatabase } from '../kit/database.ts'
import { messageOf } from '../kit/errors.ts'
import { ensureUsers } from '../subgraphs/users/ensure-users.ts'
import { createStore } from '../subgraphs/users/store/index.ts'

const USAGE = `Usage: npm run create-admin -- EMAIL NAME

Opens the account of a first administrator in the database of DATABASE_URL (or USERS_DATABASE_URL).
In containers: docker compose exec users node scripts/create-admin.ts EMAIL NAME`

try {
  await main()
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}

async function main(): Promise<void> {
  const [email, ...words] = process.argv.slice(2)
  const name = words.join(' ')
  if (!email || !name) throw new Error(USAGE)
  const config = readConfig()
  const url = config.USERS_DATABASE_URL ?? config.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL or USERS_DATABASE_URL: is required and missing.')

  const database = openDatabase({ url, schema: 'users' })
  const store = createStore(database)
  try {
    const password = randomBytes(15).toString('base64url')
    const known = await store.findUsersByEmail([email.trim().toLowerCase()])
    if (known.length > 0) throw new Error(`${email} has an account already; nothing was changed.`)
    await ensureUsers(store, [{ email, name, locale: 'id', roles: ['ADMIN'], password }], new Date())
    console.log(`${email} is an administrator. The password, shown only now: ${password}`)
  } finally {
    await store.close()
    await database.close()
  }
}
