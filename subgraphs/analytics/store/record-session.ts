import type { PoolClient } from 'pg'
import { type Database, inTransaction } from '../../../kit/database.ts'
import type { ItemContribution } from '../domain/item-statistics.ts'
import type { Evidence } from '../domain/mastery.ts'

/** What a scored session changes: `observe` makes the new evidence of the skills met from what stands. */
export type SessionEffects = {
  userId: string
  skillIds: readonly string[]
  observe(standing: Evidence[]): Evidence[]
  items: readonly ItemContribution[]
  finishedAt: Date
}

/**
 * Records a session's effects and its event in one transaction.
 * @returns false, having changed nothing, when the event had been handled before
 */
export function recordSession(
  { pool }: Database,
  eventId: string,
  effects: SessionEffects,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    if (!(await enterInbox(client, eventId))) return false
    await updateMastery(client, effects)
    await addToStatistics(client, effects)
    return true
  })
}

async function enterInbox(client: PoolClient, eventId: string): Promise<boolean> {
  const { rowCount } = await client.query('INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING', [
    eventId,
  ])
  return rowCount === 1
}

async function updateMastery(
  client: PoolClient,
  { userId, skillIds, observe }: SessionEffects,
): Promise<void> {
  // A row lock would not cover a student's first rows, which two sessions could otherwise both insert.
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('mastery'), hashtext($1))`, [userId])
  const { rows } = await client.query<Evidence>(
    `SELECT skill_id AS "skillId", section_code AS "sectionCode", successes, failures,
            evidence_count AS "evidenceCount", updated_at AS "updatedAt"
       FROM skill_mastery WHERE user_id = $1 AND skill_id = ANY($2)`,
    [userId, skillIds],
  )
  const evidence = observe(rows)
  await client.query(
    `INSERT INTO skill_mastery (user_id, skill_id, section_code, successes, failures, evidence_count, updated_at)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::float8[], $5::float8[], $6::int[], $7::timestamptz[])
     ON CONFLICT (user_id, skill_id) DO UPDATE SET
       section_code = excluded.section_code,
       successes = excluded.successes,
       failures = excluded.failures,
       evidence_count = excluded.evidence_count,
       updated_at = excluded.updated_at`,
    [
      userId,
      evidence.map((row) => row.skillId),
      evidence.map((row) => row.sectionCode),
      evidence.map((row) => row.successes),
      evidence.map((row) => row.failures),
      evidence.map((row) => row.evidenceCount),
      evidence.map((row) => row.updatedAt),
    ],
  )
}

/** Adds to the sums where they stand. Rows are taken in the order of their ids, so that two sessions cannot deadlock. */
async function addToStatistics(client: PoolClient, { items, finishedAt }: SessionEffects): Promise<void> {
  await client.query(
    `INSERT INTO item_statistics AS standing (question_version_id, question_id, administrations, answered, score_sum,
       timed, time_sum_ms, pairs, pair_score_sum, pair_score_squares, pair_rest_sum, pair_rest_squares, pair_products,
       updated_at)
     SELECT version, min(question), sum(administrations), sum(answered), sum(score), sum(timed), sum(ms), sum(pairs),
            sum(x), sum(xx), sum(r), sum(rr), sum(xr), $14
       FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int8[], $6::int[], $7::int8[], $8::int[],
                   $9::int8[], $10::int8[], $11::int8[], $12::int8[], $13::int8[])
         AS item (version, question, administrations, answered, score, timed, ms, pairs, x, xx, r, rr, xr)
      GROUP BY version ORDER BY version
     ON CONFLICT (question_version_id) DO UPDATE SET
       administrations = standing.administrations + excluded.administrations,
       answered = standing.answered + excluded.answered,
       score_sum = standing.score_sum + excluded.score_sum,
       timed = standing.timed + excluded.timed,
       time_sum_ms = standing.time_sum_ms + excluded.time_sum_ms,
       pairs = standing.pairs + excluded.pairs,
       pair_score_sum = standing.pair_score_sum + excluded.pair_score_sum,
       pair_score_squares = standing.pair_score_squares + excluded.pair_score_squares,
       pair_rest_sum = standing.pair_rest_sum + excluded.pair_rest_sum,
       pair_rest_squares = standing.pair_rest_squares + excluded.pair_rest_squares,
       pair_products = standing.pair_products + excluded.pair_products,
       updated_at = greatest(standing.updated_at, excluded.updated_at)`,
    [
      items.map((item) => item.questionVersionId),
      items.map((item) => item.questionId),
      items.map((item) => item.administrations),
      items.map((item) => item.answered),
      items.map((item) => item.scoreSum),
      items.map((item) => item.timed),
      items.map((item) => item.timeSumMs),
      items.map((item) => item.pairs),
      items.map((item) => item.pairScoreSum),
      items.map((item) => item.pairScoreSquares),
      items.map((item) => item.pairRestSum),
      items.map((item) => item.pairRestSquares),
      items.map((item) => item.pairProducts),
      finishedAt,
    ],
  )
  const chosen = items.filter((item) => item.choice !== null)
  await client.query(
    `INSERT INTO item_choices AS standing (question_version_id, option_id, count)
     SELECT version, option, count(*) FROM unnest($1::text[], $2::text[]) AS item (version, option)
      GROUP BY version, option ORDER BY version, option
     ON CONFLICT (question_version_id, option_id) DO UPDATE SET count = standing.count + excluded.count`,
    [chosen.map((item) => item.questionVersionId), chosen.map((item) => item.choice)],
  )
}
