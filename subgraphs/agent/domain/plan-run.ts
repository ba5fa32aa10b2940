import type { ItemModel } from './item-model.ts'
import { createRandom } from './random.ts'

/** How many questions a model writes in a run. */
export type PlanLine = { modelCode: string; count: number }

/** The most questions that one run may write. */
export const largestRun = 100

/**
 * Shares `count` questions out over the models as evenly as possible; the seed decides which models write one more.
 * Models that would write none are left out. Throws RangeError when there is no model.
 */
export function planRun(models: readonly ItemModel[], count: number, seed: string): PlanLine[] {
  if (models.length === 0) throw new RangeError('A run needs at least one item model.')
  const codes = models.map((model) => model.code).toSorted()
  const each = Math.floor(count / codes.length)
  const more = new Set(
    createRandom(`plan ${seed}`)
      .shuffle(codes)
      .slice(0, count % codes.length),
  )
  return codes
    .map((modelCode) => ({ modelCode, count: each + (more.has(modelCode) ? 1 : 0) }))
    .filter((line) => line.count > 0)
}

/** Where each line's questions begin in the numbering of the run, from 0. */
export function firstOrdinals(plan: readonly PlanLine[]): number[] {
  let next = 0
  return plan.map((line) => (next += line.count) - line.count)
}
