import type { MutationResolvers } from '../generated.ts'
import { notFound } from './user-errors.ts'

export const closeExamRoom: MutationResolvers['closeExamRoom'] = async (
  _parent,
  { input },
  { store, loaders, locale, receivedAt },
) => {
  const room = await loaders.room.load(input.roomId)
  if (!room) return { room: null, errors: [notFound('ROOM_NOT_FOUND', 'input.roomId', locale)] }
  return { room: await store.closeRoom(room.id, receivedAt), errors: [] }
}
