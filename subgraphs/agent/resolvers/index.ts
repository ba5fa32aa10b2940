import type { Resolvers } from '../generated.ts'
import { acceptDraft } from './accept-draft.ts'
import { agentRun } from './agent-run-by-id.ts'
import { AgentRunPlanLine } from './agent-run-plan-line.ts'
import { AgentRunProgress, agentRunProgress } from './agent-run-progress.ts'
import { AgentRunStep } from './agent-run-step.ts'
import { AgentRun } from './agent-run.ts'
import { agentRuns } from './agent-runs.ts'
import { cancelAgentRun } from './cancel-agent-run.ts'
import { DraftOption } from './draft-option.ts'
import { GateVerdict } from './gate-verdict.ts'
import { ItemModel } from './item-model.ts'
import { itemModels } from './item-models.ts'
import { questionDraft } from './question-draft-by-id.ts'
import { QuestionDraft } from './question-draft.ts'
import { questionDrafts } from './question-drafts.ts'
import { Question } from './question.ts'
import { rejectDraft } from './reject-draft.ts'
import { startAgentRun } from './start-agent-run.ts'

export const resolvers: Resolvers = {
  Query: { itemModels, agentRun, agentRuns, questionDraft, questionDrafts },
  Mutation: { startAgentRun, cancelAgentRun, acceptDraft, rejectDraft },
  Subscription: { agentRunProgress },
  AgentRun,
  AgentRunPlanLine,
  AgentRunProgress,
  AgentRunStep,
  DraftOption,
  GateVerdict,
  ItemModel,
  Question,
  QuestionDraft,
}
