import { randomUUID } from 'node:crypto'
import { unauthenticated } from '../../../kit/errors.ts'
import { isStorable } from '../../../kit/storable.ts'
import { itemModel, itemModelsOf } from '../domain/models/index.ts'
import { largestRun } from '../domain/plan-run.ts'
import type { MutationResolvers } from '../generated.ts'
import { invalidInput, notFound } from './user-errors.ts'

export const startAgentRun: MutationResolvers['startAgentRun'] = async (_parent, { input }, context) => {
  const { store, runner, locale, occasion, viewer } = context
  if (!viewer) throw unauthenticated()
  const { skillCode = null, itemModelCode = null, count } = input
  const seed = input.seed ?? randomUUID()
  const errors = [
    ...(count < 1 || count > largestRun ? [invalidInput('COUNT_OUT_OF_RANGE', 'input.count', locale)] : []),
    ...(seed === '' || seed.length > 64 || !isStorable(seed)
      ? [invalidInput('SEED_UNUSABLE', 'input.seed', locale)]
      : []),
    ...((skillCode === null) === (itemModelCode === null)
      ? [invalidInput('SKILL_OR_MODEL', 'input.skillCode', locale)]
      : []),
  ]
  if (errors.length > 0) return { run: null, errors }
  if (itemModelCode !== null && !itemModel(itemModelCode))
    return { run: null, errors: [notFound('MODEL_NOT_FOUND', 'input.itemModelCode', locale)] }
  if (skillCode !== null && itemModelsOf(skillCode).length === 0)
    return { run: null, errors: [notFound('NO_MODEL_FOR_SKILL', 'input.skillCode', locale)] }

  const run = await store.startRun(
    { ownerId: viewer.userId, skillCode, itemModelCode, count, seed },
    occasion.now,
  )
  runner.enqueue(run.id)
  return { run, errors: [] }
}
