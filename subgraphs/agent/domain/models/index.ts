import type { ItemModel } from '../item-model.ts'
import { mathematicalReasoningModels } from './mathematical-reasoning.ts'
import { quantitativeKnowledgeModels } from './quantitative-knowledge.ts'
import { quantitativeReasoningModels } from './quantitative-reasoning.ts'
import { satAdvancedModels } from './sat-advanced.ts'
import { satAlgebraModels } from './sat-algebra.ts'

/** Every item model, in the order in which they are listed. */
export const itemModels: readonly ItemModel[] = [
  ...quantitativeKnowledgeModels,
  ...mathematicalReasoningModels,
  ...quantitativeReasoningModels,
  ...satAlgebraModels,
  ...satAdvancedModels,
]

/** The model with this code, if there is one. */
export const itemModel = (code: string): ItemModel | undefined =>
  itemModels.find((model) => model.code === code)

/** The models of a skill and of the skills below it: `PK` has those of `PK.ALGEBRA`. */
export const itemModelsOf = (skill: string): ItemModel[] =>
  itemModels.filter((model) => model.skill === skill || model.skill.startsWith(`${skill}.`))
