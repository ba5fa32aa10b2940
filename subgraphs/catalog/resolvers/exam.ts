import type { ExamFormat, ExamResolvers } from '../generated.ts'
import { referableExam } from '../visibility.ts'

export const Exam: ExamResolvers = {
  __resolveReference: async ({ id }, { loaders, viewer }) =>
    referableExam(await loaders.exam.load(id), viewer),
  title: ({ titleId, titleEn }, _args, { locale }) => (locale === 'id' ? titleId : titleEn),
  titles: ({ titleId, titleEn }) => ({ id: titleId, en: titleEn }),
  format: ({ format }) => format as ExamFormat | null,
  status: ({ state }) => state,
  sections: ({ id }, _args, { loaders }) => loaders.sectionsOfExam.load(id),
  async minutes({ id }, _args, { loaders }) {
    const sections = await loaders.sectionsOfExam.load(id)
    return sections.reduce((total, section) => total + section.durationSeconds, 0) / 60
  },
  async questionCount({ id }, _args, { loaders }) {
    const sections = await loaders.sectionsOfExam.load(id)
    return sections.reduce((total, section) => total + section.questionCount, 0)
  },
}
