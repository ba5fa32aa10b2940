import { setTimeout as wait } from 'node:timers/promises'

/** How long a crowded machine may take to bring what must come: patience, not a bound on anything that is promised. */
const PATIENCE_MS = 25_000

/** Repeats an expectation until it holds and gives its value; when patience ends, its failure is let through. */
export async function eventually<Value>(
  expectation: () => Value | Promise<Value>,
  withinMs = PATIENCE_MS,
): Promise<Value> {
  const until = Date.now() + withinMs
  for (;;) {
    try {
      return await expectation()
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(20)
    }
  }
}
