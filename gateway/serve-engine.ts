import type { Logger } from '../kit/log.ts'
import type { Engine } from './engine.ts'
import { type Fetch, createFetch } from './execute/fetch.ts'
import type { Metrics } from './metrics.ts'
import type { Reach } from './reach/reach.ts'
import type { Reaches } from './reach/reaches.ts'

/** An engine with the ways to its subgraphs. What runs holds the one it began with until it ends. */
export type ServedEngine = Engine & {
  reach: Reach
  fetch: Fetch
  /** Keeps the ways open until the returned function is called; once. */
  hold(): () => void
  /** Another engine is served from now on: once nothing holds this one, the ways that only it used are closed. */
  retire(): void
}

/** A request is prepared a moment before it is executed, and holds the engine from then on. */
const LET_GO_AFTER_MS = 1_000

export function serveEngine(options: {
  engine: Engine
  reaches: Reaches
  metrics: Metrics
  log: Logger
}): ServedEngine {
  const { engine, reaches, metrics, log } = options
  const { reach, close } = reaches.open(engine.supergraph.subgraphs)
  let holders = 0
  let retired = false
  let letGo: NodeJS.Timeout | undefined

  function closeSoon(): void {
    if (!retired || holders > 0) return
    clearTimeout(letGo)
    letGo = setTimeout(() => {
      if (holders === 0) void close()
    }, LET_GO_AFTER_MS)
    letGo.unref()
  }

  return {
    ...engine,
    reach,
    fetch: createFetch(reach, metrics, log),
    hold() {
      holders += 1
      return () => {
        holders -= 1
        closeSoon()
      }
    },
    retire() {
      retired = true
      closeSoon()
    },
  }
}
