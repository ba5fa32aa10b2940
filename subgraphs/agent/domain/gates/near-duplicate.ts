import type { Verdict } from './verdict.ts'

/** From this cosine on two texts say nearly the same words. */
export const nearSimilarity = 0.9

/** A text close to a drafted one: `from` says where it stands. */
export type Neighbour = { id: string; from: 'bank' | 'run'; similarity: number; text: string }

/**
 * Whether something says the same already. Questions of one model share most of their words by design, and differ in
 * their numbers: near in words and equal in all numbers, in whatever order, is a duplicate; near in words alone is a
 * sibling, which is named in the evidence and let through.
 */
export function nearDuplicate(text: string, neighbours: readonly Neighbour[]): Verdict {
  const numbers = numbersIn(text)
  const near = neighbours
    .filter((neighbour) => neighbour.similarity >= nearSimilarity)
    .toSorted((a, b) => b.similarity - a.similarity)
    .map((neighbour) => ({ ...neighbour, equal: numbersIn(neighbour.text) === numbers }))
  const closest = near.slice(0, 3).map(({ id, from, similarity, equal }) => ({
    name: `${from} ${id}`,
    value: `similarity ${similarity.toFixed(3)}, ${equal ? 'the same numbers' : 'other numbers'}`,
  }))
  return {
    gate: 'NEAR_DUPLICATE',
    passed: near.every(({ equal }) => !equal),
    facts: [
      { name: `texts with similarity from ${nearSimilarity}`, value: `${near.length}` },
      { name: 'with the same numbers', value: `${near.filter(({ equal }) => equal).length}` },
      ...closest,
    ],
  }
}

/** All numbers of a text in one order, separators within them left out: `12.500` and `12500` are the same. */
function numbersIn(text: string): string {
  const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? []
  return numbers
    .map((number) => number.replaceAll(/[.,]/g, ''))
    .toSorted()
    .join(' ')
}
