import type { QueryResolvers } from '../generated.ts'
import { shownMastery } from './skill-mastery.ts'

export const studentMastery: QueryResolvers['studentMastery'] = (_root, args, context) =>
  shownMastery(args.userId, args, context)
