import { copyJson } from './execute/own.ts'
import type { SubgraphResult } from './reach.ts'

/**
 * Lets identical fetches that are under way at the same time be one. Nothing is kept once the answer is there.
 * Every caller gets an answer of its own to write into.
 */
export function createInFlight() {
  const running = new Map<string, { waiting: ((result: SubgraphResult) => void)[] }>()

  return {
    /** `start` never rejects. `key` must hold everything on which the answer may depend. */
    async share(key: string, start: () => Promise<SubgraphResult>): Promise<SubgraphResult> {
      const known = running.get(key)
      if (known) return new Promise((resolve) => known.waiting.push(resolve))
      const flight: { waiting: ((result: SubgraphResult) => void)[] } = { waiting: [] }
      running.set(key, flight)
      const result = await start()
      running.delete(key)
      // Copied before the first caller can write into the original.
      for (const resolve of flight.waiting) {
        resolve(result.data ? { ...result, data: copyJson(result.data) } : result)
      }
      return result
    },
    get size() {
      return running.size
    },
  }
}
