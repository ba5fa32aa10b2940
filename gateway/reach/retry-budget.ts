/**
 * How many retries a subgraph may be sent: a tenth of what it is asked, and a few at once. When everything fails, retries
 * add a tenth to its load instead of multiplying it.
 * @param options.share retries for each request
 * @param options.atOnce how many may be saved up; there at the start
 */
export function createRetryBudget({ share, atOnce }: { share: number; atOnce: number }) {
  let saved = atOnce
  return {
    /** A request was made, a retry aside. */
    earn(): void {
      saved = Math.min(saved + share, atOnce)
    },
    /** Whether a retry may be made; it counts as made. */
    spend(): boolean {
      if (saved < 1) return false
      saved -= 1
      return true
    },
  }
}
