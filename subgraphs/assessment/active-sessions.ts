import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { coded } from '../../kit/errors.ts'
import type { Fanout } from '../../kit/fanout.ts'
import { createLru } from '../../kit/lru.ts'
import { type Command, type Decision, type RefusalOf, decide, startSession } from './domain/decide.ts'
import type { Form } from './domain/form.ts'
import { roomEntryOf } from './domain/room.ts'
import { type SessionState, deadlineOf, foldSession } from './domain/session.ts'
import { factsOf } from './events.ts'
import type { Append, SessionRow, Standing, Store } from './store/index.ts'
import { tickRoom, tickSession } from './ticks.ts'

/** A session as resolvers have it: its row, and its state where a command has just made it. */
export type Session = SessionRow & { state?: SessionState }

/** A session in this process. Its commands follow one another; `state` is what they left, true until someone else writes. */
export type ActiveSession = {
  row: SessionRow
  form: Form
  state: SessionState | undefined
  tail: Promise<unknown>
}

export type CommandResult<Asked extends Command> = { session: Session; decision: Decision<RefusalOf<Asked>> }

export type ActiveSessions = ReturnType<typeof createActiveSessions>

/** A session of a full UTBK takes some 40 KB. */
const CACHED_SESSIONS = 5_000
/** Each lost race means that another process has written to the same session in the same moment. */
const ATTEMPTS = 20
/** How long to stand back at most after a lost race, in milliseconds for each one lost: who won needs one way, who lost two. */
const STAND_BACK = 5

/**
 * Carries out commands on sessions: decide, append to the log, tell who listens. Commands on one session are taken one
 * after the other. States are kept between commands, yet nothing depends on their being up to date: a command that
 * was decided on an old state cannot be appended, is decided again on what the log says, and only then answered.
 */
export function createActiveSessions({ store, fanout }: { store: Store; fanout: Fanout }) {
  const active = createLru<ActiveSession>({ entries: CACHED_SESSIONS })
  const opening = new Map<string, Promise<ActiveSession | undefined>>()

  /** The session with this id, or undefined when there is none. */
  async function open(id: string): Promise<ActiveSession | undefined> {
    const known = active.get(id)
    if (known) return known
    const pending = opening.get(id) ?? load(id).finally(() => opening.delete(id))
    opening.set(id, pending)
    return pending
  }

  async function load(id: string): Promise<ActiveSession | undefined> {
    const row = (await store.findSessions([id])).get(id)
    if (!row) return undefined
    const form = await store.forms.get(row.formId)
    return keep({ row, form, state: undefined, tail: Promise.resolve() })
  }

  function keep(session: ActiveSession): ActiveSession {
    active.set(session.row.id, session)
    return session
  }

  /** Carries out a command that arrived at `at`, after those that came before it. */
  function execute<Asked extends Command>(
    session: ActiveSession,
    command: Asked,
    at: Date,
  ): Promise<CommandResult<Asked>> {
    const result = session.tail.then(() => run(session, command, at.getTime()))
    session.tail = result.catch(() => {})
    return result
  }

  async function run<Asked extends Command>(
    session: ActiveSession,
    command: Asked,
    at: number,
  ): Promise<CommandResult<Asked>> {
    const { row, form } = session
    try {
      let upToDate = session.state === undefined
      let state = session.state ?? (await readOn(session))
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const decision = decide(form, state, command, at)
        if (decision.events.length > 0 && (await append(session, state, decision)))
          return { session: sessionAt(row, decision.state), decision }
        // Nothing to write may be true of an old state only: who answers without writing must have looked.
        if (decision.events.length === 0 && upToDate)
          return { session: sessionAt(row, decision.state), decision }
        if (decision.events.length > 0) await wait(Math.random() * STAND_BACK * attempt)
        state = await readOn(session)
        upToDate = true
      }
      throw coded('SERVICE_UNAVAILABLE', 'This session is being written from many places. Try again.')
    } catch (error) {
      // Whether the append was committed is not known: the log is asked next time.
      session.state = undefined
      throw error
    }
  }

  async function readOn(session: ActiveSession): Promise<SessionState> {
    const { row, form, state } = session
    const events = await store.readSessionLog({ sessionId: row.id, after: state?.sequence ?? 0 })
    session.state = foldSession(form, row.id, events, state)
    return session.state
  }

  async function append(session: ActiveSession, before: SessionState, decision: Decision): Promise<boolean> {
    const { row, form } = session
    const entry = appendOf(form, decision, before)
    const result = await store.append(entry)
    if (!result.written) return false
    session.state = decision.state
    if (decision.state.status === 'FINISHED') active.delete(row.id)
    tell(entry, row.studentId, result.roomSequence)
    return true
  }

  function tell({ sessionId, events, room }: Append, studentId: string, roomSequence: number | null): void {
    tickSession(fanout, sessionId, events)
    if (!room || roomSequence === null) return
    const entries = room.entries.map((entry, index) => ({
      ...entry,
      sequence: roomSequence + index,
      studentId,
    }))
    tickRoom(fanout, room.roomId, entries)
  }

  /**
   * Starts an exam in its form, or gives the student's running session of the same exam. One whose time has run out
   * meanwhile is ended first.
   */
  async function start(
    {
      studentId,
      form,
      room,
    }: { studentId: string; form: Form; room: { id: string; tutorId: string } | null },
    at: Date,
  ): Promise<Session> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const runningId = await store.findRunningSession(studentId, form.examId)
      const running = runningId === undefined ? undefined : await open(runningId)
      if (running) {
        const { session } = await execute(running, { type: 'settle' }, at)
        if (session.status === 'IN_PROGRESS') return session
        continue
      }
      const sessionId = randomUUIDv7()
      const roomId = room?.id ?? null
      const decision = startSession(form, { sessionId, studentId, roomId }, at.getTime())
      const { formId, examId } = form
      const session = { studentId, examId, formId, roomId }
      const entry = { ...appendOf(form, decision), session }
      const result = await store.append(entry)
      if (!result.written) continue
      const row = { id: sessionId, ...session, tutorId: room?.tutorId ?? null, ...columnsOf(decision.state) }
      keep({ row, form, state: decision.state, tail: Promise.resolve() })
      tell(entry, studentId, result.roomSequence)
      return { ...row, state: decision.state }
    }
    throw coded('SERVICE_UNAVAILABLE', 'This exam is being started from many places. Try again.')
  }

  return {
    open,
    execute,
    start,

    /** Ends whatever a session's clock has ended by `at`. */
    async settle(id: string, at: Date): Promise<void> {
      const session = await open(id)
      if (session) await execute(session, { type: 'settle' }, at)
    },

    /** Where sessions stand according to their logs: one query, of which states that are kept here spare the old part. */
    async statesOf(rows: readonly SessionRow[]): Promise<SessionState[]> {
      const known = rows.map(({ id }) => active.get(id)?.state)
      const [forms, logs] = await Promise.all([
        Promise.all(rows.map(({ formId }) => store.forms.get(formId))),
        store.readSessionLogs(
          rows.map(({ id }, index) => ({ sessionId: id, after: known[index]?.sequence ?? 0 })),
        ),
      ])
      return forms.map((form, index) => {
        const id = rows[index]?.id ?? ''
        return foldSession(form, id, logs[index] ?? [], known[index])
      })
    },
  }
}

/** A session's row as it stands after a command, with its state. */
function sessionAt(row: SessionRow, state: SessionState): Session {
  return { ...row, ...columnsOf(state), state }
}

function columnsOf(state: SessionState) {
  const deadline = deadlineOf(state)
  return {
    status: state.status,
    startedAt: new Date(state.startedAt),
    finishedAt: state.finishedAt === null ? null : new Date(state.finishedAt),
    deadlineAt: deadline === null ? null : new Date(deadline),
    answeredCount: state.answeredCount,
  }
}

/** All that is to be written with a decision that was made on the state `before`, undefined at the start. */
function appendOf(form: Form, { events, state, report }: Decision, before?: SessionState): Append {
  const { sessionId, roomId } = state
  const moved = events.some(({ type }) => type !== 'ANSWERED' && type !== 'FLAGGED')
  const standing: Standing = {
    status: state.status,
    startedAt: state.startedAt,
    nextDeadline: deadlineOf(state),
    finishedAt: state.finishedAt,
  }
  let after = before
  const entries = !roomId
    ? []
    : events.map((event) => {
        after = foldSession(form, sessionId, [event], after)
        return roomEntryOf(form, event, after)
      })
  return {
    sessionId,
    events,
    facts: moved ? factsOf(form, events, state, report) : [],
    ...(moved ? { standing } : {}),
    ...(report ? { report } : {}),
    ...(roomId ? { room: { roomId, entries } } : {}),
  }
}
