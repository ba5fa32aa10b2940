import type { Shortage } from './exam.ts'

/** A published question of a bank section, as the filling of an exam sees it. */
export type Candidate = {
  questionId: string
  versionId: string
  bankSection: string
  /** Questions with the same one are a set, and stay together where the counts allow it. */
  stimulusId: string | null
  source: string | null
}

export type SectionToFill = { code: string; bankSection: string | null; questionCount: number }

type QuestionSet = Candidate[]

/**
 * Chooses the questions of each section, in order, from the candidates of its bank section. Candidates are taken in the
 * order in which they come, those of `preferSource` before all others, each at most once in the exam and none of `taken`
 * (ids of questions); so the same candidates always give the same exam.
 *
 * Whole sets come first: of all choices of whole sets that give the exact number, the one whose sets stand earliest. Where
 * no choice of whole sets does, the largest number below it is filled up with a part of the earliest set left over.
 *
 * @returns the ids of the versions for each section, or each section that is short, with what it needs and has
 */
export function assembleExam(
  sections: readonly SectionToFill[],
  candidates: readonly Candidate[],
  { preferSource = null, taken = [] }: { preferSource?: string | null; taken?: readonly string[] } = {},
): { chosen: string[][] } | { shortages: Shortage[] } {
  const used = new Set<string>(taken)
  const chosen: string[][] = []
  const shortages: Shortage[] = []
  for (const { code, bankSection, questionCount: needed } of sections) {
    const free = candidates.filter(
      (candidate) => candidate.bankSection === bankSection && !used.has(candidate.questionId),
    )
    const questions = choose(setsInOrder(free, preferSource), needed)
    for (const { questionId } of questions) used.add(questionId)
    chosen.push(questions.map((question) => question.versionId))
    if (questions.length < needed) shortages.push({ section: code, needed, available: free.length })
  }
  return shortages.length > 0 ? { shortages } : { chosen }
}

function setsInOrder(candidates: readonly Candidate[], preferSource: string | null): QuestionSet[] {
  const isPreferred = (candidate: Candidate) => preferSource !== null && candidate.source === preferSource
  const sorted = [
    ...candidates.filter(isPreferred),
    ...candidates.filter((candidate) => !isPreferred(candidate)),
  ]
  return [...Map.groupBy(sorted, ({ stimulusId, versionId }) => stimulusId ?? versionId).values()]
}

function choose(sets: readonly QuestionSet[], needed: number): Candidate[] {
  const reachable = reachableTotals(sets, needed)
  const totals = reachable[0] ?? new Set([0])
  let open = Math.max(...totals)
  const chosen: Candidate[] = []
  const left: QuestionSet[] = []
  for (const [index, set] of sets.entries()) {
    if (set.length <= open && reachable[index + 1]?.has(open - set.length)) {
      chosen.push(...set)
      open -= set.length
    } else {
      left.push(set)
    }
  }
  return [...chosen, ...left.flat()].slice(0, needed)
}

/** For each position, every total up to `needed` that whole sets from there on can give. */
function reachableTotals(sets: readonly QuestionSet[], needed: number): Set<number>[] {
  const reachable: Set<number>[] = [new Set([0])]
  for (const set of sets.toReversed()) {
    const after = reachable[0] ?? new Set([0])
    const totals = new Set(after)
    for (const total of after) {
      if (total + set.length <= needed) totals.add(total + set.length)
    }
    reachable.unshift(totals)
  }
  return reachable
}
