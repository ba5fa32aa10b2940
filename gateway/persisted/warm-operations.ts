import { setImmediate as breathe } from 'node:timers/promises'
import type { Engine } from '../engine.ts'
import { RequestErrors } from '../errors.ts'
import type { Registered } from './store/index.ts'

/** A registered document that a supergraph cannot serve, and for whom that matters. */
export type BrokenOperation = { hash: string; name: string | null; clients: string[]; reason: string }

/**
 * Parses, validates and plans everything registered, so that nobody waits for it at first use. Gives what cannot be served:
 * of a supergraph that is not yet in use, the operations that it would break.
 */
export async function warmOperations(
  engine: Engine,
  { operations, clients }: Pick<Registered, 'operations' | 'clients'>,
): Promise<BrokenOperation[]> {
  const broken: BrokenOperation[] = []
  for (const { hash, document, name } of operations.values()) {
    try {
      planOperation(engine, document)
    } catch (error) {
      if (!(error instanceof RequestErrors)) throw error
      broken.push({
        hash,
        name,
        clients: ownersOf(hash, clients),
        reason: error.message.replaceAll('\n', ' '),
      })
    }
    // Planning takes milliseconds each: requests go on in between.
    await breathe()
  }
  return broken
}

/**
 * Does with a registered document what its first use would do.
 * @throws RequestErrors when it cannot be served
 */
export function planOperation({ operations, supergraph }: Engine, document: string): void {
  const operation = operations.read({ query: document, registered: true })
  // Whether there is anything to plan at all depends on its variables.
  if (operation.conditionVariables.length > 0) return
  const overrides = new Map(supergraph.overrideLabels.map((label) => [label, false]))
  // For a caller who may be shown all of it.
  const met = operation.requirements.map(() => true)
  operations.plan(operation, {}, overrides, met)
}

function ownersOf(hash: string, clients: Registered['clients']): string[] {
  return [...clients].flatMap(([name, client]) => (client.operations.has(hash) ? [name] : [])).sort()
}
