import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { QueryResolvers } from '../generated.ts'

export const users: QueryResolvers['users'] = async (_parent, args, { store }) => {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'id')
  const rows = await store.listUsers({
    limit: first + 1,
    after: after?.id,
    role: args.role ?? undefined,
    search: args.search?.trim() || undefined,
  })
  return connection({ rows, first, after, cursorOf: ({ id }) => ({ key: id, id }) })
}
