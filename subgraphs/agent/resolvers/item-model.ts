import type { ItemModel as Model } from '../domain/item-model.ts'
import { misconceptions } from '../domain/misconceptions.ts'
import type { ItemModelResolvers } from '../generated.ts'

export const ItemModel: ItemModelResolvers = {
  title: ({ title }, _args, { locale }) => title[locale],
  skillCode: ({ skill }) => skill,
  sectionCode: ({ section }) => section,
  answerType: ({ type }) => type,
  expectedDifficulty: ({ difficulty }) => difficulty,
  misconceptions: ({ distractors }, _args, { locale }) =>
    distractors.map(({ misconception }) => misconceptions[misconception][locale]),
}

/** Models are part of the program and are never removed from it: a draft's is always there. */
export function mustBeModel(model: Model | undefined, code: string): Model {
  if (!model) throw new Error(`There is no item model "${code}".`)
  return model
}
