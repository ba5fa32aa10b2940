/** A stream of pseudo-random numbers that is the same for the same seed, on every machine. */
export type Random = {
  /** A whole number from 0 up to, but not including, `bound`. */
  below(bound: number): number
  /** One of the items, each equally likely. Throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T
  /** The same items in another order (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[]
}

/**
 * A generator seeded by any text: the text is mixed into 128 bits with xmur3, and drawn from with sfc32 (Chris
 * Doty-Humphrey, PractRand), which passes PractRand and keeps its state in four 32-bit words. Not for secrets.
 */
export function createRandom(seed: string): Random {
  const next = sfc32(wordsOf(seed))
  const below = (bound: number) => Math.floor((next() / 2 ** 32) * bound)
  return {
    below,
    pick<T>(items: readonly T[]) {
      if (items.length === 0) throw new RangeError('Cannot pick from an empty list.')
      return items[below(items.length)] as T
    },
    shuffle<T>(items: readonly T[]) {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = below(last + 1)
        ;[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T]
      }
      return shuffled
    },
  }
}

function wordsOf(seed: string): [number, number, number, number] {
  let h = 1779033703 ^ seed.length
  for (const character of seed) {
    h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  const word = () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    return (h ^= h >>> 16) >>> 0
  }
  return [word(), word(), word(), word()]
}

function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  // The first outputs still resemble the seed.
  for (let i = 0; i < 12; i++) next()
  return next
}
