export type Role = 'STUDENT' | 'TUTOR' | 'AUTHOR' | 'ADMIN'

const ORDER: readonly Role[] = ['STUDENT', 'TUTOR', 'AUTHOR', 'ADMIN']

/** Each role once, in the order of the schema, so that equal sets are equal lists. */
export function orderRoles(roles: readonly Role[]): Role[] {
  return ORDER.filter((role) => roles.includes(role))
}

/**
 * Whether `actorId` may give `subjectId` these roles, given who is an administrator at this moment. The access token
 * of somebody who has just lost the role still names it, so the caller's own standing is judged here once more.
 */
export function judgeRoleChange(change: {
  actorId: string
  subjectId: string
  roles: readonly Role[]
  adminIds: readonly string[]
}): 'ALLOWED' | 'NOT_ADMIN' | 'LAST_ADMIN' {
  const { actorId, subjectId, roles, adminIds } = change
  if (!adminIds.includes(actorId)) return 'NOT_ADMIN'
  const someoneRemains = roles.includes('ADMIN') || adminIds.some((id) => id !== subjectId)
  return someoneRemains ? 'ALLOWED' : 'LAST_ADMIN'
}
