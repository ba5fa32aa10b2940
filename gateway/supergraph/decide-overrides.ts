import { createHash } from 'node:crypto'
import type { Viewer } from '../../kit/identity.ts'
import type { OverrideLabels } from './override-labels.ts'

const PERCENT = /^percent\((\d{1,3}(?:\.\d{1,8})?)\)$/

/**
 * Decides, for one caller, which fields a subgraph has taken over by a progressive `@override`.
 * A label is on for those to whom `given` gives it. One that is not given, but reads `percent(20)`, is on for a fifth of
 * people, always the same fifth. Any other field stays with the subgraph that had it.
 * @param traceId stands for a caller who has not signed in
 */
export function decideOverrides(
  labels: readonly string[],
  { viewer, traceId }: { viewer: Viewer | null; traceId: string },
  given: OverrideLabels = {},
): Map<string, boolean> {
  const share = labels.length > 0 ? shareOf(viewer?.userId ?? traceId) : 0

  function isOn(label: string): boolean {
    const who = Object.hasOwn(given, label) ? given[label] : undefined
    if (!who) return share < Number(PERCENT.exec(label)?.[1] ?? 0)
    return (
      share < (who.percent ?? 0) ||
      (viewer !== null && (who.users?.includes(viewer.userId) ?? false)) ||
      (viewer?.roles.some((role) => who.roles?.includes(role)) ?? false)
    )
  }

  return new Map(labels.map((label) => [label, isOn(label)]))
}

/** From 0 to 100; one for all labels, so that a person for whom 5% moved is among those for whom 20% move. */
function shareOf(key: string): number {
  return (createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32) * 100
}
