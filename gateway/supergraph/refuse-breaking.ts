import type { BrokenOperation } from '../persisted/warm-operations.ts'
import { SupergraphError } from './load-supergraph.ts'

/** A client that has all of them broken says enough with some. */
const NAMED = 20

/**
 * A graph may change as it likes for those who write their operations as they go; whoever has registered them was promised
 * that they work.
 * @throws SupergraphError that names the operations, their clients and the reasons
 */
export function refuseBreaking(broken: readonly BrokenOperation[]): void {
  if (broken.length === 0) return
  const named = broken
    .slice(0, NAMED)
    .map(({ hash, name, clients, reason }) => `${name ?? hash} of ${clients.join(' and ')} (${reason})`)
  const others = broken.length > NAMED ? [`and ${broken.length - NAMED} more`] : []
  throw new SupergraphError(
    `The supergraph breaks ${broken.length === 1 ? 'a registered operation' : `${broken.length} registered operations`}: ${[...named, ...others].join('; ')}.`,
  )
}
