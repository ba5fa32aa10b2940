import { choiceShares, meanTimeSeconds, pValue, pointBiserial } from '../domain/item-statistics.ts'
import type { QuestionResolvers } from '../generated.ts'

export const Question: QuestionResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  statistics: async ({ id }, _args, { loaders }) => {
    const item = await loaders.item.load(id)
    return (
      item && {
        version: { id: item.questionVersionId },
        administrations: item.administrations,
        answeredCount: item.answered,
        pValue: pValue(item),
        meanTimeSeconds: meanTimeSeconds(item),
        pointBiserial: pointBiserial(item),
        choices: choiceShares(item.choices),
        updatedAt: item.updatedAt,
      }
    )
  },
}
