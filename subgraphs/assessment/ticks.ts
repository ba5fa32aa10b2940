import type { Fanout } from '../../kit/fanout.ts'
import type { Tick } from '../../kit/follow-log.ts'
import type { SessionEvent } from './domain/session.ts'
import type { RoomLogEntry } from './store/index.ts'

/** The channel of the fan-out that carries the events of a session. */
export function sessionChannel(sessionId: string): string {
  return `assessment:session:${sessionId}`
}

/** The channel of the fan-out that carries the entries of a room. */
export function roomChannel(roomId: string): string {
  return `assessment:room:${roomId}`
}

/** Tells a session's listeners what has just been committed. */
export function tickSession(fanout: Fanout, sessionId: string, entries: readonly SessionEvent[]): void {
  fanout.publish(sessionChannel(sessionId), tick(entries))
}

/** Tells a room's listeners what has just been committed. */
export function tickRoom(fanout: Fanout, roomId: string, entries: readonly RoomLogEntry[]): void {
  fanout.publish(roomChannel(roomId), tick(entries))
}

function tick<Entry extends { sequence: number }>(entries: readonly Entry[]): Tick<Entry> {
  return { sequence: entries.at(-1)?.sequence ?? 0, entries }
}
