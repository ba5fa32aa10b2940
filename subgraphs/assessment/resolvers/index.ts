import type { Resolvers } from '../generated.ts'
import { closeExamRoom } from './close-exam-room.ts'
import { createExamRoom } from './create-exam-room.ts'
import { ExamRoomActivity, examRoomActivity } from './exam-room-activity.ts'
import { examRoom } from './exam-room-by-id.ts'
import { ExamRoom, RoomParticipant } from './exam-room.ts'
import { examRooms } from './exam-rooms.ts'
import { examSession } from './exam-session-by-id.ts'
import { ExamSessionProgress, examSessionProgress } from './exam-session-progress.ts'
import { ExamSession } from './exam-session.ts'
import { finishExamSession } from './finish-exam-session.ts'
import { flagItem } from './flag-item.ts'
import { ItemReview } from './item-review.ts'
import { PracticeScore, ScoreReport, SectionScore, SkillScore } from './score-report.ts'
import { ItemResponse, SessionItem } from './session-item.ts'
import { SessionSection } from './session-section.ts'
import { startExamSession } from './start-exam-session.ts'
import { submitAnswer } from './submit-answer.ts'
import { submitSection } from './submit-section.ts'
import { User } from './user.ts'

export const resolvers: Resolvers = {
  Query: { examSession, examRoom, examRooms },
  Mutation: {
    startExamSession,
    submitAnswer,
    flagItem,
    submitSection,
    finishExamSession,
    createExamRoom,
    closeExamRoom,
  },
  Subscription: { examSessionProgress, examRoomActivity },
  User,
  ExamSession,
  SessionSection,
  SessionItem,
  ItemResponse,
  ItemReview,
  ScoreReport,
  SectionScore,
  SkillScore,
  PracticeScore,
  ExamRoom,
  RoomParticipant,
  ExamSessionProgress,
  ExamRoomActivity,
}
