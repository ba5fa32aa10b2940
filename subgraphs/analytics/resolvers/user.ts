import type { UserResolvers } from '../generated.ts'
import { shownMastery } from './skill-mastery.ts'

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  mastery: ({ id }, args, context) => shownMastery(id, args, context),
}
