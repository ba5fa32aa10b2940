import type { IndexedVector, Store } from '../store/index.ts'

export type Query = {
  vector: readonly number[]
  first: number
  /** Texts of this kind only; of every kind when left out. */
  kind?: IndexedVector['kind']
}

/** A text of the index and how similar it is: the cosine of the vectors. */
export type Match = { id: string; similarity: number }

/**
 * Finds the vectors nearest to others. The vectors are kept by the store, as a log of changes; an index follows that log
 * and has caught up with it when it answers.
 */
export type VectorIndex = {
  /** For each query its matches, the most similar first. */
  nearest(queries: readonly Query[]): Promise<Match[][]>
}

/** The log of changes that an index follows. */
export type ChangeLog = Pick<Store, 'findChangedVectors' | 'findIndexPosition' | 'keepIndexPosition'>
