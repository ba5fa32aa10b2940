import { setImmediate as breathe } from 'node:timers/promises'
import type { Engine } from '../engine.ts'
import { RequestErrors } from '../errors.ts'

/** Documents that were asked for lately; what is rarer is planned when it comes. */
const PLANNED_AGAIN = 500
/** A new supergraph is not kept waiting for longer. */
const WITHIN_MS = 10_000

/**
 * Plans for one engine what another has been asked lately, so that nobody waits for it when the one takes the other's place.
 * Planning takes milliseconds for each document; requests go on in between.
 */
export async function warmEngine(options: { from: Engine; to: Engine }): Promise<void> {
  const { from, to } = options
  const until = performance.now() + WITHIN_MS
  for (const asked of from.operations.asked(PLANNED_AGAIN)) {
    if (performance.now() > until) return
    try {
      to.operations.planAgain(asked)
    } catch (error) {
      // Whoever still asks for what is gone will read why.
      if (!(error instanceof RequestErrors)) throw error
    }
    await breathe()
  }
}
