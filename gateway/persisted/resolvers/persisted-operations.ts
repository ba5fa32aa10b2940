import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { QueryResolvers } from '../generated.ts'

export const persistedOperations: QueryResolvers['persistedOperations'] = async (
  _parent,
  args,
  { store },
) => {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'text')
  const rows = await store.listOperations({
    client: args.client ?? undefined,
    limit: first + 1,
    after: after && { client: after.key, hash: after.id },
  })
  return connection({ rows, first, after, cursorOf: ({ client, hash }) => ({ key: client, id: hash }) })
}
