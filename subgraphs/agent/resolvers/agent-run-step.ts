import { stepStatus } from '../domain/run.ts'
import type { AgentRunStepResolvers } from '../generated.ts'

export const AgentRunStep: AgentRunStepResolvers = { status: stepStatus }
