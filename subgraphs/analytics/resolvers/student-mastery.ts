import type { QueryResolvers } from '../generated.ts'
import { shownMastery } from './skill-mastery.ts'

export const studentMastery: QueryResolvers['studentMastery'] = (_parent, args, context) =>
  shownMastery(args.userId, args, context)
