import type { Pool } from 'pg'
import type { Cursor } from '../../../kit/pagination.ts'
import type { RoomEntry } from '../domain/room.ts'

/** An entry with its number in its room and whose session it is about. */
export type RoomLogEntry = RoomEntry & { sequence: number; studentId: string }

/** A participant of a room: the last entry about the session. */
export type ParticipantRow = RoomLogEntry & { roomId: string; startedAt: Date }

type EntryRow = Omit<RoomLogEntry, 'at' | 'deadlineAt'> & { at: Date; deadlineAt: Date | null }

const COLUMNS = `entry.sequence, entry.session_id AS "sessionId", session.student_id AS "studentId", entry.kind, entry.at,
  entry.status, entry.section_id AS "sectionId", entry.item_number AS "itemNumber",
  entry.answered_count AS "answeredCount", entry.flagged_count AS "flaggedCount",
  entry.item_count AS "itemCount", entry.deadline_at AS "deadlineAt"`

/** The entries of a room after the number `after`, in order, at most `limit`. */
export async function readRoomLog(
  pool: Pool,
  roomId: string,
  { after, limit }: { after: number; limit: number },
): Promise<RoomLogEntry[]> {
  const { rows } = await pool.query<EntryRow>({
    name: 'read-room-log',
    text: `SELECT ${COLUMNS} FROM room_event AS entry JOIN exam_session AS session ON session.id = entry.session_id
           WHERE entry.room_id = $1 AND entry.sequence > $2 ORDER BY entry.sequence LIMIT $3`,
    values: [roomId, after, limit],
  })
  return rows.map(entryOf)
}

/** The last entry of every session in a room, in the order of their numbers: where everyone stands. */
export async function readRoomStanding(pool: Pool, roomId: string): Promise<RoomLogEntry[]> {
  const { rows } = await pool.query<EntryRow>({
    name: 'read-room-standing',
    text: `SELECT ${COLUMNS} FROM exam_session AS session
           CROSS JOIN LATERAL (
             SELECT * FROM room_event WHERE session_id = session.id ORDER BY sequence DESC LIMIT 1
           ) AS entry
           WHERE session.room_id = $1 ORDER BY entry.sequence`,
    values: [roomId],
  })
  return rows.map(entryOf)
}

/** For each room a page of its participants in the order of joining, one more than `first`: one query. */
export async function listParticipants(
  pool: Pool,
  roomIds: readonly string[],
  { first, after }: { first: number; after: Cursor | undefined },
): Promise<Map<string, ParticipantRow[]>> {
  const { rows } = await pool.query<EntryRow & { roomId: string; startedAt: Date }>({
    name: 'list-participants',
    text: `SELECT page.* FROM unnest($1::uuid[]) AS room (id)
           CROSS JOIN LATERAL (
             SELECT ${COLUMNS}, session.room_id AS "roomId", session.started_at AS "startedAt"
             FROM exam_session AS session
             CROSS JOIN LATERAL (
               SELECT * FROM room_event WHERE session_id = session.id ORDER BY sequence DESC LIMIT 1
             ) AS entry
             WHERE session.room_id = room.id
               AND ($2::timestamptz IS NULL OR (session.started_at, session.id) > ($2, $3::uuid))
             ORDER BY session.started_at, session.id
             LIMIT $4
           ) AS page
           ORDER BY page."roomId", page."startedAt", page."sessionId"`,
    values: [roomIds, after?.key ?? null, after?.id ?? null, first + 1],
  })
  return Map.groupBy(
    rows.map((row) => ({ ...entryOf(row), roomId: row.roomId, startedAt: row.startedAt })),
    (row) => row.roomId,
  )
}

function entryOf(row: EntryRow): RoomLogEntry {
  const { sequence, sessionId, studentId, kind, status, sectionId, itemNumber } = row
  const { answeredCount, flaggedCount, itemCount } = row
  return {
    sequence,
    sessionId,
    studentId,
    kind,
    at: row.at.getTime(),
    status,
    sectionId,
    itemNumber,
    answeredCount,
    flaggedCount,
    itemCount,
    deadlineAt: row.deadlineAt?.getTime() ?? null,
  }
}
