import type { Resolvers } from '../generated.ts'
import { Question } from './question.ts'
import { skillOverview } from './skill-overview.ts'
import { studentMastery } from './student-mastery.ts'
import { User } from './user.ts'

export const resolvers: Resolvers = { Query: { studentMastery, skillOverview }, User, Question }
