import type { MutationResolvers } from '../generated.ts'
import { changeState } from './change-state.ts'

export const retireQuestion: MutationResolvers['retireQuestion'] = (_parent, { input }, context) =>
  changeState(input.questionId, 'RETIRE', context)
