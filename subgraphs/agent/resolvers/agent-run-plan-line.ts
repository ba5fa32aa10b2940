import { itemModel } from '../domain/models/index.ts'
import type { AgentRunPlanLineResolvers } from '../generated.ts'
import { mustBeModel } from './item-model.ts'

export const AgentRunPlanLine: AgentRunPlanLineResolvers = {
  itemModel: ({ modelCode }) => mustBeModel(itemModel(modelCode), modelCode),
}
