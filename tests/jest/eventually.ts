import { setTimeout as wait } from 'node:timers/promises'

/** Repeats an expectation until it holds, and after five seconds lets its failure through. */
export async function eventually(expectation: () => void | Promise<void>): Promise<void> {
  const until = Date.now() + 5_000
  for (;;) {
    try {
      return await expectation()
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(20)
    }
  }
}
