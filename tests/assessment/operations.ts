import type { Viewer } from '../../kit/identity.ts'
import type { Answer, Operation } from './assessment-under-test.ts'

export type ErrorData = { __typename: string; code: string; message: string; field: string | null }
export type ResponseData = {
  choice: string | null
  text: string | null
  statements?: { id: string; value: boolean }[] | null
}
export type SectionData = {
  id: string
  code: string
  status: string
  deadlineAt: string | null
  submittedAt: string | null
  submissionReason: string | null
  answeredCount: number
  items: { id: string; response: ResponseData | null; flagged: boolean }[]
}
export type SessionData = {
  id: string
  status: string
  deadlineAt: string | null
  finishedAt: string | null
  answeredCount: number
  itemCount: number
  sequence: number
  lastClientSequence: number
  sections: SectionData[]
}
export type ReportData = { points: number; practiceScore: { score: number } }
export type ReviewData = {
  id: string
  correct: boolean
  points: number
  timeSpentMs: number | null
  key: ResponseData
  response: ResponseData | null
}
type Running = SessionData & { remainingSeconds: number; currentSection: { code: string } | null }
type Payload = { session: Running | null; errors: ErrorData[] }
type AnswerPayload = Payload & {
  acknowledgement: { clientSequence: number; itemId: string; sequence: number; superseded: boolean } | null
}
export type RoomData = { id: string; code: string; status: string }
type RoomPayload = { room: RoomData | null; errors: ErrorData[] }
type Full = SessionData & { report: ReportData | null; review: ReviewData[] | null }

type Process = {
  execute<Data>(viewer: Viewer | null, source: Operation<Data>, variables?: object): Promise<Answer<Data>>
}

const ERRORS = 'errors { __typename ... on UserError { code message field } }'
const SESSION = `session {
  id status deadlineAt finishedAt remainingSeconds answeredCount itemCount sequence lastClientSequence
  currentSection { id code items { id } }
  sections { id code status deadlineAt submittedAt submissionReason answeredCount }
}`

export const START: Operation<{ startExamSession: Payload }> = `mutation ($input: StartExamSessionInput!) {
  startExamSession(input: $input) { ${SESSION} ${ERRORS} }
}`
export const ANSWER: Operation<{ submitAnswer: AnswerPayload }> = `mutation ($input: SubmitAnswerInput!) {
  submitAnswer(input: $input) {
    acknowledgement { clientSequence itemId sequence receivedAt superseded }
    ${SESSION} ${ERRORS}
  }
}`
export const FLAG: Operation<{ flagItem: Payload }> =
  `mutation ($input: FlagItemInput!) { flagItem(input: $input) { ${SESSION} ${ERRORS} } }`
export const SUBMIT: Operation<{ submitSection: Payload }> = `mutation ($input: SubmitSectionInput!) {
  submitSection(input: $input) { ${SESSION} ${ERRORS} }
}`
export const FINISH: Operation<{ finishExamSession: Payload }> = `mutation ($input: FinishExamSessionInput!) {
  finishExamSession(input: $input) { ${SESSION} ${ERRORS} }
}`
export const OPEN_ROOM: Operation<{ createExamRoom: RoomPayload }> =
  `mutation ($input: CreateExamRoomInput!) {
  createExamRoom(input: $input) { room { id code name status exam { id } tutor { id } } ${ERRORS} }
}`
export const CLOSE_ROOM: Operation<{ closeExamRoom: RoomPayload }> = `mutation ($input: CloseExamRoomInput!) {
  closeExamRoom(input: $input) { room { id status closedAt } ${ERRORS} }
}`
export const SESSION_BY_ID: Operation<{ examSession: Full | null }> =
  `query ($id: ID!) { examSession(id: $id) {
  id status deadlineAt finishedAt answeredCount itemCount sequence lastClientSequence
  sections { id code status deadlineAt submittedAt submissionReason answeredCount items { id response { choice text } flagged } }
  report { points maxPoints answeredCount correctCount scoredAt
    practiceScore { label score standardError provisional } sections { code points } skills { code points maxPoints } }
  review { id number sectionCode correct points explanation misconception timeSpentMs
    key { choice text statements { id value } } response { choice text statements { id value } } }
} }`

/** The data of an operation that must go well. */
export async function dataOf<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, errors } = await answer
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`)
  return data
}

/** A student at the screen: each method is one operation, and gives the payload. */
export function studentAt(process: Process, viewer: Viewer) {
  let clientSequence = 0
  const run = <Data>(source: Operation<Data>, input: object) =>
    dataOf(process.execute(viewer, source, { input }))
  const itemId = (sessionId: string, number: number) => `${sessionId}:${number}`

  return {
    viewer,
    start: async (examId: string) => (await run(START, { examId })).startExamSession,
    join: async (roomCode: string) => (await run(START, { roomCode })).startExamSession,

    /** Answers the question with this number, counted through the exam, under the next client sequence. */
    async answer(sessionId: string, number: number, response: object | null, more: object = {}) {
      clientSequence += 1
      const input = { sessionId, itemId: itemId(sessionId, number), response, clientSequence, ...more }
      return (await run(ANSWER, input)).submitAnswer
    },
    flag: async (sessionId: string, number: number, flagged = true) =>
      (await run(FLAG, { sessionId, itemId: itemId(sessionId, number), flagged })).flagItem,
    submit: async (sessionId: string, sectionId: string) =>
      (await run(SUBMIT, { sessionId, sectionId })).submitSection,
    finish: async (sessionId: string) => (await run(FINISH, { sessionId })).finishExamSession,

    async session(id: string) {
      const { examSession } = await dataOf(process.execute(viewer, SESSION_BY_ID, { id }))
      if (!examSession) throw new Error(`There is no session ${id}`)
      return examSession
    },
  }
}
