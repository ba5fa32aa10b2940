import { coded } from '../../../kit/errors.ts'
import { mapEach } from '../../../kit/follow-log.ts'
import type { AgentRunProgressResolvers, SubscriptionResolvers } from '../generated.ts'
import { followRun } from '../run-progress.ts'

export const agentRunProgress: SubscriptionResolvers['agentRunProgress'] = {
  async subscribe(_parent, { runId, afterSequence }, context) {
    const { loaders } = context
    const run = await loaders.runs.load(runId)
    if (!run) throw coded('NOT_FOUND', 'There is no run with this id.')
    return mapEach(await followRun(context, run, afterSequence ?? null), {
      map(progress) {
        // What was read for the event before may be old.
        loaders.forget()
        return { agentRunProgress: progress }
      },
    })
  },
}

export const AgentRunProgress: AgentRunProgressResolvers = {
  draft: ({ draftId }, _args, { loaders }) => (draftId === null ? null : loaders.drafts.load(draftId)),
  run: ({ runId }, _args, { loaders }) => loaders.runs.load(runId),
}
