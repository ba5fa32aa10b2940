import type { Pool } from 'pg'
import type { Cursor } from '../../../kit/pagination.ts'
import { isUuid } from '../../../kit/uuid.ts'

/** A session as lists show it. `answeredCount` is known here only when it has ended. */
export type SessionRow = {
  id: string
  studentId: string
  examId: string
  formId: string
  roomId: string | null
  /** Who watches the room, if there is one. */
  tutorId: string | null
  status: 'IN_PROGRESS' | 'FINISHED'
  startedAt: Date
  finishedAt: Date | null
  deadlineAt: Date | null
  answeredCount: number | null
}

/** Who looks: a person sees their own sessions and those in their rooms, an administrator all. */
export type SessionViewer = { userId: string; seesAll: boolean }

export type SessionPage = {
  first: number
  after: Cursor | undefined
  status: SessionRow['status'] | null
}

const COLUMNS = `session.id, session.student_id AS "studentId", session.exam_id AS "examId",
  session.form_id AS "formId", session.room_id AS "roomId", room.tutor_id AS "tutorId", session.status,
  session.started_at AS "startedAt", session.finished_at AS "finishedAt",
  session.next_deadline AS "deadlineAt", report.answered_count AS "answeredCount"`

const JOINS = `LEFT JOIN exam_room AS room ON room.id = session.room_id
  LEFT JOIN score_report AS report ON report.session_id = session.id`

/** The sessions with these ids; ids that name none are left out. */
export async function findSessions(pool: Pool, ids: readonly string[]): Promise<Map<string, SessionRow>> {
  const { rows } = await pool.query<SessionRow>({
    name: 'find-sessions',
    text: `SELECT ${COLUMNS} FROM exam_session AS session ${JOINS} WHERE session.id = ANY ($1::uuid[])`,
    values: [ids.filter(isUuid)],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The id of the student's running session of this exam, if there is one. */
export async function findRunningSession(
  pool: Pool,
  studentId: string,
  examId: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'find-running-session',
    text: `SELECT id FROM exam_session WHERE student_id = $1 AND exam_id = $2 AND status = 'IN_PROGRESS'`,
    values: [studentId, examId],
  })
  return rows[0]?.id
}

/** The exams that each of these students is sitting; whoever sits none is missing. */
export async function findExamsBeingSat(
  pool: Pool,
  studentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ studentId: string; examIds: string[] }>({
    name: 'find-exams-being-sat',
    text: `SELECT student_id AS "studentId", array_agg(exam_id) AS "examIds" FROM exam_session
           WHERE student_id = ANY ($1) AND status = 'IN_PROGRESS' GROUP BY student_id`,
    values: [studentIds],
  })
  return new Map(rows.map(({ studentId, examIds }) => [studentId, examIds]))
}

/** For each student a page of the sessions that the viewer may see, newest first and one more than `first`: one query. */
export async function listSessions(
  pool: Pool,
  studentIds: readonly string[],
  { first, after, status }: SessionPage,
  viewer: SessionViewer,
): Promise<Map<string, SessionRow[]>> {
  const { rows } = await pool.query<SessionRow>({
    name: 'list-sessions',
    text: `SELECT page.* FROM unnest($1::text[]) AS student (id)
           CROSS JOIN LATERAL (
             SELECT ${COLUMNS} FROM exam_session AS session ${JOINS}
             WHERE session.student_id = student.id
               AND ($2::text IS NULL OR session.status = $2::exam_session_status)
               AND ($3::timestamptz IS NULL OR (session.started_at, session.id) < ($3, $4::uuid))
               AND ($5 OR session.student_id = $6 OR room.tutor_id = $6)
             ORDER BY session.started_at DESC, session.id DESC
             LIMIT $7
           ) AS page
           ORDER BY page."studentId", page."startedAt" DESC, page.id DESC`,
    values: [
      studentIds,
      status,
      after?.key ?? null,
      after?.id ?? null,
      viewer.seesAll,
      viewer.userId,
      first + 1,
    ],
  })
  return Map.groupBy(rows, (row) => row.studentId)
}
