import { createHash } from 'node:crypto'

const PERCENT = /^percent\((\d{1,3}(?:\.\d{1,8})?)\)$/

/**
 * Decides, for one caller, which fields a subgraph has taken over by a progressive `@override`.
 * `percent(20)` takes over for a fifth of `keys` (a person's id, or a request's trace id), always the same fifth.
 * Any other label stays with the subgraph that had the field.
 */
export function decideOverrides(labels: readonly string[], key: string): Map<string, boolean> {
  return new Map(labels.map((label) => [label, takesOver(label, key)]))
}

function takesOver(label: string, key: string): boolean {
  const percent = PERCENT.exec(label)?.[1]
  if (percent === undefined) return false
  // One share for all labels, so that a person for whom 5% moved is among those for whom 20% move.
  const share = createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32
  return share * 100 < Number(percent)
}
