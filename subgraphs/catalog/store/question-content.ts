import type { QuestionContent } from '../../../schema/events.ts'
import { questionContent as schema } from '../../../schema/events.ts'
import type { Prisma } from './prisma/client.ts'

/** What has to be read with a version to say all of it. */
export const contentInclude = { question: true, skill: true, stimulus: true } as const

type VersionWithContent = Prisma.QuestionVersionGetPayload<{ include: typeof contentInclude }>

/** A version with all that is needed to present it and to score it, as the catalog's events carry it. */
export function questionContent(version: VersionWithContent): QuestionContent {
  const { question, skill, stimulus } = version
  return schema.parse({
    questionId: version.questionId,
    questionVersionId: version.id,
    version: version.version,
    externalId: question.externalId,
    source: question.source,
    license: version.license,
    exam: version.exam,
    section: version.section,
    language: version.language,
    skill: { id: skill.id, code: skill.code, name: { id: skill.nameId, en: skill.nameEn } },
    stimulus: stimulus && {
      id: stimulus.id,
      title: stimulus.title,
      language: stimulus.language,
      text: stimulus.text,
      source: stimulus.source,
    },
    stem: version.stem,
    figure: version.figure,
    explanation: version.explanation,
    irt: version.irt,
    type: version.type,
    ...(version.response as Prisma.JsonObject),
  })
}
