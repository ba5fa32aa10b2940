import type { GraphQLClient } from './client.ts'
import { PROGRESS, type Progress } from './operations.ts'
import { progressEvent, progressLine } from './render.ts'
import type { Screen } from './screen.ts'

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const EASE_MS = 400

/**
 * The session as the subscription tells it. Nothing here counts answers: what the bar shows has travelled from the
 * assessment subgraph through the gateway. `events` is what has arrived so far.
 */
export function followProgress(client: GraphQLClient, sessionId: string, screen: Screen) {
  const events: Progress[] = []
  let latest: Progress | undefined
  let receivedAt = 0
  let shownBefore = 0
  let failure: unknown
  const waiting = new Set<() => void>()

  const shareNow = (now: number): number => {
    if (!latest || latest.itemCount === 0) return 0
    const target = latest.answeredCount / latest.itemCount
    const eased = Math.min(1, (now - receivedAt) / EASE_MS)
    return shownBefore + (target - shownBefore) * (1 - (1 - eased) ** 3)
  }

  const stop = client.listen<{ examSessionProgress: Progress }>(
    PROGRESS,
    { sessionId },
    {
      event({ examSessionProgress: progress }) {
        const now = performance.now()
        shownBefore = shareNow(now)
        receivedAt = now
        latest = progress
        events.push(progress)
        if (!screen.live) screen.print([progressEvent(progress)])
        for (const wake of waiting) wake()
      },
      end(error) {
        failure = error
        for (const wake of waiting) wake()
      },
    },
  )

  screen.stay(() => {
    const now = performance.now()
    const spinner = SPINNER[Math.floor(now / 100) % SPINNER.length] ?? ''
    if (!latest) return ['', ` ${spinner} waiting for the first event of the subscription …`]
    const remaining = latest.remainingSeconds - (now - receivedAt) / 1000
    const done = latest.status === 'FINISHED'
    return [
      '',
      progressLine(screen.look(), latest, { share: shareNow(now), remaining, spinner: done ? '✓' : spinner }),
    ]
  })

  return {
    events,
    stop,
    /** Resolves with the first event, past or to come, that `wanted` accepts; null when none comes within `ms`. */
    async until(wanted: (progress: Progress) => boolean, ms: number): Promise<Progress | null> {
      const deadline = performance.now() + ms
      for (;;) {
        const found = events.find(wanted)
        if (found) return found
        if (failure) throw failure
        const left = deadline - performance.now()
        if (left <= 0) return null
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer)
            waiting.delete(wake)
            resolve()
          }
          const timer = setTimeout(wake, left)
          waiting.add(wake)
        })
      }
    },
  }
}

export type LiveProgress = ReturnType<typeof followProgress>
