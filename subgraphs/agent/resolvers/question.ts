import { pageSize } from '../../../kit/pagination.ts'
import type { QuestionResolvers } from '../generated.ts'

export const Question: QuestionResolvers = {
  __resolveReference: ({ id }) => ({ __typename: 'Question' as const, id }),
  async similar({ id }, args, { loaders }) {
    const first = pageSize(args.first, { maximum: 50 })
    const matches = await loaders.similar.load({ questionId: id, first })
    return matches.map(({ id: questionId, similarity }) => ({
      question: { __typename: 'Question' as const, id: questionId },
      similarity,
    }))
  },
}
