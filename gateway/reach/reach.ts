import type { GraphQLFormattedError } from 'graphql'
import type { Subgraph } from '../../kit/subgraph.ts'
import type { GuardOptions } from './guard.ts'

export type SubgraphOperation = {
  query: string
  operationName?: string | undefined
  variables?: Record<string, unknown> | undefined
  /** The JSON of `{ query, operationName }` and of `variables`, for whoever writes them. */
  text?: { operation: string; variables: string } | undefined
}

export type SubgraphResult = {
  data?: Record<string, unknown> | null
  errors?: readonly GraphQLFormattedError[]
}

/** Header names in lower case. */
export type Headers = Record<string, string>

/** Who follows a subscription at a subgraph. After `error` or `complete` nothing more comes. */
export type Follower = {
  /** Asked again at each new attempt: some go on where they were. */
  operation(): SubgraphOperation
  /** Asked again at each new attempt, since what is signed expires. */
  headers(): Promise<Headers>
  /** A promise asks the source, if it can wait, to wait. */
  next(event: SubgraphResult): Promise<void> | undefined
  error(errors: readonly GraphQLFormattedError[]): void
  complete(): void
}

/** The way to one subgraph. The JSON that comes back is the same whichever way it is. */
export type SubgraphReach = {
  /** Never rejects: a subgraph that cannot be reached gives a result with a coded error. The result is the caller's own. */
  execute(operation: SubgraphOperation, headers: Headers): Promise<SubgraphResult>
  /** Subscribes until the returned function is called or the follower is told the end; it is told nothing before. */
  subscribe(follower: Follower): () => void
  /** What must still come up before the subgraph can serve, in words; empty when it is ready. */
  waitingFor(): Promise<string[]>
  stop(): Promise<void>
}

export type HttpReachOptions = {
  /** How long one answer of a subgraph may take, in milliseconds, retries and waiting for a turn included. */
  timeoutMs: number
  maxResponseBytes: number
  /** How a lost subscription is tried again: the delay doubles, up to 5 s, with jitter. */
  retry: { attempts: number; firstDelayMs: number }
}

/** The address by which a supergraph says that the gateway itself serves a part of it. */
export const OWN_ADDRESS = 'http://gateway.invalid/graphql'

/**
 * The topology, decided here and known nowhere else: a subgraph that runs in this process is called there, any other over
 * HTTP at `urls[name]` or else at the address in the supergraph.
 */
export type Topology = {
  subgraphs?: readonly Subgraph[]
  /** The part that the gateway itself serves, at OWN_ADDRESS. */
  own?: () => Subgraph
  urls?: Record<string, string>
  http?: Partial<HttpReachOptions>
  guard?: Partial<GuardOptions>
  /** How long one answer may take, in milliseconds, for the subgraphs that have a time of their own. */
  timeouts?: Record<string, number>
}

/** The ways to the subgraphs of one supergraph, by name. */
export type Reach = Record<string, SubgraphReach>
