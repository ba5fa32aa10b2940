import type { QuestionResolvers } from '../generated.ts'
import { seesDrafts } from '../visibility.ts'

export const Question: QuestionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.question.load(id),
  latestVersion({ latestVersionId, publishedVersionId }, _args, { loaders, viewer }) {
    const id = seesDrafts(viewer) ? latestVersionId : publishedVersionId
    return id ? loaders.version.load(id) : null
  },
  publishedVersion: ({ publishedVersionId }, _args, { loaders }) =>
    publishedVersionId ? loaders.version.load(publishedVersionId) : null,
  versions: ({ id }, _args, { loaders }) => loaders.versionsOfQuestion.load(id),
}
