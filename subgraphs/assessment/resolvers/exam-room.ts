import { connection, decodeCursor, pageSize } from '../../../kit/pagination.ts'
import type { ExamRoomResolvers, RoomParticipantResolvers } from '../generated.ts'

export const ExamRoom: ExamRoomResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.room.load(id),
  exam: ({ examId }) => ({ id: examId }),
  tutor: ({ tutorId }) => ({ id: tutorId }),
  status: ({ closedAt }) => (closedAt === null ? 'OPEN' : 'CLOSED'),
  sequence: ({ lastSequence }) => lastSequence,
  participants: async ({ id }, args, { loaders }) => {
    const first = pageSize(args.first, { maximum: 200 })
    const after = decodeCursor(args.after, 'moment')
    const rows = await loaders.participantsOf({ first, after }).load(id)
    const cursorOf = (row: (typeof rows)[number]) => ({ key: row.startedAt.toISOString(), id: row.sessionId })
    return connection({ rows, first, after, cursorOf })
  },
}

export const RoomParticipant: RoomParticipantResolvers = {
  student: ({ studentId }) => ({ id: studentId }),
  session: async ({ sessionId }, _args, { loaders }) => {
    const session = await loaders.session.load(sessionId)
    if (!session) throw new Error(`Room entry without its session ${sessionId}`)
    return session
  },
  currentSection: ({ sectionId }) => (sectionId === null ? null : { id: sectionId }),
  deadlineAt: ({ deadlineAt }) => (deadlineAt === null ? null : new Date(deadlineAt)),
  lastActiveAt: ({ at }) => new Date(at),
}
