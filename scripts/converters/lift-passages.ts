import type { Question, Stimulus } from './question-file.ts'

const SHORTEST_PASSAGE = 150

/**
 * Makes stimuli of passages that stand again and again inside the stems: where neighbouring questions of a section agree
 * in all but the last paragraph, what they share becomes a stimulus, named after the first of them.
 */
export function liftPassages(questions: readonly Question[]): { stimuli: Stimulus[]; questions: Question[] } {
  const stimuli: Stimulus[] = []
  const split = questions.map((question) => ({ question, ...splitStem(question.stem) }))
  const lifted = split.map(({ question, passage, rest }, index) => {
    const { section, language } = question
    const isSame = (other: (typeof split)[number] | undefined) =>
      other?.question.section === section && other.passage === passage
    if (passage.length < SHORTEST_PASSAGE || !(isSame(split[index - 1]) || isSame(split[index + 1])))
      return question
    if (!isSame(split[index - 1])) stimuli.push({ id: `${question.id}-passage`, language, text: passage })
    return { ...question, stimulus: stimuli.at(-1)?.id ?? '', stem: rest }
  })
  return { stimuli, questions: lifted }
}

/** What stands before the last paragraph, and the last paragraph. White space at the ends of lines is ignored. */
function splitStem(stem: string): { passage: string; rest: string } {
  const lines = stem.split('\n').map((line) => line.trimEnd())
  const last = lines.findLastIndex((line) => line !== '')
  return { passage: lines.slice(0, last).join('\n').trim(), rest: lines[last] ?? '' }
}
