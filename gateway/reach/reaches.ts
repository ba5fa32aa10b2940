import type { Logger } from '../../kit/log.ts'
import type { Metrics } from '../metrics.ts'
import { GUARD_DEFAULTS } from './guard.ts'
import { reachHttp } from './http.ts'
import { reachInProcess } from './in-process.ts'
import { type HttpReachOptions, OWN_ADDRESS, type Reach, type SubgraphReach, type Topology } from './reach.ts'

const HTTP_DEFAULTS: HttpReachOptions = {
  timeoutMs: 30_000,
  maxResponseBytes: 8_000_000,
  retry: { attempts: 6, firstDelayMs: 250 },
}

export type OpenedReach = {
  reach: Reach
  /** Closes the ways that no other supergraph uses; what still runs on them fails. */
  close(): Promise<void>
}

/**
 * Opens the ways to the subgraphs of one supergraph after another. Where two of them name the same subgraph at the same
 * address it is one way: its connections, and what is known of its health, outlive a reload.
 */
export function createReaches(options: { topology: Topology; metrics: Metrics; log: Logger }) {
  const { topology, metrics, log } = options
  const http = { ...HTTP_DEFAULTS, ...topology.http }
  const guard = { ...GUARD_DEFAULTS, ...topology.guard }
  const ways = new Map<string, { name: string; way: SubgraphReach; users: number }>()

  function create(name: string, url: string): SubgraphReach {
    const timeoutMs = topology.timeouts?.[name] ?? http.timeoutMs
    const subgraph =
      url === OWN_ADDRESS
        ? topology.own?.()
        : topology.subgraphs?.find((candidate) => candidate.name === name)
    if (subgraph) return reachInProcess(subgraph, log, timeoutMs)
    return reachHttp({ name, url, metrics, log, ...http, timeoutMs, guard })
  }

  function take(name: string, url: string): [key: string, way: SubgraphReach] {
    const key = JSON.stringify([name, url])
    const known = ways.get(key) ?? { name, way: create(name, url), users: 0 }
    known.users += 1
    ways.set(key, known)
    return [key, known.way]
  }

  async function leave(key: string): Promise<void> {
    const known = ways.get(key)
    if (!known || --known.users > 0) return
    ways.delete(key)
    const { name } = known
    if (![...ways.values()].some((other) => other.name === name)) metrics.forgetSubgraph(name)
    await known.way.stop()
  }

  return {
    open(places: readonly { name: string; url: string }[]): OpenedReach {
      const taken = places.map(
        ({ name, url }) => [name, ...take(name, topology.urls?.[name] ?? url)] as const,
      )
      let closed: Promise<void> | undefined
      return {
        reach: Object.fromEntries(taken.map(([name, , way]) => [name, way])),
        close: () => (closed ??= Promise.all(taken.map(([, key]) => leave(key))).then(() => undefined)),
      }
    },

    /** Closes all of them. */
    async stop(): Promise<void> {
      const open = [...ways.values()]
      ways.clear()
      await Promise.all(open.map(({ way }) => way.stop()))
    },
  }
}

export type Reaches = ReturnType<typeof createReaches>
