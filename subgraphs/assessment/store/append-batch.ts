import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../../../kit/database.ts'
import type { DomainEvent } from '../../../kit/events.ts'
import type { RoomEntry } from '../domain/room.ts'
import type { ScoreReport } from '../domain/score-report.ts'
import type { SessionEvent } from '../domain/session.ts'

/** Events that follow on a session's log, and what becomes true with them, in one transaction. */
export type Append = {
  sessionId: string
  /** At least one; the first follows on the last event that the writer knew. */
  events: readonly SessionEvent[]
  /** The new session, when these are its first events. */
  session?: NewSession
  /** Where the session stands afterwards; left out when the events change nothing of it. */
  standing?: Standing
  report?: ScoreReport
  /** What the session's room shows of the events, one entry for each. */
  room?: { roomId: string; entries: readonly RoomEntry[] }
  facts: readonly DomainEvent[]
}

export type NewSession = { studentId: string; examId: string; formId: string; roomId: string | null }
export type Standing = {
  status: 'IN_PROGRESS' | 'FINISHED'
  startedAt: number
  nextDeadline: number | null
  finishedAt: number | null
}

/**
 * `CONFLICT`: the log had gone on meanwhile, or the student has the same exam running, and nothing was written.
 * `roomSequence` is the number of the first entry in the room.
 */
export type AppendResult = { written: true; roomSequence: number | null } | { written: false }

const ATTEMPTS = 5

/**
 * Writes appends to different sessions in one transaction, in a single statement when they are nothing but one event each.
 * Appends that conflict are missing from the result; the others stand. Rooms are locked before anything else and
 * everything is in the entries' order, so that batches that come in the order of session ids cannot deadlock.
 * @throws the database's error; then nothing was written, unless the connection broke during the commit
 */
export async function appendBatch(
  pool: Pool,
  entries: readonly Append[],
): Promise<Map<Append, AppendResult>> {
  const plain = entries.every(
    ({ events, session, standing, report, room, facts }) =>
      events.length === 1 && !session && !standing && !report && !room && facts.length === 0,
  )
  for (let attempt = 1; ; attempt++) {
    try {
      if (plain) {
        const written = await insertEvents(pool, entries, (events) => events)
        return new Map([...written].map((entry) => [entry, { written: true, roomSequence: null }]))
      }
      return await inTransaction(pool, (client) => writeAll(client, entries))
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error
    }
  }
}

async function writeAll(client: PoolClient, entries: readonly Append[]): Promise<Map<Append, AppendResult>> {
  const rooms = await lockRooms(client, entries)
  const startable = await insertSessions(client, entries)
  // Who gets the number after the last known one has the log for the rest of this transaction.
  const written = await insertEvents(client, startable, (events) => events.slice(0, 1))
  await insertEvents(client, [...written], (events) => events.slice(1))
  const winners = entries.filter((entry) => written.has(entry))
  await updateSessions(client, winners)
  await insertReports(client, winners)
  await insertFacts(client, winners)
  const numbers = await insertRoomEntries(client, winners, rooms)
  return new Map(winners.map((entry) => [entry, { written: true, roomSequence: numbers.get(entry) ?? null }]))
}

/** The last number of each room, locked until the commit: so no reader ever sees a later number before an earlier. */
async function lockRooms(client: PoolClient, entries: readonly Append[]): Promise<Map<string, number>> {
  const ids = [...new Set(entries.flatMap(({ room }) => (room ? [room.roomId] : [])))]
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; last_sequence: number }>({
    name: 'lock-rooms',
    text: 'SELECT id, last_sequence FROM exam_room WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    values: [ids],
  })
  return new Map(rows.map((row) => [row.id, row.last_sequence]))
}

/** Inserts the new sessions and leaves out those entries whose student has the same exam running already. */
async function insertSessions(client: PoolClient, entries: readonly Append[]): Promise<readonly Append[]> {
  const starting = entries.flatMap(({ sessionId, session, standing }) =>
    session && standing ? [{ sessionId, ...session, ...standing }] : [],
  )
  if (starting.length === 0) return entries
  const { rows } = await client.query<{ id: string }>({
    name: 'insert-sessions',
    text: `INSERT INTO exam_session (id, student_id, exam_id, form_id, room_id, status, started_at, next_deadline)
           SELECT id, student_id, exam_id, form_id, room_id, 'IN_PROGRESS', started_at, next_deadline
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::timestamptz[])
             AS new (id, student_id, exam_id, form_id, room_id, started_at, next_deadline)
           ON CONFLICT (student_id, exam_id) WHERE status = 'IN_PROGRESS' DO NOTHING
           RETURNING id`,
    values: [
      starting.map(({ sessionId }) => sessionId),
      starting.map(({ studentId }) => studentId),
      starting.map(({ examId }) => examId),
      starting.map(({ formId }) => formId),
      starting.map(({ roomId }) => roomId),
      starting.map(({ startedAt }) => timestamp(startedAt)),
      starting.map(({ nextDeadline }) => timestamp(nextDeadline)),
    ],
  })
  const started = new Set(rows.map(({ id }) => id))
  return entries.filter(({ sessionId, session }) => !session || started.has(sessionId))
}

/** Inserts those of each entry's events that are `chosen`, and tells for which entries the numbers were free. */
async function insertEvents(
  client: Pool | PoolClient,
  entries: readonly Append[],
  chosen: (events: readonly SessionEvent[]) => readonly SessionEvent[],
): Promise<Set<Append>> {
  const rows = entries.flatMap(({ sessionId, events }) =>
    chosen(events).map((event) => ({ sessionId, ...event })),
  )
  if (rows.length === 0) return new Set()
  const inserted = await client.query<{ session_id: string }>({
    name: 'insert-session-events',
    text: `INSERT INTO session_event (session_id, sequence, type, data, at)
           SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[], $5::timestamptz[])
           ON CONFLICT DO NOTHING
           RETURNING session_id`,
    values: [
      rows.map(({ sessionId }) => sessionId),
      rows.map(({ sequence }) => sequence),
      rows.map(({ type }) => type),
      rows.map(({ data }) => JSON.stringify(data)),
      rows.map(({ at }) => timestamp(at)),
    ],
  })
  const ids = new Set(inserted.rows.map((row) => row.session_id))
  return new Set(entries.filter(({ sessionId }) => ids.has(sessionId)))
}

async function updateSessions(client: PoolClient, entries: readonly Append[]): Promise<void> {
  const changed = entries.flatMap(({ sessionId, session, standing }) =>
    standing && !session ? [{ sessionId, ...standing }] : [],
  )
  if (changed.length === 0) return
  await client.query({
    name: 'update-sessions',
    text: `UPDATE exam_session AS session
           SET status = new.status::exam_session_status, next_deadline = new.next_deadline,
               finished_at = new.finished_at, claimed_until = NULL
           FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[])
             AS new (id, status, next_deadline, finished_at)
           WHERE session.id = new.id`,
    values: [
      changed.map(({ sessionId }) => sessionId),
      changed.map(({ status }) => status),
      changed.map(({ nextDeadline }) => timestamp(nextDeadline)),
      changed.map(({ finishedAt }) => timestamp(finishedAt)),
    ],
  })
}

async function insertReports(client: PoolClient, entries: readonly Append[]): Promise<void> {
  const scored = entries.flatMap(({ sessionId, report, standing }) =>
    report ? [{ sessionId, report, scoredAt: standing?.finishedAt ?? null }] : [],
  )
  if (scored.length === 0) return
  await client.query({
    name: 'insert-reports',
    text: `INSERT INTO score_report (session_id, points, max_points, answered_count, scored_at, content)
           SELECT * FROM unnest($1::uuid[], $2::float8[], $3::int[], $4::int[], $5::timestamptz[], $6::jsonb[])`,
    values: [
      scored.map(({ sessionId }) => sessionId),
      scored.map(({ report }) => report.points),
      scored.map(({ report }) => report.maxPoints),
      scored.map(({ report }) => report.answeredCount),
      scored.map(({ scoredAt }) => timestamp(scoredAt)),
      scored.map(({ report }) => JSON.stringify(report)),
    ],
  })
}

async function insertFacts(client: PoolClient, entries: readonly Append[]): Promise<void> {
  const facts = entries.flatMap((entry) => entry.facts)
  if (facts.length === 0) return
  await client.query({
    name: 'insert-facts',
    text: 'INSERT INTO outbox (event) SELECT * FROM unnest($1::jsonb[])',
    values: [facts.map((fact) => JSON.stringify(fact))],
  })
}

/** Numbers the entries of each room on from its last one. Gives the number of the first for each append. */
async function insertRoomEntries(
  client: PoolClient,
  winners: readonly Append[],
  rooms: ReadonlyMap<string, number>,
): Promise<Map<Append, number>> {
  const last = new Map<string, number>()
  const first = new Map<Append, number>()
  const rows = winners.flatMap((append) => {
    if (!append.room) return []
    const { roomId, entries } = append.room
    const before = last.get(roomId) ?? rooms.get(roomId) ?? 0
    last.set(roomId, before + entries.length)
    first.set(append, before + 1)
    return entries.map((entry, index) => ({ ...entry, roomId, sequence: before + 1 + index }))
  })
  if (rows.length === 0) return first
  await client.query({
    name: 'insert-room-events',
    text: `INSERT INTO room_event (room_id, sequence, session_id, kind, at, status, section_id, item_number,
                                   answered_count, flagged_count, item_count, deadline_at)
           SELECT room_id, sequence, session_id, kind, at, status::exam_session_status, section_id, item_number,
                  answered_count, flagged_count, item_count, deadline_at
           FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[],
                       $8::int[], $9::int[], $10::int[], $11::int[], $12::timestamptz[])
             AS new (room_id, sequence, session_id, kind, at, status, section_id, item_number,
                     answered_count, flagged_count, item_count, deadline_at)`,
    values: [
      rows.map(({ roomId }) => roomId),
      rows.map(({ sequence }) => sequence),
      rows.map(({ sessionId }) => sessionId),
      rows.map(({ kind }) => kind),
      rows.map(({ at }) => timestamp(at)),
      rows.map(({ status }) => status),
      rows.map(({ sectionId }) => sectionId),
      rows.map(({ itemNumber }) => itemNumber),
      rows.map(({ answeredCount }) => answeredCount),
      rows.map(({ flaggedCount }) => flaggedCount),
      rows.map(({ itemCount }) => itemCount),
      rows.map(({ deadlineAt }) => timestamp(deadlineAt)),
    ],
  })
  await client.query({
    name: 'number-rooms',
    text: `UPDATE exam_room AS room SET last_sequence = new.last_sequence
           FROM unnest($1::uuid[], $2::int[]) AS new (id, last_sequence) WHERE room.id = new.id`,
    values: [[...last.keys()], [...last.values()]],
  })
  return first
}

function timestamp(at: number): string
function timestamp(at: number | null): string | null
function timestamp(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['40P01', '40001'].includes(String(error.code))
}
