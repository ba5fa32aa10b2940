import { coded } from '../../../kit/errors.ts'
import type { AgentRunProgressResolvers, SubscriptionResolvers } from '../generated.ts'
import { followRun, type Progress } from '../run-progress.ts'

export const agentRunProgress: SubscriptionResolvers['agentRunProgress'] = {
  // Without a `resolve` of its own: the policy's rule then guards the subscription itself, not only its events.
  async subscribe(_parent, { runId, afterSequence }, context) {
    const { loaders } = context
    const run = await loaders.runs.load(runId)
    if (!run) throw coded('NOT_FOUND', 'There is no run with this id.')
    return presented(followRun(context, run, afterSequence ?? null), () => loaders.forget())
  },
}

export const AgentRunProgress: AgentRunProgressResolvers = {
  draft: ({ draftId }, _args, { loaders }) => (draftId === null ? null : loaders.drafts.load(draftId)),
  run: ({ runId }, _args, { loaders }) => loaders.runs.load(runId),
}

/** Each event as the field's value; what was read for the one before is forgotten first. */
function presented(
  events: AsyncIterableIterator<Progress>,
  forget: () => void,
): AsyncIterableIterator<{ agentRunProgress: Progress }> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const { done, value } = await events.next()
      forget()
      return done ? { done, value: undefined } : { done: false, value: { agentRunProgress: value } }
    },
    async return() {
      await events.return?.()
      return { done: true, value: undefined }
    },
  }
}
