import { forbidden, unauthenticated } from '../../../kit/errors.ts'
import { isUuid } from '../../../kit/uuid.ts'
import { orderRoles } from '../domain/roles.ts'
import type { MutationResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { invalidInput } from './user-errors.ts'

export const assignRole: MutationResolvers['assignRole'] = async (_parent, { input }, context) => {
  const { store, viewer, locale, occasion } = context
  if (!viewer) throw unauthenticated()
  const roles = orderRoles(input.roles)
  if (roles.length === 0) {
    return { user: null, errors: [invalidInput({ field: 'input.roles', problem: 'ROLES_MISSING' }, locale)] }
  }
  const notFound = {
    __typename: 'NotFound' as const,
    code: 'NOT_FOUND',
    message: say('USER_NOT_FOUND', locale),
    field: 'input.userId',
  }
  if (!isUuid(input.userId)) return { user: null, errors: [notFound] }

  const assignment = await store.assignRoles(
    { actorId: viewer.userId, userId: input.userId, roles },
    occasion,
  )
  switch (assignment.outcome) {
    case 'ASSIGNED':
      return { user: assignment.user, errors: [] }
    case 'NO_SUCH_USER':
      return { user: null, errors: [notFound] }
    case 'NOT_ADMIN':
      throw forbidden()
    case 'LAST_ADMIN': {
      const code = 'LAST_ADMIN'
      const lastAdmin = { code, message: say(code, locale), field: 'input.roles' }
      return { user: null, errors: [{ __typename: 'WrongState', ...lastAdmin }] }
    }
  }
}
