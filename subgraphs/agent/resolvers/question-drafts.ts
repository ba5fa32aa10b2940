import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { QueryResolvers } from '../generated.ts'

export const questionDrafts: QueryResolvers['questionDrafts'] = async (_parent, args, { store }) => {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'id')
  const rows = await store.listDrafts({
    limit: first + 1,
    after: after?.id,
    status: args.status ?? undefined,
  })
  return connection({ rows, first, after, cursorOf: ({ id }) => ({ key: id, id }) })
}
