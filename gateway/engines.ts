import type { Logger } from '../kit/log.ts'
import { createEngine } from './engine.ts'
import type { Metrics } from './metrics.ts'
import type { Limits } from './operation/limits.ts'
import type { Persisted } from './persisted/persisted.ts'
import type { Topology } from './reach/reach.ts'
import { createReaches } from './reach/reaches.ts'
import { type ServedEngine, serveEngine } from './serve-engine.ts'
import { SupergraphError } from './supergraph/load-supergraph.ts'
import { refuseBreaking } from './supergraph/refuse-breaking.ts'
import { versionOf } from './supergraph/version.ts'
import { warmEngine } from './supergraph/warm-engine.ts'

/**
 * One supergraph after another: the engine that is served, and how another takes its place.
 * @throws SupergraphError when the first one cannot be served
 */
export function createEngines(options: {
  supergraphSdl: string
  topology: Topology
  persisted: Persisted
  limits: Limits
  introspection: boolean
  authenticates: boolean
  /** Called when another engine is served. */
  replaced(): void
  metrics: Metrics
  log: Logger
}) {
  const { persisted, limits, introspection, authenticates, replaced, metrics, log } = options
  const reaches = createReaches({ topology: options.topology, metrics, log })
  let current = serve(create(options.supergraphSdl))
  let replacing: Promise<unknown> = Promise.resolve()

  function create(supergraphSdl: string) {
    const engine = createEngine({ supergraphSdl, limits, introspection })
    refuseAddresses(engine.supergraph.subgraphs, options.topology)
    return engine
  }

  function serve(engine: ReturnType<typeof create>): ServedEngine {
    const served = serveEngine({ engine, reaches, metrics, log })
    metrics.serves(engine.version)
    if (engine.supergraph.protected && !authenticates) {
      log.warn(
        'Parts of the supergraph are for some callers only. Nobody can sign in here, so nobody sees them.',
      )
    }
    return served
  }

  async function replace(supergraphSdl: string, { breaking }: { breaking: boolean }): Promise<void> {
    if (versionOf(supergraphSdl) === current.version) return
    const next = create(supergraphSdl)
    const broken = await persisted.warm(next)
    if (!breaking) refuseBreaking(broken)
    await warmEngine({ from: current, to: next })
    const before = current
    current = serve(next)
    before.retire()
    replaced()
  }

  return {
    /** What is served now. */
    get current(): ServedEngine {
      return current
    },

    /**
     * Serves another supergraph from now on; what runs ends on the one it began with. One replacement at a time.
     * @param options.breaking whether it may break registered operations
     * @throws SupergraphError when it cannot be served: then nothing has changed
     */
    replace(supergraphSdl: string, options: { breaking: boolean }): Promise<void> {
      const done = replacing.then(() => replace(supergraphSdl, options))
      replacing = done.then(
        () => metrics.supergraphRefused(false),
        () => metrics.supergraphRefused(true),
      )
      return done
    },

    /** What must still come up before everything can be served, in words. */
    async waitingFor(): Promise<string[]> {
      return (await Promise.all(Object.values(current.reach).map((subgraph) => subgraph.waitingFor()))).flat()
    },

    /** Closes the ways to all subgraphs. */
    stop: reaches.stop,
  }
}

/** Before any way is opened: what cannot be reached at all is a fault of the supergraph. */
function refuseAddresses(
  places: readonly { name: string; url: string }[],
  { subgraphs = [], urls = {} }: Topology,
): void {
  for (const { name, url } of places) {
    if (subgraphs.some((one) => one.name === name)) continue
    const address = urls[name] ?? url
    if (/^https?:$/.test(URL.parse(address)?.protocol ?? '')) continue
    throw new SupergraphError(
      `The supergraph cannot be served: the address of the subgraph "${name}", "${address}", is not one of HTTP.`,
    )
  }
}
