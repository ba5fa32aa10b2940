import { coded } from '../../../kit/errors.ts'
import { mapEach } from '../../../kit/follow-log.ts'
import type { ExamRoomActivityResolvers, SubscriptionResolvers } from '../generated.ts'
import { say } from '../messages.ts'
import { roomActivity } from '../progress.ts'

export const examRoomActivity: SubscriptionResolvers['examRoomActivity'] = {
  subscribe: async (_parent, { roomId, afterSequence }, context) => {
    const room = await context.loaders.room.load(roomId)
    if (!room) throw coded('NOT_FOUND', say('ROOM_NOT_FOUND', context.locale))
    const activities = await roomActivity(context, room, afterSequence ?? null)
    return mapEach(activities, { map: (activity) => ({ examRoomActivity: activity }) })
  },
}

export const ExamRoomActivity: ExamRoomActivityResolvers = {
  student: ({ entry }) => entry && { id: entry.studentId },
  session: ({ entry }, _args, { loaders }) => entry && loaders.session.load(entry.sessionId),
  status: ({ entry }) => entry?.status ?? null,
  section: ({ entry }) => (entry?.sectionId == null ? null : { id: entry.sectionId }),
  itemNumber: ({ entry }) => entry?.itemNumber ?? null,
  answeredCount: ({ entry }) => entry?.answeredCount ?? 0,
  itemCount: ({ entry }) => entry?.itemCount ?? 0,
}
