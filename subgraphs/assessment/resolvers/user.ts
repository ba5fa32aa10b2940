import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { UserResolvers } from '../generated.ts'

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  examSessions: async ({ id }, args, { loaders }) => {
    const first = pageSize(args.first)
    const after = decodeCursor(args.after, 'moment')
    const rows = await loaders.sessionsOf({ first, after, status: args.status ?? null }).load(id)
    const cursorOf = (row: (typeof rows)[number]) => ({ key: row.startedAt.toISOString(), id: row.id })
    return connection({ rows, first, after, cursorOf })
  },
}
