import type { Pool } from 'pg'
import type { SessionEvent } from '../domain/session.ts'

/** The rows of a session's log after the event `after`, 0 for all. */
export type LogRequest = { sessionId: string; after: number }

type EventRow = { request: number; sequence: number; type: string; data: unknown; at: Date }

/** The events of several sessions in one query, each session's in order. */
export async function readSessionLogs(
  pool: Pool,
  requests: readonly LogRequest[],
): Promise<SessionEvent[][]> {
  const { rows } = await pool.query<EventRow>({
    name: 'read-session-logs',
    text: `SELECT wanted.request::int, event.sequence, event.type, event.data, event.at
           FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS wanted (session_id, after, request)
           JOIN session_event AS event
             ON event.session_id = wanted.session_id AND event.sequence > wanted.after
           ORDER BY wanted.request, event.sequence`,
    values: [requests.map(({ sessionId }) => sessionId), requests.map(({ after }) => after)],
  })
  const logs = requests.map((): SessionEvent[] => [])
  for (const row of rows) logs[row.request - 1]?.push(eventOf(row))
  return logs
}

export async function readSessionLog(pool: Pool, request: LogRequest): Promise<SessionEvent[]> {
  return (await readSessionLogs(pool, [request]))[0] ?? []
}

function eventOf({ sequence, type, data, at }: EventRow): SessionEvent {
  return { sequence, type, data, at: at.getTime() } as SessionEvent
}
