import type { MutationResolvers } from '../generated.ts'
import { changeState } from './change-state.ts'

export const submitQuestionForReview: MutationResolvers['submitQuestionForReview'] = (
  _parent,
  { input },
  context,
) => changeState(input.questionId, 'SUBMIT_FOR_REVIEW', context)
