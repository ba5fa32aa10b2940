import type { Pool } from 'pg'

/** How long one process has for what it claimed, before another takes it over, in milliseconds. */
const CLAIM_MS = 2_000

/**
 * Claims sessions whose deadline was at or before `until`, the longest overdue first, for this process. Processes that
 * look at the same time get different ones; what a process that died had claimed is free again after two seconds.
 * A claim saves work and no more: that a deadline counts once is the log's doing.
 */
export async function claimDueSessions(
  pool: Pool,
  { until, now, limit }: { until: Date; now: Date; limit: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'claim-due-sessions',
    text: `UPDATE exam_session SET claimed_until = $3
           WHERE id IN (
             SELECT id FROM exam_session
             WHERE next_deadline <= $1 AND (claimed_until IS NULL OR claimed_until <= $2)
             ORDER BY next_deadline LIMIT $4
             FOR UPDATE SKIP LOCKED
           )
           RETURNING id`,
    values: [until, now, new Date(now.getTime() + CLAIM_MS), limit],
  })
  return rows.map(({ id }) => id)
}

/** The first deadline after `after`, or undefined when there is none. */
export async function nextDeadline(pool: Pool, after: Date): Promise<Date | undefined> {
  const { rows } = await pool.query<{ at: Date | null }>({
    name: 'next-deadline',
    text: 'SELECT min(next_deadline) AS at FROM exam_session WHERE next_deadline > $1',
    values: [after],
  })
  return rows[0]?.at ?? undefined
}
