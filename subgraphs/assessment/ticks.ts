import type { Fanout } from '../../kit/fanout.ts'
import type { Tick } from '../../kit/follow-log.ts'
import type { SessionEvent } from './domain/session.ts'
import type { RoomLogEntry } from './store/index.ts'

export function sessionChannel(sessionId: string): string {
  return `assessment:session:${sessionId}`
}

export function roomChannel(roomId: string): string {
  return `assessment:room:${roomId}`
}

export function tickSession(fanout: Fanout, sessionId: string, entries: readonly SessionEvent[]): void {
  fanout.publish(sessionChannel(sessionId), tick(entries))
}

export function tickRoom(fanout: Fanout, roomId: string, entries: readonly RoomLogEntry[]): void {
  fanout.publish(roomChannel(roomId), tick(entries))
}

function tick<Entry extends { sequence: number }>(entries: readonly Entry[]): Tick<Entry> {
  return { sequence: entries.at(-1)?.sequence ?? 0, entries }
}
