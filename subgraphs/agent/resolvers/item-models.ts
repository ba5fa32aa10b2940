import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import { itemModels as all, itemModelsOf } from '../domain/models/index.ts'
import type { QueryResolvers } from '../generated.ts'

export const itemModels: QueryResolvers['itemModels'] = (_parent, args) => {
  const first = pageSize(args.first)
  const after = decodeCursor(args.after, 'text')
  const models = (args.skill == null ? all : itemModelsOf(args.skill)).toSorted((a, b) =>
    a.code < b.code ? -1 : 1,
  )
  const rows = after ? models.filter((model) => model.code > after.id) : models
  return connection({ rows, first, after, cursorOf: ({ code }) => ({ key: code, id: code }) })
}
