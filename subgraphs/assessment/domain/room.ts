import type { Form } from './form.ts'
import { type SessionEvent, type SessionEventType, type SessionState, deadlineOf } from './session.ts'

/** What a room shows of one session's event: what happened, and where the session stood after it. */
export type RoomEntry = {
  sessionId: string
  kind: SessionEventType
  at: number
  status: SessionState['status']
  sectionId: string | null
  /** The number, within its section, of the question that was answered or flagged. */
  itemNumber: number | null
  answeredCount: number
  flaggedCount: number
  itemCount: number
  deadlineAt: number | null
}

/** The entry that a room gets for an event, with the session as it stands after it. */
export function roomEntryOf(form: Form, event: SessionEvent, after: SessionState): RoomEntry {
  const position = 'position' in event.data ? event.data.position : null
  return {
    sessionId: after.sessionId,
    kind: event.type,
    at: event.at,
    status: after.status,
    sectionId: after.openSection === null ? null : (form.sections[after.openSection]?.sectionId ?? null),
    itemNumber: position === null ? null : (form.items[position]?.number ?? null),
    answeredCount: after.answeredCount,
    flaggedCount: after.flaggedCount,
    itemCount: form.items.length,
    deadlineAt: deadlineOf(after),
  }
}

/** What cannot be mistaken for one another when read aloud or from a blackboard: no 0 and O, no 1, I and L. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A room's code from six random bytes: one of 31⁶, about 900 million. */
export function roomCodeOf(random: Uint8Array): string {
  return Array.from(random.slice(0, 6), (byte) => CODE_LETTERS.charAt(byte % CODE_LETTERS.length)).join('')
}

/** A code as a student may type it, in the form in which it is kept. */
export function normalizeRoomCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}
