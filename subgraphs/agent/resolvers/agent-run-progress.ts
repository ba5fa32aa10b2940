import { coded } from '../../../kit/errors.ts'
import type { Context } from '../context.ts'
import type { AgentRunProgressResolvers, SubscriptionResolvers } from '../generated.ts'
import { followRun, type Progress } from '../run-progress.ts'

export const agentRunProgress: SubscriptionResolvers['agentRunProgress'] = {
  async subscribe(_parent, { runId, afterSequence }, context) {
    const run = await context.loaders.runs.load(runId)
    if (!run) throw coded('NOT_FOUND', 'There is no run with this id.')
    return followRun(context, run, afterSequence ?? null)
  },
  resolve(event: Progress, _args: object, { loaders }: Context) {
    loaders.forget()
    return event
  },
}

export const AgentRunProgress: AgentRunProgressResolvers = {
  draft: ({ draftId }, _args, { loaders }) => (draftId === null ? null : loaders.drafts.load(draftId)),
  run: ({ runId }, _args, { loaders }) => loaders.runs.load(runId),
}
