import { pageSize } from '../../../kit/pagination.ts'
import type { Context } from '../context.ts'
import { weakestFirst } from '../domain/mastery.ts'

const MOST_SKILLS = 200

/** A student's skills as the schema shows them, weakest first. */
export async function shownMastery(
  userId: string,
  args: { first: number; sectionCodes?: readonly string[] | null },
  { loaders, now }: Context,
) {
  const first = pageSize(args.first, { maximum: MOST_SKILLS })
  const evidence = await loaders.evidence.load(userId)
  return weakestFirst(evidence, now, { first, sectionCodes: args.sectionCodes }).map((row) => ({
    ...row,
    skill: { id: row.skillId },
  }))
}
