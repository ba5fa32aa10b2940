import { coded } from '../../../kit/errors.ts'
import { type Cursor, connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { UserResolvers } from '../generated.ts'

/** All that notification needs of a person whom users owns. */
export type UserReference = { id: string }

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  async notifications({ id: userId }, args, { loaders }) {
    const first = pageSize(args.first)
    const after = decodeCursor(args.after)
    const rows = await loaders.notificationPages.load({
      userId,
      limit: first + 1,
      before: after && sequenceOf(after),
      unreadOnly: args.unreadOnly,
    })
    return connection({ rows, first, after, cursorOf: ({ sequence, id }) => ({ key: String(sequence), id }) })
  },

  unreadNotificationCount: ({ id }, _args, { loaders }) => loaders.unreadCounts.load(id),
}

function sequenceOf({ key }: Cursor): number {
  if (/^\d{1,9}$/.test(key)) return Number(key)
  throw coded('BAD_USER_INPUT', '`after` is not a cursor that this list gave.', { field: 'after' })
}
