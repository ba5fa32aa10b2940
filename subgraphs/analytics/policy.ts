import { anyone, hasRole, self, signedIn } from '../../kit/policy.ts'
import { type IRules, or } from '../../kit/shield.ts'

const tutor = hasRole('TUTOR', 'ADMIN')
const reader = hasRole('AUTHOR', 'TUTOR', 'ADMIN')

export const policy = {
  Query: { studentMastery: tutor, skillOverview: tutor },
  User: { id: anyone, mastery: or(self, tutor) },
  Question: { id: anyone, statistics: reader },
  QuestionVersion: anyone,
  Skill: anyone,
  SkillMastery: signedIn,
  SkillOverview: tutor,
  ItemStatistics: reader,
  ChoiceCount: reader,
} satisfies IRules
