import { setTimeout as wait } from 'node:timers/promises'

/** Repeats an expectation until it holds and gives its value; after five seconds, or as told, its failure is let through. */
export async function eventually<Value>(
  expectation: () => Value | Promise<Value>,
  withinMs = 5_000,
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
