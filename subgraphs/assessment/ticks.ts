import type { Fanout } from '../../kit/fanout.ts'
import type { SessionEvent } from './domain/session.ts'
import type { RoomLogEntry } from './store/index.ts'

/** A tick carries the numbered entries that were just committed; who misses one finds the gap and reads the log. */
export type Tick<Entry> = { entries: readonly Entry[] }

export function sessionChannel(sessionId: string): string {
  return `assessment:session:${sessionId}`
}

export function roomChannel(roomId: string): string {
  return `assessment:room:${roomId}`
}

export function tickSession(fanout: Fanout, sessionId: string, entries: readonly SessionEvent[]): void {
  fanout.publish(sessionChannel(sessionId), { entries } satisfies Tick<SessionEvent>)
}

export function tickRoom(fanout: Fanout, roomId: string, entries: readonly RoomLogEntry[]): void {
  fanout.publish(roomChannel(roomId), { entries } satisfies Tick<RoomLogEntry>)
}
