import type { QueryResolvers } from '../generated.ts'

export const agentRun: QueryResolvers['agentRun'] = (_parent, { id }, { loaders }) => loaders.runs.load(id)
