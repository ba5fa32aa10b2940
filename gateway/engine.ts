import type { Limits } from './operation/limits.ts'
import { type Operations, createOperations } from './operation/operations.ts'
import { type LoadedSupergraph, loadSupergraph } from './supergraph/load-supergraph.ts'
import { versionOf } from './supergraph/version.ts'

/** One supergraph, ready to serve: the gateway swaps it whole for another, and what runs keeps the one it began with. */
export type Engine = {
  /** Tells one supergraph from another: the SHA-256 of its text. */
  version: string
  supergraph: LoadedSupergraph
  /** The documents and plans that belong to it. */
  operations: Operations
}

/** @throws SupergraphError when the supergraph cannot be served */
export function createEngine(options: {
  supergraphSdl: string
  limits: Limits
  introspection: boolean
}): Engine {
  const { supergraphSdl, limits, introspection } = options
  const supergraph = loadSupergraph(supergraphSdl)
  return {
    version: versionOf(supergraphSdl),
    supergraph,
    operations: createOperations({ supergraph, limits, introspection }),
  }
}
