import type { QueryResolvers, StimulusResolvers } from '../generated.ts'

export const stimulus: QueryResolvers['stimulus'] = (_parent, { id }, { loaders }) =>
  loaders.stimulus.load(id)

export const Stimulus: StimulusResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.stimulus.load(id),
}
