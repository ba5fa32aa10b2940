import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { QueryResolvers } from '../generated.ts'

export const apiClients: QueryResolvers['apiClients'] = async (_parent, args, { store }) => {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'text')
  const rows = await store.listClients({ limit: first + 1, after: after?.id })
  return connection({ rows, first, after, cursorOf: ({ name }) => ({ key: name, id: name }) })
}
