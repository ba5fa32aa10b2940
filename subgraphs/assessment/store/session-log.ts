import type { Pool } from 'pg'
import type { SessionEvent } from '../domain/session.ts'

/** The rows of a session's log after the event `after`, 0 for all. */
export type LogRequest = { sessionId: string; after: number }

type EventRow = { session_id: string; sequence: number; type: string; data: unknown; at: Date }

/** The events of several sessions in one query, each session's in order. */
export async function readSessionLogs(
  pool: Pool,
  requests: readonly LogRequest[],
): Promise<Map<string, SessionEvent[]>> {
  const { rows } = await pool.query<EventRow>({
    name: 'read-session-logs',
    text: `SELECT event.*
           FROM unnest($1::uuid[], $2::int[]) AS wanted (session_id, after)
           JOIN session_event AS event
             ON event.session_id = wanted.session_id AND event.sequence > wanted.after
           ORDER BY event.session_id, event.sequence`,
    values: [requests.map(({ sessionId }) => sessionId), requests.map(({ after }) => after)],
  })
  const logs = new Map<string, SessionEvent[]>(requests.map(({ sessionId }) => [sessionId, []]))
  for (const row of rows) logs.get(row.session_id)?.push(eventOf(row))
  return logs
}

export async function readSessionLog(pool: Pool, request: LogRequest): Promise<SessionEvent[]> {
  return (await readSessionLogs(pool, [request])).get(request.sessionId) ?? []
}

function eventOf({ sequence, type, data, at }: EventRow): SessionEvent {
  return { sequence, type, data, at: at.getTime() } as SessionEvent
}
