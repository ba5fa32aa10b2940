import { practiceScoreOf } from '../domain/practice-scale.ts'
import type {
  PracticeScoreResolvers,
  ScoreReportResolvers,
  SectionScoreResolvers,
  SkillScoreResolvers,
} from '../generated.ts'
import { say } from '../messages.ts'

/** A session has one report, which goes by the session's id. */
export const ScoreReport: ScoreReportResolvers = {
  __resolveReference: async ({ id }, { loaders }) => {
    const [row, session] = await Promise.all([loaders.report.load(id), loaders.session.load(id)])
    return row && session && { ...row, session }
  },
  id: ({ sessionId }) => sessionId,
  points: ({ report }) => report.points,
  maxPoints: ({ report }) => report.maxPoints,
  answeredCount: ({ report }) => report.answeredCount,
  correctCount: ({ report }) => report.correctCount,
  practiceScore: ({ report }) => report,
  sections: ({ report }) => report.sections,
  skills: ({ report }) => report.skills,
}

export const SectionScore: SectionScoreResolvers = {
  section: ({ sectionId }) => ({ id: sectionId }),
  title: ({ title }, _args, { locale }) => title[locale],
  practiceScore: (result) => result,
}

export const SkillScore: SkillScoreResolvers = {
  skill: ({ skillId }) => ({ id: skillId }),
  name: ({ name }, _args, { locale }) => name[locale],
}

export const PracticeScore: PracticeScoreResolvers = {
  label: (_result, _args, { locale }) => say('PRACTICE_SCALE', locale),
  score: ({ ability }) => practiceScoreOf(ability).score,
  standardError: ({ ability }) => practiceScoreOf(ability).standardError,
  theta: ({ ability }) => ability.theta,
}
