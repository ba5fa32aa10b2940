import type { MutationResolvers } from '../generated.ts'
import { changeState } from './change-state.ts'

export const publishQuestion: MutationResolvers['publishQuestion'] = (_parent, { input }, context) =>
  changeState(input.questionId, 'PUBLISH', context)
