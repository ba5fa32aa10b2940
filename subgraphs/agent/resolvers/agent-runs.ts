import { unauthenticated } from '../../../kit/errors.ts'
import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { QueryResolvers } from '../generated.ts'

export const agentRuns: QueryResolvers['agentRuns'] = async (_parent, args, { store, viewer }) => {
  if (!viewer) throw unauthenticated()
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'id')
  const rows = await store.listRuns({
    limit: first + 1,
    after: after?.id,
    ownerId: viewer.roles.includes('ADMIN') ? undefined : viewer.userId,
  })
  return connection({ rows, first, after, cursorOf: ({ id }) => ({ key: id, id }) })
}
