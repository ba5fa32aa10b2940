import type { MutationResolvers } from '../generated.ts'
import { notFound, wrongState } from './user-errors.ts'

export const cancelAgentRun: MutationResolvers['cancelAgentRun'] = async (_parent, { input }, context) => {
  const { loaders, runner, locale, occasion } = context
  const run = await loaders.runs.load(input.runId)
  if (!run) return { run: null, errors: [notFound('RUN_NOT_FOUND', 'input.runId', locale)] }
  const cancelled = await runner.cancel(run.id, occasion.traceparent)
  if (!cancelled) return { run: null, errors: [wrongState('RUN_HAS_ENDED', 'input.runId', locale)] }
  return { run: await loaders.runs.clear(run.id).load(run.id), errors: [] }
}
