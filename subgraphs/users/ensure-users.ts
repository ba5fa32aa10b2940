import { randomBytes } from 'node:crypto'
import { traceparentOf } from '../../kit/trace.ts'
import { normaliseEmail } from './domain/email.ts'
import { orderRoles } from './domain/roles.ts'
import { hashPassword } from './passwords.ts'
import type { Store, UserRow } from './store/index.ts'

/** An account that somebody has prepared, with the roles it begins with. */
export type Account = Pick<UserRow, 'email' | 'name' | 'locale' | 'roles'> & { password: string }

/**
 * Opens the accounts that are not there yet, by e-mail address, and leaves the others as they are: whoever has changed
 * a password or a role keeps it. Safe to call at every start and from several processes; `user.registered` is
 * published for each new one.
 * @returns everyone asked for, in the order asked
 */
export async function ensureUsers(store: Store, accounts: readonly Account[], now: Date): Promise<UserRow[]> {
  const traceparent = traceparentOf(randomBytes(16).toString('hex'))
  const wanted = accounts.map((account) => ({ ...account, email: requireEmail(account.email) }))
  const emails = wanted.map(({ email }) => email)
  const known = new Set((await store.findUsersByEmail(emails)).map((user) => user.email))
  const missing = await Promise.all(
    wanted
      .filter(({ email }) => !known.has(email))
      .map(async ({ password, roles, ...account }) => ({
        ...account,
        roles: orderRoles(roles),
        passwordHash: await hashPassword(password),
      })),
  )
  for (const user of missing) await store.registerUser(user, { now, traceparent })
  const byEmail = new Map((await store.findUsersByEmail(emails)).map((user) => [user.email, user]))
  return emails.flatMap((email) => byEmail.get(email) ?? [])
}

function requireEmail(text: string): string {
  const email = normaliseEmail(text)
  if (email === null) throw new Error(`An account needs an e-mail address, not ${JSON.stringify(text)}.`)
  return email
}
