import { forbidden, unauthenticated } from '../../kit/errors.ts'
import { anyone, hasRole, signedIn } from '../../kit/policy.ts'
import { type IRules, rule } from '../../kit/shield.ts'
import type { Context } from './context.ts'

const tutor = hasRole('TUTOR', 'ADMIN')
const reader = hasRole('AUTHOR', 'TUTOR', 'ADMIN')

// Depends on whose page it is, so its answer is never reused for another parent.
const oneselfOrTutor = rule('oneselfOrTutor', { cache: 'no_cache' })((
  person: { id: string },
  _args,
  { viewer }: Context,
) => {
  if (!viewer) return unauthenticated()
  if (viewer.userId === person.id) return true
  return viewer.roles.includes('TUTOR') || viewer.roles.includes('ADMIN') ? true : forbidden()
})

export const policy = {
  Query: { studentMastery: tutor, skillOverview: tutor },
  User: { id: anyone, mastery: oneselfOrTutor },
  Question: { id: anyone, statistics: reader },
  QuestionVersion: anyone,
  Skill: anyone,
  SkillMastery: signedIn,
  SkillOverview: tutor,
  ItemStatistics: reader,
  ChoiceCount: reader,
} satisfies IRules
