/** The smallest group that is described: in a smaller one, a mean says too much about each of its members. */
const SMALLEST_GROUP = 10

/** How a group of students stands on one skill; probabilities between 0 and 1. */
export type SkillGroup = {
  skillId: string
  sectionCode: string
  studentCount: number
  meanProbability: number
  standardDeviation: number
}

/** What may be said of the group: everything, or, when it is too small, only that it is. */
export type SkillOverview =
  | (SkillGroup & { suppressed: false })
  | {
      skillId: string
      sectionCode: string
      studentCount: null
      meanProbability: null
      standardDeviation: null
      suppressed: true
    }

/** Withholds the figures of groups under SMALLEST_GROUP, their size included: sizes can be subtracted. */
export function describeGroup(group: SkillGroup): SkillOverview {
  if (group.studentCount >= SMALLEST_GROUP) return { ...group, suppressed: false }
  const { skillId, sectionCode } = group
  return {
    skillId,
    sectionCode,
    studentCount: null,
    meanProbability: null,
    standardDeviation: null,
    suppressed: true,
  }
}
