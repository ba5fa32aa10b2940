import { itemModel } from '../domain/models/index.ts'
import type { QuestionDraftResolvers } from '../generated.ts'
import { maySeeRun } from '../run-visibility.ts'
import { mustBeModel } from './item-model.ts'

export const QuestionDraft: QuestionDraftResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.drafts.load(id),
  async run({ runId }, _args, { loaders, viewer }) {
    const run = await loaders.runs.load(runId)
    return run && viewer && maySeeRun(run, viewer) ? run : null
  },
  itemModel: ({ itemModelCode: code }) => mustBeModel(itemModel(code), code),
  answerType: ({ instance }) => (instance.keyId === null ? 'SHORT_ANSWER' : 'MULTIPLE_CHOICE'),
  stem: ({ instance }) => instance.stem,
  options: ({ instance }) => [...instance.options],
  answer: ({ instance }) => (instance.keyId === null ? (instance.answer['value'] ?? null) : null),
  explanation: ({ instance }) => instance.explanation,
  parameters: ({ instance }) => Object.entries(instance.parameters).map(([name, value]) => ({ name, value })),
  verdicts: ({ id }, _args, { loaders }) => loaders.verdicts.load(id),
  decidedBy: ({ decidedById }) => (decidedById === null ? null : { __typename: 'User', id: decidedById }),
  question: ({ questionId }) => (questionId === null ? null : { __typename: 'Question', id: questionId }),
}
