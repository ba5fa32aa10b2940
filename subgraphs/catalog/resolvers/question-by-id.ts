import type { QueryResolvers } from '../generated.ts'
import { visibleQuestion } from '../visibility.ts'

export const question: QueryResolvers['question'] = async (_parent, { id }, { loaders, viewer }) =>
  visibleQuestion(await loaders.question.load(id), viewer)
