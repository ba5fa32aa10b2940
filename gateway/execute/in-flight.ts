import { copyJson } from './own.ts'
import type { SubgraphResult } from '../reach/reach.ts'

type Waiting = { trace: string; others: PromiseWithResolvers<SubgraphResult>[] }

/**
 * Lets identical fetches that are under way at the same time be one. Nothing is kept once the answer is there.
 * Every caller gets an answer of its own to write into.
 */
export function createInFlight() {
  const running = new Map<string, Waiting>()

  return {
    /**
     * `key` must hold everything on which the answer may depend.
     * @param trace where the work will be seen when it is this caller's
     * @param joined is told where it is, when it is another's
     */
    async share(
      key: string,
      start: () => Promise<SubgraphResult>,
      trace = '',
      joined?: (trace: string) => void,
    ): Promise<SubgraphResult> {
      const same = running.get(key)
      if (same) {
        const other = Promise.withResolvers<SubgraphResult>()
        same.others.push(other)
        joined?.(same.trace)
        return other.promise
      }
      const waiting: Waiting = { trace, others: [] }
      running.set(key, waiting)
      try {
        const result = await start()
        // Copied before the first caller can write into the original.
        for (const { resolve } of waiting.others) {
          resolve(result.data ? { ...result, data: copyJson(result.data) } : result)
        }
        return result
      } catch (error) {
        for (const { reject } of waiting.others) reject(error)
        throw error
      } finally {
        if (running.get(key) === waiting) running.delete(key)
      }
    },
    /** Nobody joins what is under way any more: what is asked from now on must see what has just been changed. */
    startAnew(): void {
      running.clear()
    },
    get size() {
      return running.size
    },
  }
}
