import { coded } from '../../../kit/errors.ts'
import { describeGroup } from '../domain/skill-overview.ts'
import type { QueryResolvers } from '../generated.ts'

const MOST_SKILLS = 200

export const skillOverview: QueryResolvers['skillOverview'] = async (_parent, args, { store, now }) => {
  if (args.skillIds && args.skillIds.length > MOST_SKILLS) {
    throw coded(
      'BAD_USER_INPUT',
      `\`skillIds\` names ${args.skillIds.length} skills; at most ${MOST_SKILLS}.`,
      {
        field: 'skillIds',
      },
    )
  }
  const groups = await store.skillGroups(now, { ...args, limit: MOST_SKILLS })
  return groups.map((group) => ({ ...describeGroup(group), skill: { id: group.skillId } }))
}
