import type { Form, FormSection } from './form.ts'
import {
  type ResponseInput,
  type ResponseProblem,
  isProblem,
  parseResponse,
  sameResponse,
} from './response.ts'
import { type ScoreReport, scoreSession } from './score-report.ts'
import {
  type NewSessionEvent,
  type SessionEvent,
  type SessionState,
  type SubmissionReason,
  acknowledgementOf,
  deadlineOf,
  foldSession,
} from './session.ts'

/** What can be asked of a session. Items and sections are named by their place in the form, from 0. */
export type Command =
  | {
      type: 'answer'
      position: number
      response: ResponseInput | null
      clientSequence: number
      timeSpentMs: number | null
    }
  | { type: 'flag'; position: number; flagged: boolean }
  | { type: 'submitSection'; section: number }
  | { type: 'finish' }
  /** Nothing but what the clock asks. */
  | { type: 'settle' }

/** Why a command is not followed. Times are milliseconds since the epoch. */
export type Refusal =
  | SectionRefusal
  | { code: 'CLIENT_SEQUENCE_REUSED'; clientSequence: number }
  | { code: 'INVALID_CLIENT_SEQUENCE' }
  | { code: 'INVALID_TIME_SPENT' }
  | { code: 'INVALID_RESPONSE'; problem: ResponseProblem }

export type SectionRefusal =
  | { code: 'SECTION_CLOSED'; section: FormSection; deadlineAt: number; submittedAt: number }
  | { code: 'SECTION_LOCKED'; section: FormSection }

/** What a kind of command can be refused for: only answers carry anything that can be wrong in itself. */
export type RefusalOf<Asked extends Command> = Asked extends { type: 'answer' } ? Refusal : SectionRefusal

/** The events to append, the state after them, and the score report when they end the session. */
export type Decision<Reason = Refusal> = {
  events: readonly SessionEvent[]
  state: SessionState
  report?: ScoreReport
  refusal?: Reason
}

/** The events with which a session begins: its first section opens at once. */
export function startSession(
  form: Form,
  session: { sessionId: string; studentId: string; roomId: string | null },
  now: number,
): Decision {
  const { sessionId, studentId, roomId } = session
  const started: SessionEvent = {
    sequence: 1,
    at: now,
    type: 'STARTED',
    data: { studentId, formId: form.formId, roomId },
  }
  const draft = createDraft(form, foldSession(form, sessionId, [started]))
  draft.open(0, now)
  return { ...draft.decision(), events: [started, ...draft.decision().events] }
}

/**
 * What follows from a command that arrived at `now`. First whatever the clock had done by then: sections whose time is
 * over are handed in at the moment of their deadline, and the next one opens at that moment. A refusal can therefore come
 * with events. A command that has been followed already has no events and is no error.
 */
export function decide<Asked extends Command>(
  form: Form,
  state: SessionState,
  command: Asked,
  now: number,
): Decision<RefusalOf<Asked>> {
  const draft = createDraft(form, state)
  draft.settle(now)
  const refusal = follow(form, draft, command, Math.max(now, draft.state.lastAt))
  return { ...draft.decision(), ...(refusal ? { refusal: refusal as RefusalOf<Asked> } : {}) }
}

function follow(form: Form, draft: Draft, command: Command, at: number): Refusal | undefined {
  switch (command.type) {
    case 'answer':
      return answer(form, draft, command, at)
    case 'flag': {
      const { position, flagged } = command
      const refusal = refuseUnlessOpen(form, draft.state, position)
      if (refusal) return refusal
      if (draft.state.items[position]?.flagged !== flagged)
        draft.record({ type: 'FLAGGED', at, data: { position, flagged } })
      return
    }
    case 'submitSection': {
      const section = form.sections[command.section]
      if (!section || draft.state.sections[command.section]?.submittedAt != null) return
      if (draft.state.openSection !== command.section) return { code: 'SECTION_LOCKED', section }
      return draft.close('STUDENT', at)
    }
    case 'finish':
      if (draft.state.status === 'IN_PROGRESS') draft.finish(at)
      return
    case 'settle':
      return
  }
}

function answer(
  form: Form,
  draft: Draft,
  command: Command & { type: 'answer' },
  at: number,
): Refusal | undefined {
  const { position, clientSequence, timeSpentMs } = command
  const item = form.items[position]
  if (!item) throw new Error(`The form has no item ${position}`)
  if (!Number.isInteger(clientSequence) || clientSequence < 1) return { code: 'INVALID_CLIENT_SEQUENCE' }
  if (timeSpentMs !== null && timeSpentMs < 0) return { code: 'INVALID_TIME_SPENT' }
  const response = command.response && parseResponse(item.question, command.response)
  if (response && isProblem(response)) return { code: 'INVALID_RESPONSE', problem: response }

  // A repeat is recognised before the deadline is looked at: what was acknowledged in time stays acknowledged.
  const known = acknowledgementOf(draft.state, clientSequence)
  if (known) {
    const same = known.position === position && sameResponse(known.response, response)
    return same ? undefined : { code: 'CLIENT_SEQUENCE_REUSED', clientSequence }
  }
  const refusal = refuseUnlessOpen(form, draft.state, position)
  if (refusal) return refusal
  draft.record({ type: 'ANSWERED', at, data: { position, response, clientSequence, timeSpentMs } })
}

function refuseUnlessOpen(form: Form, state: SessionState, position: number): Refusal | undefined {
  const index = form.items[position]?.section
  const section = index === undefined ? undefined : form.sections[index]
  if (index === undefined || !section) throw new Error(`The form has no item ${position}`)
  if (state.openSection === index) return
  const { deadlineAt, submittedAt } = state.sections[index] ?? {}
  if (deadlineAt == null || submittedAt == null) {
    // After the end, a section whose turn never came is closed too: since the end.
    if (state.finishedAt === null) return { code: 'SECTION_LOCKED', section }
    return { code: 'SECTION_CLOSED', section, deadlineAt: state.finishedAt, submittedAt: state.finishedAt }
  }
  return { code: 'SECTION_CLOSED', section, deadlineAt, submittedAt }
}

type Draft = ReturnType<typeof createDraft>

/** Events in the making, with the state that they lead to. */
function createDraft(form: Form, from: SessionState) {
  const events: SessionEvent[] = []
  let state = from
  let report: ScoreReport | undefined

  function record(event: NewSessionEvent): void {
    const numbered: SessionEvent = { ...event, sequence: state.sequence + 1 }
    state = foldSession(form, state.sessionId, [numbered], state)
    events.push(numbered)
  }

  function open(section: number, at: number): void {
    const seconds = form.sections[section]?.durationSeconds ?? 0
    record({ type: 'SECTION_OPENED', at, data: { section, deadlineAt: at + seconds * 1000 } })
  }

  function submit(reason: SubmissionReason, at: number): void {
    if (state.openSection === null) return
    record({ type: 'SECTION_SUBMITTED', at, data: { section: state.openSection, reason } })
  }

  /** Hands in the open section; the next one opens at that moment, after the last the session ends. */
  function close(reason: SubmissionReason, at: number): undefined {
    const next = (state.openSection ?? 0) + 1
    submit(reason, at)
    if (next < form.sections.length) open(next, at)
    else end(at)
  }

  function end(at: number): void {
    record({ type: 'FINISHED', at, data: {} })
    report = scoreSession(form, state)
    record({ type: 'SCORED', at, data: { points: report.points, maxPoints: report.maxPoints } })
  }

  return {
    get state() {
      return state
    },
    record,
    open,
    close,
    finish(at: number): void {
      submit('EXAM_FINISHED', at)
      end(at)
    },
    settle(now: number): void {
      for (
        let deadline = deadlineOf(state);
        deadline !== null && deadline <= now;
        deadline = deadlineOf(state)
      )
        close('DEADLINE', deadline)
    },
    decision: (): Decision<never> => ({ events, state, ...(report ? { report } : {}) }),
  }
}
