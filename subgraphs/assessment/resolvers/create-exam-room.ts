import { unauthenticated } from '../../../kit/errors.ts'
import type { MutationResolvers } from '../generated.ts'
import { invalidInput, notFound } from './user-errors.ts'

export const createExamRoom: MutationResolvers['createExamRoom'] = async (
  _parent,
  { input },
  { store, viewer, locale, receivedAt },
) => {
  if (!viewer) throw unauthenticated()
  const name = input.name.trim()
  if (name.length < 1 || name.length > 100 || /\p{Cc}/u.test(name) || !name.isWellFormed())
    return { room: null, errors: [invalidInput('ROOM_NAME_UNUSABLE', 'input.name', locale)] }
  const form = await store.forms.current(input.examId)
  if (!form) return { room: null, errors: [notFound('EXAM_NOT_FOUND', 'input.examId', locale)] }
  const { examId } = form
  const room = await store.createRoom({ examId, name, tutorId: viewer.userId, createdAt: receivedAt })
  return { room, errors: [] }
}
