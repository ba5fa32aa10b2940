import { randomUUIDv7 } from 'node:crypto'
import { judgeRoleChange } from '../domain/roles.ts'
import { userUpdated } from '../events.ts'
import { type Client, publish, type Transaction, type UserRow } from './client.ts'

export type RoleAssignment =
  | { outcome: 'ASSIGNED'; user: UserRow }
  | { outcome: 'NO_SUCH_USER' | 'NOT_ADMIN' | 'LAST_ADMIN'; user?: never }

/** Sets a person's roles if the rules of domain/roles.ts allow it at this moment, and says so. */
export function assignRoles(
  client: Client,
  { actorId, userId, roles }: { actorId: string; userId: string; roles: UserRow['roles'] },
  { now, traceparent }: { now: Date; traceparent: string },
): Promise<RoleAssignment> {
  return client.$transaction(async (transaction): Promise<RoleAssignment> => {
    const adminIds = await lockAdmins(transaction)
    const judgement = judgeRoleChange({ actorId, subjectId: userId, roles, adminIds })
    if (judgement !== 'ALLOWED') return { outcome: judgement }
    const [user] = await transaction.user.updateManyAndReturn({
      where: { id: userId },
      data: { roles, updatedAt: now },
    })
    if (!user) return { outcome: 'NO_SUCH_USER' }
    await publish(transaction, userUpdated(user, { eventId: randomUUIDv7(), time: now, traceparent }))
    return { outcome: 'ASSIGNED', user }
  })
}

/** Always in the same order, so that two administrators who demote each other wait and do not deadlock. */
async function lockAdmins(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE roles @> ARRAY['ADMIN']::role[] ORDER BY id FOR UPDATE`
  return rows.map((row) => row.id)
}
