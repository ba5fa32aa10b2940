/** What a run does, in this order. */
export const steps = ['PLAN', 'GENERATE', 'EVALUATE'] as const
export type Step = (typeof steps)[number]

export type RunStatus = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'

/** How a run can end. */
export type RunEnd = Exclude<RunStatus, 'QUEUED' | 'RUNNING'>

export const hasEnded = (status: RunStatus): status is RunEnd => status !== 'QUEUED' && status !== 'RUNNING'

/** How far a step is, from when it began and ended. */
export function stepStatus(step: { startedAt: Date | null; finishedAt: Date | null }) {
  return step.finishedAt ? 'DONE' : step.startedAt ? 'RUNNING' : 'PENDING'
}
