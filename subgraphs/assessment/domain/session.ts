import type { Form } from './form.ts'
import type { Response } from './response.ts'

/**
 * A session is its log: events are only ever appended, numbered from 1 without gaps, and the state is folded from them.
 * Times are milliseconds since the epoch, items and sections are named by their place in the form, from 0.
 */
export type SessionEvent = NewSessionEvent & { sequence: number }

export type NewSessionEvent = { at: number } & (
  | { type: 'STARTED'; data: { studentId: string; formId: string; roomId: string | null } }
  | { type: 'SECTION_OPENED'; data: { section: number; deadlineAt: number } }
  | { type: 'ANSWERED'; data: Answer }
  | { type: 'FLAGGED'; data: { position: number; flagged: boolean } }
  | { type: 'SECTION_SUBMITTED'; data: { section: number; reason: SubmissionReason } }
  | { type: 'FINISHED'; data: Record<string, never> }
  | { type: 'SCORED'; data: { points: number; maxPoints: number } }
)

export type SessionEventType = SessionEvent['type']
export type SubmissionReason = 'STUDENT' | 'DEADLINE' | 'EXAM_FINISHED'

/** A response, or null for a withdrawn one; `clientSequence` is the client's own number for it, from 1. */
export type Answer = {
  position: number
  response: Response | null
  clientSequence: number
  timeSpentMs: number | null
}

export type SessionState = {
  sessionId: string
  studentId: string
  formId: string
  roomId: string | null
  /** The number of the last event. */
  sequence: number
  status: 'IN_PROGRESS' | 'FINISHED'
  startedAt: number
  finishedAt: number | null
  /** When the last event happened. */
  lastAt: number
  /** The open section, or null when none is. */
  openSection: number | null
  sections: readonly SectionState[]
  items: readonly ItemState[]
  answeredCount: number
  flaggedCount: number
  /** Every answer that was acknowledged, in the order of the log. */
  acknowledged: readonly Acknowledgement[]
  /** The highest client sequence acknowledged, 0 before the first. */
  lastClientSequence: number
  scored: boolean
}

export type SectionState = {
  openedAt: number | null
  deadlineAt: number | null
  submittedAt: number | null
  reason: SubmissionReason | null
}

/** `clientSequence` is that of the answer that stands, 0 before the first. */
export type ItemState = {
  response: Response | null
  clientSequence: number
  timeSpentMs: number | null
  flagged: boolean
}

/** `superseded`: an answer with a higher client sequence had come before it, so it is kept but does not stand. */
export type Acknowledgement = Answer & { sequence: number; at: number; superseded: boolean }

const LOCKED: SectionState = { openedAt: null, deadlineAt: null, submittedAt: null, reason: null }
const UNANSWERED: ItemState = { response: null, clientSequence: 0, timeSpentMs: null, flagged: false }

/**
 * The state after `events`, which follow on `state` (undefined before the first event). Nothing that is passed in changes.
 * @throws when the events do not follow on the state: then the log that they come from is damaged
 */
export function foldSession(
  form: Form,
  sessionId: string,
  events: readonly SessionEvent[],
  state?: SessionState,
): SessionState {
  let folded = state
  for (const event of events) {
    const expected = (folded?.sequence ?? 0) + 1
    if (event.sequence !== expected)
      throw new Error(`Session ${sessionId}: event ${event.sequence} stands where ${expected} belongs`)
    folded = folded ? apply(folded, event) : begin(form, sessionId, event)
  }
  if (!folded) throw new Error(`Session ${sessionId} has no events`)
  return folded
}

/** The acknowledgement that was given for this client sequence, if there was one. */
export function acknowledgementOf(state: SessionState, clientSequence: number): Acknowledgement | undefined {
  // The next number is by far the most common, and it is known to be new without a search.
  if (clientSequence > state.lastClientSequence) return undefined
  return state.acknowledged.findLast((answer) => answer.clientSequence === clientSequence)
}

/** When the open section ends, or null when none is open. */
export function deadlineOf(state: SessionState): number | null {
  return state.openSection === null ? null : (state.sections[state.openSection]?.deadlineAt ?? null)
}

function begin(form: Form, sessionId: string, event: SessionEvent): SessionState {
  if (event.type !== 'STARTED') throw new Error(`Session ${sessionId} begins with ${event.type}`)
  return {
    sessionId,
    studentId: event.data.studentId,
    formId: event.data.formId,
    roomId: event.data.roomId,
    sequence: event.sequence,
    status: 'IN_PROGRESS',
    startedAt: event.at,
    finishedAt: null,
    lastAt: event.at,
    openSection: null,
    sections: form.sections.map(() => LOCKED),
    items: form.items.map(() => UNANSWERED),
    answeredCount: 0,
    flaggedCount: 0,
    acknowledged: [],
    lastClientSequence: 0,
    scored: false,
  }
}

function apply(before: SessionState, event: SessionEvent): SessionState {
  const state = { ...before, sequence: event.sequence, lastAt: event.at }
  switch (event.type) {
    case 'STARTED':
      throw new Error(`Session ${state.sessionId} started twice`)
    case 'SECTION_OPENED':
      state.openSection = event.data.section
      state.sections = change(state.sections, event.data.section, {
        openedAt: event.at,
        deadlineAt: event.data.deadlineAt,
      })
      return state
    case 'ANSWERED':
      return applyAnswer(state, event.data, event)
    case 'FLAGGED':
      state.flaggedCount +=
        Number(event.data.flagged) - Number(state.items[event.data.position]?.flagged ?? false)
      state.items = change(state.items, event.data.position, { flagged: event.data.flagged })
      return state
    case 'SECTION_SUBMITTED':
      state.openSection = null
      state.sections = change(state.sections, event.data.section, {
        submittedAt: event.at,
        reason: event.data.reason,
      })
      return state
    case 'FINISHED':
      state.status = 'FINISHED'
      state.finishedAt = event.at
      return state
    case 'SCORED':
      state.scored = true
      return state
  }
}

function applyAnswer(
  state: SessionState,
  answer: Answer,
  event: { sequence: number; at: number },
): SessionState {
  const item = state.items[answer.position] ?? UNANSWERED
  const superseded = answer.clientSequence < item.clientSequence
  state.acknowledged = state.acknowledged.concat({
    ...answer,
    sequence: event.sequence,
    at: event.at,
    superseded,
  })
  state.lastClientSequence = Math.max(state.lastClientSequence, answer.clientSequence)
  if (superseded) return state
  state.answeredCount += Number(answer.response !== null) - Number(item.response !== null)
  state.items = change(state.items, answer.position, {
    response: answer.response,
    clientSequence: answer.clientSequence,
    timeSpentMs: answer.timeSpentMs,
  })
  return state
}

function change<Element>(
  list: readonly Element[],
  index: number,
  changes: Partial<Element>,
): readonly Element[] {
  const element = list[index]
  if (element === undefined) throw new Error(`The form has no place ${index}`)
  return list.with(index, { ...element, ...changes })
}
