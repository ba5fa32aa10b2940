import { anyone, hasRole, self, signedIn } from '../../kit/policy.ts'
import { and, or, rule, type IRules } from '../../kit/shield.ts'
import type { Session } from './active-sessions.ts'
import type { Context } from './context.ts'
import type { RoomRow } from './store/index.ts'

const student = hasRole('STUDENT')
const staff = hasRole('TUTOR', 'ADMIN')
const admin = hasRole('ADMIN')

/** The student who sits a session; one that does not exist is nobody's, which the resolver says. */
const sitsSession = rule('sitsSession', { cache: 'no_cache' })(async (
  _parent,
  { input }: { input: { sessionId: string } },
  { sessions, viewer }: Context,
) => {
  const session = await sessions.open(input.sessionId)
  return !session || session.row.studentId === viewer?.userId
})

const ownsRoom = rule('ownsRoom', { cache: 'no_cache' })(async (
  _parent,
  { input }: { input: { roomId: string } },
  { loaders, viewer }: Context,
) => {
  const room = await loaders.room.load(input.roomId)
  return !room || room.tutorId === viewer?.userId
})

/** Its student, the tutor of its room, and administrators. */
const seesSession = rule('seesSession', { cache: 'no_cache' })(
  (session: Session, _args, { viewer }: Context) => maySeeSession(session, viewer),
)

const seesReport = rule('seesReport', { cache: 'no_cache' })(
  ({ session }: { session: Session }, _args, { viewer }: Context) => maySeeSession(session, viewer),
)

const seesRoom = rule('seesRoom', { cache: 'no_cache' })((room: RoomRow, _args, { viewer }: Context) =>
  maySeeRoom(room, viewer),
)

const followsSession = rule('followsSession', { cache: 'no_cache' })(async (
  _parent,
  { sessionId }: { sessionId: string },
  { loaders, viewer }: Context,
) => {
  const session = await loaders.session.load(sessionId)
  return !session || maySeeSession(session, viewer)
})

const followsRoom = rule('followsRoom', { cache: 'no_cache' })(async (
  _parent,
  { roomId }: { roomId: string },
  { loaders, viewer }: Context,
) => {
  const room = await loaders.room.load(roomId)
  return !room || maySeeRoom(room, viewer)
})

function maySeeSession(session: Session, viewer: Context['viewer']): boolean {
  if (!viewer) return false
  return [session.studentId, session.tutorId].includes(viewer.userId) || viewer.roles.includes('ADMIN')
}

function maySeeRoom(room: RoomRow, viewer: Context['viewer']): boolean {
  return viewer !== null && (room.tutorId === viewer.userId || viewer.roles.includes('ADMIN'))
}

export const policy = {
  Query: {
    examSession: signedIn,
    examRoom: staff,
    examRooms: staff,
  },
  Mutation: {
    startExamSession: student,
    submitAnswer: and(student, sitsSession),
    flagItem: and(student, sitsSession),
    submitSection: and(student, sitsSession),
    finishExamSession: and(student, sitsSession),
    createExamRoom: staff,
    closeExamRoom: and(staff, or(ownsRoom, admin)),
  },
  Subscription: {
    examSessionProgress: and(signedIn, followsSession),
    examRoomActivity: and(staff, followsRoom),
  },
  User: { id: signedIn, examSessions: and(signedIn, or(self, staff)) },
  ExamSession: and(signedIn, seesSession),
  ScoreReport: and(signedIn, seesReport),
  ExamRoom: and(signedIn, seesRoom),
  // Reached only through the session, report or room that they are part of, or the payload that gave it.
  Exam: signedIn,
  ExamSection: signedIn,
  Skill: signedIn,
  Question: signedIn,
  ExamSessionConnection: signedIn,
  ExamSessionEdge: signedIn,
  SessionSection: signedIn,
  SessionItem: signedIn,
  SessionStimulus: signedIn,
  ItemFigure: signedIn,
  ItemOption: signedIn,
  ItemStatement: signedIn,
  ItemResponse: signedIn,
  StatementResponse: signedIn,
  PracticeScore: signedIn,
  SectionScore: signedIn,
  SkillScore: signedIn,
  ItemReview: signedIn,
  RoomParticipantConnection: staff,
  RoomParticipantEdge: staff,
  RoomParticipant: staff,
  ExamRoomConnection: staff,
  ExamRoomEdge: staff,
  AnswerAcknowledgement: student,
  StartExamSessionPayload: student,
  SubmitAnswerPayload: student,
  FlagItemPayload: student,
  SubmitSectionPayload: student,
  FinishExamSessionPayload: student,
  CreateExamRoomPayload: staff,
  CloseExamRoomPayload: staff,
  ExamSessionProgress: signedIn,
  ExamRoomActivity: staff,
  PageInfo: signedIn,
  InvalidInput: anyone,
  NotFound: anyone,
  WrongState: anyone,
} satisfies IRules
