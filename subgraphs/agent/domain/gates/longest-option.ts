import type { Verdict } from './verdict.ts'

/** At most this share of a batch may have the key for its longest option; tests written by people have about a fifth. */
const largestShare = 0.3

/** The options of one question, and which of them is the key; no options for a short answer. */
export type Choice = { options: readonly { id: string; text: string }[]; keyId: string | null }

/**
 * Whether a batch gives itself away by long keys. As many questions whose key is strictly the longest option get
 * through, in order, as the share allows (at least one, since one question has no share); those beyond it do not.
 */
export function longestOption(batch: readonly Choice[]): Verdict[] {
  const choices = batch.filter((question) => question.options.length > 0).length
  const allowed = Math.max(1, Math.floor(choices * largestShare))
  const longest = batch.map(keyIsLongest)
  const total = longest.filter(Boolean).length
  let seen = 0
  return batch.map((question, index) => {
    if (longest[index]) seen++
    return {
      gate: 'LONGEST_OPTION',
      passed: !longest[index] || seen <= allowed,
      facts: [
        { name: 'key is the longest option', value: longest[index] ? 'yes' : 'no' },
        {
          name: 'lengths',
          value: question.options.map(({ id, text }) => `${id} ${lengthOf(text)}`).join(', ') || 'none',
        },
        { name: 'in the batch', value: `${total} of ${choices}` },
        { name: 'allowed', value: `${allowed}` },
      ],
    }
  })
}

function keyIsLongest({ options, keyId }: Choice): boolean {
  const key = options.find((option) => option.id === keyId)
  return (
    key !== undefined &&
    options.every((option) => option === key || lengthOf(option.text) < lengthOf(key.text))
  )
}

/** How long an option looks: LaTeX commands and marks take no room, a fraction as much as its longer part. */
function lengthOf(text: string): number {
  return text
    .replaceAll(/\\frac\{([^}]*)\}\{([^}]*)\}/g, (_, above: string, below: string) =>
      above.length > below.length ? above : below,
    )
    .replaceAll(/\\[A-Za-z]+|[${}\\]/g, '')
    .trim().length
}
