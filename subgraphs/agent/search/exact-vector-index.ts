import type { IndexedVector } from '../store/index.ts'
import type { ChangeLog, Match, Query, VectorIndex } from './vector-index.ts'

type Entry = { kind: IndexedVector['kind']; vector: Float32Array }

/**
 * Compares a query with every vector, in memory: nothing can be missed. Each process holds the vectors once, and before
 * each search reads what has changed since the last.
 */
export function createExactVectorIndex(log: ChangeLog, embedder: string): VectorIndex {
  const entries = new Map<string, Entry>()
  let revision = 0n
  let catchingUp: Promise<void> | undefined

  async function follow(): Promise<void> {
    for (;;) {
      const changes = await log.findChangedVectors({ after: revision, embedder })
      for (const { id, kind, embedding, removed } of changes) {
        if (removed) entries.delete(id)
        else entries.set(id, { kind, vector: Float32Array.from(embedding) })
      }
      const last = changes.at(-1)
      if (!last) return
      revision = last.revision
    }
  }

  return {
    async nearest(queries) {
      // A search that begins while another one reads must still see what was committed before it began.
      await catchingUp?.catch(() => {})
      await (catchingUp ??= follow().finally(() => (catchingUp = undefined)))
      return queries.map((query) => search(entries, query))
    },
  }
}

function search(entries: ReadonlyMap<string, Entry>, { vector, first, kind }: Query): Match[] {
  const query = Float32Array.from(vector)
  const best: Match[] = []
  for (const [id, entry] of entries) {
    if (kind && entry.kind !== kind) continue
    const similarity = dot(query, entry.vector)
    if (best.length === first && similarity <= (best.at(-1)?.similarity ?? 0)) continue
    const place = best.findIndex((match) => match.similarity < similarity)
    best.splice(place === -1 ? best.length : place, 0, { id, similarity })
    if (best.length > first) best.pop()
  }
  return best
}

/** The cosine, since embedders give vectors of length 1. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
