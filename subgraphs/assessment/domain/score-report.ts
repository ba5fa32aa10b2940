import { type Ability, expectedAPosteriori, logLikelihood } from './ability.ts'
import { type Bilingual, type Form, type ItemParameters, type Question, itemsOf } from './form.ts'
import type { Response } from './response.ts'
import type { SessionState } from './session.ts'
import { isRightValue } from './short-answer.ts'

/** The result of a session. Points are 0 to 1 a question; abilities are on the θ scale. */
export type ScoreReport = Result & { sections: SectionResult[]; skills: SkillResult[] }

export type Result = {
  points: number
  maxPoints: number
  answeredCount: number
  correctCount: number
  ability: Ability
  /** Whether any parameters behind the ability were not estimated from real answers. */
  provisional: boolean
}

export type SectionResult = Result & { sectionId: string; code: string; title: Bilingual }

export type SkillResult = {
  skillId: string
  code: string
  name: Bilingual
  points: number
  maxPoints: number
}

/**
 * The score of a session: right is 1, wrong or blank 0, with no penalty, as in the UTBK and the SAT. A block of
 * statements gives the share of its statements that were judged rightly, those left out being wrong.
 * Abilities are expected a posteriori over the items of each section, and over all.
 */
export function scoreSession(form: Form, state: SessionState): ScoreReport {
  const scores = form.items.map(({ question }, position) =>
    scoreItem(question, state.items[position]?.response ?? null),
  )
  const sections = form.sections.map((section) => {
    const items = itemsOf(form, section)
    const likelihood = logLikelihood(
      items.map(({ question, position }) => ({
        score: scores[position] ?? 0,
        parameters: parametersOf(question),
      })),
    )
    const positions = items.map(({ position }) => position)
    return { section, likelihood, result: resultOf(form, state, scores, positions, likelihood) }
  })
  const likelihood = sections.reduce<number[]>(
    (sum, part) => part.likelihood.map((value, node) => value + (sum[node] ?? 0)),
    [],
  )
  return {
    ...resultOf(form, state, scores, [...form.items.keys()], likelihood),
    sections: sections.map(({ section: { sectionId, code, title }, result }) => ({
      sectionId,
      code,
      title,
      ...result,
    })),
    skills: skillsOf(form, scores),
  }
}

/** The points for one response, from 0 to 1. */
export function scoreItem(question: Question, response: Response | null): number {
  if (!response) return 0
  switch (question.type) {
    case 'MULTIPLE_CHOICE':
      return 'choice' in response && response.choice === question.key ? 1 : 0
    case 'TRUE_FALSE': {
      if (!('statements' in response)) return 0
      const judged = new Map(response.statements.map(({ id, value }) => [id, value]))
      const right = question.statements.filter(({ id, key }) => judged.get(id) === key)
      return right.length / question.statements.length
    }
    case 'SHORT_ANSWER':
      return 'text' in response && isRightValue(question.answer, response.text) ? 1 : 0
  }
}

/** A question's parameters; one that has none yet counts as of middling difficulty, guessed as often as it has options. */
export function parametersOf(question: Question): ItemParameters {
  const guessing = question.type === 'MULTIPLE_CHOICE' ? 1 / question.options.length : 0
  return question.irt ?? { a: 1, b: 0, c: guessing, provisional: true }
}

function resultOf(
  form: Form,
  state: SessionState,
  scores: readonly number[],
  positions: readonly number[],
  likelihood: readonly number[],
): Result {
  const own = positions.map((position) => scores[position] ?? 0)
  return {
    points: sumOf(own),
    maxPoints: own.length,
    answeredCount: positions.filter((position) => state.items[position]?.response != null).length,
    correctCount: own.filter((score) => score === 1).length,
    ability: expectedAPosteriori(likelihood),
    provisional: positions.some((position) => {
      const item = form.items[position]
      return item !== undefined && parametersOf(item.question).provisional
    }),
  }
}

function skillsOf(form: Form, scores: readonly number[]): SkillResult[] {
  const bySkill = Map.groupBy(form.items, ({ question }) => question.skill.id)
  return [...bySkill].flatMap(([skillId, items]) => {
    const skill = items[0]?.question.skill
    if (!skill) return []
    const points = sumOf(items.map(({ position }) => scores[position] ?? 0))
    return { skillId, code: skill.code, name: skill.name, points, maxPoints: items.length }
  })
}

/** A sum of points, without the dust that thirds leave in binary fractions. */
function sumOf(scores: readonly number[]): number {
  return Math.round(scores.reduce((sum, score) => sum + score, 0) * 1e6) / 1e6
}
