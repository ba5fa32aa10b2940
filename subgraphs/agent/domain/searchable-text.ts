/** The parts of a question that say what it is about, whatever kind it is. */
type Parts = {
  stimulus?: { text: string } | null
  stem: string
  options?: readonly { text: string }[]
  statements?: readonly { text: string }[]
}

/**
 * What a question says, in one text: what is embedded, searched and compared. The options are in an order of their own,
 * so that shuffling them does not make another question.
 */
export function searchableText({ stimulus, stem, options = [], statements = [] }: Parts): string {
  const answers = [...options, ...statements].map((answer) => answer.text).toSorted()
  return [...(stimulus ? [stimulus.text] : []), stem, ...answers].join('\n')
}
