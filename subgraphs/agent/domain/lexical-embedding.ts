import { normalised } from './similarity.ts'

/** How many dimensions a lexical embedding has. */
export const lexicalDimensions = 384

/**
 * A text as a vector of its words and of the trigrams within them, hashed to a fixed number of dimensions with a sign
 * (Weinberger et al., *Feature Hashing for Large Scale Multitask Learning*, 2009), damped by the root of their counts and
 * of length 1. It knows words and their relatives, not meanings: texts about the same in other words are far apart.
 */
export function lexicalEmbedding(text: string): number[] {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text)) {
    count(counts, `w ${word}`)
    const padded = `^${word}$`
    for (let i = 0; i + 3 <= padded.length; i++) count(counts, `t ${padded.slice(i, i + 3)}`)
  }
  const vector = new Array<number>(lexicalDimensions).fill(0)
  for (const [feature, times] of counts) {
    const hash = fnv1a(feature)
    const place = (hash >>> 1) % lexicalDimensions
    // A word weighs as much as about two of its trigrams.
    const weight = (feature.startsWith('w') ? 2 : 1) * Math.sqrt(times)
    vector[place] = (vector[place] ?? 0) + (hash & 1 ? weight : -weight)
  }
  return normalised(vector)
}

/** Words and numbers in lower case; accents, LaTeX commands and marks left out. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/\\[a-z]+/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
}

function count(counts: Map<string, number>, feature: string): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1)
}

/** FNV-1a, 32 bits, with a final mix so that the low bits are as good as the high ones. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
