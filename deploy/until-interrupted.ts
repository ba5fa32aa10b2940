const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** npm passes on a Ctrl-C that the terminal has sent already: what follows so soon is the same one. */
const SAME_MS = 500

/**
 * Resolves at the first SIGINT (Ctrl-C), SIGTERM or SIGHUP. At a second one the process ends at once; what it started is
 * ended by its guards.
 */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        first ??= Date.now()
        if (Date.now() - first > SAME_MS) process.exit(1)
        resolve()
      })
    }
  })
}
