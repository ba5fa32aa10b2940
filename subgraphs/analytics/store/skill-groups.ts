import type { Database } from '../../../kit/database.ts'
import { isStorable } from '../../../kit/storable.ts'
import { HALF_LIFE_DAYS, PRIOR_FAILURES, PRIOR_SUCCESSES } from '../domain/mastery.ts'
import type { SkillGroup } from '../domain/skill-overview.ts'

/**
 * How all students together stand on skills at `now`, by section and skill: the mean and the standard deviation of
 * their probabilities. The formula is that of domain/mastery.ts, here in SQL because the rows are one for each student
 * and skill; a test holds the two together.
 */
export async function skillGroups(
  { pool }: Database,
  now: Date,
  filter: { skillIds?: readonly string[] | null; sectionCode?: string | null; limit: number },
): Promise<SkillGroup[]> {
  const { skillIds, sectionCode } = filter
  if (sectionCode != null && !isStorable(sectionCode)) return []
  const { rows } = await pool.query<SkillGroup>(
    `SELECT skill_id AS "skillId", max(section_code) AS "sectionCode", count(*)::int AS "studentCount",
            avg(probability) AS "meanProbability", stddev_pop(probability) AS "standardDeviation"
       FROM skill_mastery
      CROSS JOIN LATERAL (
        SELECT power(2::float8, -greatest(0, extract(epoch FROM $1::timestamptz - updated_at)::float8) / 86400 / $2) AS weight
      ) AS retained
      CROSS JOIN LATERAL (
        SELECT ($3 + successes * weight) / ($3 + $4 + (successes + failures) * weight) AS probability
      ) AS estimate
      WHERE ($5::text[] IS NULL OR skill_id = ANY($5)) AND ($6::text IS NULL OR section_code = $6)
      GROUP BY skill_id
      ORDER BY "sectionCode", skill_id
      LIMIT $7`,
    [
      now,
      HALF_LIFE_DAYS,
      PRIOR_SUCCESSES,
      PRIOR_FAILURES,
      skillIds?.filter(isStorable) ?? null,
      sectionCode ?? null,
      filter.limit,
    ],
  )
  return rows
}
