import type { QueryResolvers } from '../generated.ts'

export const examRoom: QueryResolvers['examRoom'] = (_parent, { id }, { loaders }) => loaders.room.load(id)
