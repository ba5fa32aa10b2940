import {
  type Command,
  type Decision,
  decide,
  startSession,
} from '../../../subgraphs/assessment/domain/decide.ts'
import { formOf } from '../../../subgraphs/assessment/domain/form.ts'
import type { SessionEvent, SessionState } from '../../../subgraphs/assessment/domain/session.ts'
import { smallExam } from '../published-exam.ts'

/** The moment at which each sitting starts. */
export const START = Date.parse('2027-01-04T08:00:00.000Z')
export const SECOND = 1_000

/** The small exam's form, and a session of it that has just started. See `smallExam` for what it asks. */
export function sitting() {
  const form = formOf('form', smallExam())
  const log: SessionEvent[] = []
  let state: SessionState

  function keep<Made extends Decision<unknown>>(decision: Made): Made {
    log.push(...decision.events)
    state = decision.state
    return decision
  }

  keep(startSession(form, { sessionId: 'session', studentId: 'siti', roomId: null }, START))
  return {
    form,
    log,
    get state() {
      return state
    },
    /** Does what follows from a command that arrives so many seconds after the start. */
    after: <Asked extends Command>(seconds: number, command: Asked) =>
      keep(decide(form, state, command, START + seconds * SECOND)),
  }
}

/** Answers the item at `position` with an option. */
export function choose(position: number, choice: string, clientSequence: number) {
  return { type: 'answer', position, response: { choice }, clientSequence, timeSpentMs: null } as const
}
