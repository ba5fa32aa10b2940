import { readQuestion, readStimulus } from '../domain/read-question.ts'
import type { Issue } from '../domain/issues.ts'
import type { QuestionContent } from '../domain/question.ts'
import type { QuestionInput } from '../generated.ts'

/** What a question says that came as an argument, read by the same rules as a row of a file. */
export function readQuestionInput({
  stimulusId,
  stimulus,
  ...row
}: QuestionInput): { content: QuestionContent } | { issues: Issue[] } {
  if (stimulusId && stimulus) return { issues: [{ field: 'stimulus', code: 'BOTH_STIMULI' }] }
  const read = stimulus ? readStimulus(stimulus, 'stimulus') : null
  const stored = stimulusId ? { storedId: stimulusId } : null
  const question = readQuestion(row, read?.value ?? stored)
  const issues = [...(read?.issues ?? []), ...question.issues]
  return question.value && issues.length === 0 ? { content: question.value } : { issues }
}
