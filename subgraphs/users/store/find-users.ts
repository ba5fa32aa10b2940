import { isStorable } from '../../../kit/storable.ts'
import type { Client, UserRow } from './client.ts'

/** Any number of people in one statement, in no particular order. */
export function findUsers(client: Client, ids: readonly string[]): Promise<UserRow[]> {
  return client.user.findMany({ where: { id: { in: [...ids] } } })
}

export function findUsersByEmail(client: Client, emails: readonly string[]): Promise<UserRow[]> {
  return client.user.findMany({ where: { email: { in: [...emails] } } })
}

/** A person with the hash that their password is verified against. */
export async function findCredentials(
  client: Client,
  email: string,
): Promise<{ user: UserRow; passwordHash: string } | null> {
  const found = await client.user.findUnique({ where: { email }, omit: { passwordHash: false } })
  if (!found) return null
  const { passwordHash, ...user } = found
  return { user, passwordHash }
}

/** Up to `limit` people, newest first (ids are UUIDv7, which rise with time), from after the id `after`. */
export function listUsers(
  client: Client,
  {
    limit,
    after,
    role,
    search,
  }: { limit: number; after?: string; role?: UserRow['roles'][number]; search?: string },
): Promise<UserRow[]> {
  if (search !== undefined && !isStorable(search)) return Promise.resolve([])
  const contains = search && { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return client.user.findMany({
    where: {
      ...(after ? { id: { lt: after } } : {}),
      ...(role ? { roles: { has: role } } : {}),
      ...(contains ? { OR: [{ name: contains }, { email: contains }] } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
  })
}
