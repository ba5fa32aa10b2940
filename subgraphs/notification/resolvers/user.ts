import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { UserResolvers } from '../generated.ts'

/** All that notification needs of a person whom users owns. */
export type UserReference = { id: string }

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),

  async notifications({ id: userId }, args, { loaders }) {
    const first = pageSize(args.first)
    const after = decodeCursor(args.after, 'number')
    const rows = await loaders.notificationPages.load({
      userId,
      limit: first + 1,
      before: after && Number(after.key),
      unreadOnly: args.unreadOnly,
    })
    return connection({ rows, first, after, cursorOf: ({ sequence, id }) => ({ key: String(sequence), id }) })
  },

  unreadNotificationCount: ({ id }, _args, { loaders }) => loaders.unreadCounts.load(id),
}
