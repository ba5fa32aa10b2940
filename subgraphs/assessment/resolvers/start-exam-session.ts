import { unauthenticated } from '../../../kit/errors.ts'
import type { Context } from '../context.ts'
import type { MutationResolvers, StartExamSessionInput } from '../generated.ts'
import type { RoomRow } from '../store/index.ts'
import { type UserErrorModel, invalidInput, notFound, wrongState } from './user-errors.ts'

type Problem = UserErrorModel<'InvalidInput'> | UserErrorModel<'NotFound'> | UserErrorModel<'WrongState'>

export const startExamSession: MutationResolvers['startExamSession'] = async (
  _parent,
  { input },
  context,
) => {
  const { sessions, store, viewer, locale, receivedAt } = context
  const refuse = (error: Problem) => ({ session: null, errors: [error] })
  if (!viewer) throw unauthenticated()
  const place = await findPlace(input, context)
  if ('problem' in place) return refuse(place.problem)
  const form = await store.forms.current(place.examId)
  if (!form) return refuse(notFound('EXAM_NOT_FOUND', 'input.examId', locale))

  const session = await sessions.start({ studentId: viewer.userId, form, room: place.room }, receivedAt)
  if (place.room && session.roomId !== place.room.id)
    return refuse(wrongState('RUNNING_ELSEWHERE', 'input.roomCode', locale))
  return { session, errors: [] }
}

/** The exam to sit, and the room to sit it in, if there is one. */
async function findPlace(
  { examId, roomCode }: StartExamSessionInput,
  { store, locale }: Context,
): Promise<{ examId: string; room: RoomRow | null } | { problem: Problem }> {
  if (roomCode == null) {
    if (examId == null) return { problem: invalidInput('EXAM_MISSING', 'input.examId', locale) }
    return { examId, room: null }
  }
  const room = await store.findRoomByCode(roomCode)
  if (!room) return { problem: notFound('ROOM_NOT_FOUND', 'input.roomCode', locale) }
  if (examId != null && room.examId !== examId)
    return { problem: invalidInput('ROOM_OF_OTHER_EXAM', 'input.roomCode', locale) }
  if (room.closedAt) return { problem: wrongState('ROOM_CLOSED', 'input.roomCode', locale) }
  return { examId: room.examId, room }
}
