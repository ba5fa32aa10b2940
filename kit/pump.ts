/**
 * Runs `work` one at a time, and once more when it was woken meanwhile, so that no wake-up is missed and none piles up.
 * `stop` waits for the running work; `onError` is told what it threw, and the next wake-up tries again.
 */
export function createPump(work: () => Promise<void>, onError: (error: unknown) => void) {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  async function run(): Promise<void> {
    do {
      again = false
      try {
        await work()
      } catch (error) {
        onError(error)
      }
    } while (again && !stopped)
  }

  return {
    wake(): void {
      if (stopped) return
      if (running) again = true
      else running = run().finally(() => (running = undefined))
    },
    async stop(): Promise<void> {
      stopped = true
      await running
    },
    get stopped() {
      return stopped
    },
  }
}
