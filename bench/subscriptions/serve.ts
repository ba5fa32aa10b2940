import { readFileSync } from 'node:fs'
import type { Ticks } from './ticks.ts'

/** What the bench asks of a server's process. */
export type Request =
  | { ask: 'start'; setting: Setting }
  | { ask: 'memory' }
  | { ask: 'subscribers' }
  | { ask: 'emit'; topic: string }
  | { ask: 'stream'; topics: number; perSecond: number; seconds: number }

export type Setting = { supergraphSdl: string; publicKey: string; identitySecret: string }

export type Memory = { residentBytes: number; heapBytes: number }

const TURN_MS = 5

/** Answers the bench from within a server's process. */
export function serve(options: {
  ticks: Ticks
  /** Gives the address. */
  start(setting: Setting): Promise<string>
  subscribers(): number | Promise<number>
}): void {
  const { ticks, start, subscribers } = options

  async function answer(request: Request): Promise<unknown> {
    switch (request.ask) {
      case 'start':
        return start(request.setting)
      case 'subscribers':
        return subscribers()
      case 'memory':
        return measureMemory()
      case 'emit':
        return ticks.emit(request.topic)
      case 'stream':
        return stream(ticks, request)
    }
  }

  process.on('message', (request: Request) => {
    answer(request).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ error: String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
}

/** What only this process holds after collecting, with the room that V8 keeps for more; and what of it is in use. */
async function measureMemory(): Promise<Memory> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const shares = readFileSync('/proc/self/smaps_rollup', 'utf8')
  const kilobytes = Number(/^Pss:\s+(\d+) kB/m.exec(shares)?.[1])
  const { heapUsed, external } = process.memoryUsage()
  return { residentBytes: kilobytes * 1024, heapBytes: heapUsed + external }
}

/** Events at an even pace, to one topic after another. */
function stream(
  ticks: Ticks,
  { topics, perSecond, seconds }: { topics: number; perSecond: number; seconds: number },
): Promise<number> {
  const began = performance.now()
  let sent = 0
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(((performance.now() - began) / 1000) * perSecond, perSecond * seconds)
      for (; sent < due; sent++) ticks.emit(`topic-${sent % topics}`)
      if (sent < perSecond * seconds) return
      clearInterval(timer)
      resolve(sent)
    }, TURN_MS)
  })
}
