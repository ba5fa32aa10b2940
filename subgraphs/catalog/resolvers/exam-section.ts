import type { ExamSectionResolvers } from '../generated.ts'
import { referableExam } from '../visibility.ts'

export const ExamSection: ExamSectionResolvers = {
  async __resolveReference({ id }, { loaders, viewer }) {
    const section = await loaders.section.load(id)
    const exam = section && (await loaders.exam.load(section.examId))
    return exam && referableExam(exam, viewer) ? section : null
  },
  title: ({ titleId, titleEn }, _args, { locale }) => (locale === 'id' ? titleId : titleEn),
  titles: ({ titleId, titleEn }) => ({ id: titleId, en: titleEn }),
  minutes: ({ durationSeconds }) => durationSeconds / 60,
  count: ({ questionCount }) => questionCount,
  exam: ({ examId }, _args, { loaders }) => loaders.exam.load(examId),
  async questions({ id }, _args, { loaders }) {
    const items = await loaders.itemsOfSection.load(id)
    const versions = await Promise.all(items.map((item) => loaders.version.load(item.questionVersionId)))
    return versions.filter((version) => version !== null)
  },
}
