import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { QueryResolvers } from '../generated.ts'

export const examRooms: QueryResolvers['examRooms'] = async (_parent, args, { store, viewer }) => {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'moment')
  const rows = viewer ? await store.listRooms(viewer.userId, { first, after }) : []
  const cursorOf = (row: (typeof rows)[number]) => ({ key: row.createdAt.toISOString(), id: row.id })
  return connection({ rows, first, after, cursorOf })
}
