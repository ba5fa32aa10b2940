import type { QuestionVersionResolvers } from '../generated.ts'
import { visibleVersion } from '../visibility.ts'

export const QuestionVersion: QuestionVersionResolvers = {
  __resolveReference: async ({ id }, { loaders, viewer }) =>
    visibleVersion(await loaders.version.load(id), viewer),
  question: ({ questionId }, _args, { loaders }) => loaders.question.load(questionId),
  async skill({ skillId }, _args, { loaders }) {
    const skill = await loaders.skill.load(skillId)
    if (!skill) throw new Error(`Skill ${skillId} of a question is not stored`)
    return skill
  },
  stimulus: ({ stimulusId }, _args, { loaders }) => (stimulusId ? loaders.stimulus.load(stimulusId) : null),
  type: ({ response }) => response.type,
  options: ({ response }) => (response.type === 'MULTIPLE_CHOICE' ? response.options : []),
  key: ({ response }) => (response.type === 'MULTIPLE_CHOICE' ? response.key : null),
  statements: ({ response }) => (response.type === 'TRUE_FALSE' ? response.statements : []),
  answer: ({ response }) => (response.type === 'SHORT_ANSWER' ? response.answer : null),
  author: ({ authorId }) => (authorId ? { id: authorId } : null),
}
