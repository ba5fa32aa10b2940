import { buildSubgraphSchema } from '@apollo/subgraph'
import { type GraphQLSchema, parse } from 'graphql'
import { allow, applyMiddleware, deny, type IRules, shield } from './shield.ts'
import type { Broker } from './broker.ts'
import type { Database } from './database.ts'
import { dateTime } from './date-time.ts'
import { forbidden } from './errors.ts'
import type { Fanout } from './fanout.ts'
import type { Locale, VerifyIdentity, Viewer } from './identity.ts'
import { IDENTITY_HEADER } from './identity.ts'
import type { Logger } from './log.ts'
import { maskError } from './mask-error.ts'
import { traceIdOf } from './trace.ts'

/** What reaches a subgraph with each operation, over HTTP or in process. Header names are in lower case. */
export type SubgraphRequest = { headers: Record<string, string | undefined> }

/** What every resolver finds in its context; each subgraph adds its store and loaders. */
export type BaseContext = { viewer: Viewer | null; locale: Locale; traceId: string; log: Logger }

/** One service of the supergraph, the same whether it is served alone or in process. */
export type Subgraph = {
  name: string
  schema: GraphQLSchema
  /** @throws UNAUTHENTICATED unless the request carries an identity that the gateway signed */
  context(request: SubgraphRequest): Promise<object>
  /** Starts what runs in the background: relays, consumers, timers. */
  start(): Promise<void>
  stop(): Promise<void>
  /** What must still come up before this can serve, in words; empty when it is ready. */
  waitingFor(): Promise<string[]>
}

/** What every subgraph is given by whoever starts it; who opened these closes them. */
export type SubgraphDependencies = {
  database: Database
  broker: Broker
  fanout: Fanout
  verifyIdentity: VerifyIdentity
  log: Logger
  now(): Date
}

// The resolver maps that codegen types are looser than a plain record; only their functions matter here.
type Resolver = (parent: never, args: never, context: never, info: never) => unknown
type ResolverMap = Record<string, unknown>

/**
 * The executable schema of a subgraph: its SDL, resolvers whose unexpected errors are logged and masked, and its policy.
 * A field or type that the policy does not name is denied.
 */
export function buildSubgraph(options: {
  typeDefs: string
  resolvers: object
  policy: IRules
  log: Logger
}): GraphQLSchema {
  refuseUnguardedSubscriptions(options.resolvers as ResolverMap)
  const schema = buildSubgraphSchema({
    typeDefs: parse(options.typeDefs),
    resolvers: {
      DateTime: dateTime,
      ...maskResolvers(options.resolvers as ResolverMap, options.log),
    } as never,
  })
  const policy = options.policy as Record<string, object>
  // Only a subgraph with entities has the field for them, and a rule for what is not there is an error.
  const entities = schema.getType('_Entity') ? { _entities: allow } : {}
  return applyMiddleware(
    schema,
    shield(
      { ...policy, Query: { ...policy.Query, ...entities, _service: allow }, _Service: allow } as IRules,
      { fallbackRule: deny, fallbackError: forbidden(), allowExternalErrors: true },
    ),
  )
}

// graphql-middleware guards `resolve` in place of `subscribe` where a field has both: anyone could then subscribe, and
// only the events would be denied. Events that are `{ [field]: value }` need no `resolve`.
function refuseUnguardedSubscriptions(resolvers: ResolverMap): void {
  for (const [field, resolver] of Object.entries(resolvers.Subscription ?? {})) {
    if ('resolve' in (resolver as object))
      throw new Error(`Subscription.${field} must not have a \`resolve\``)
  }
}

/** The part of the context that every subgraph makes in the same way. */
export async function baseContext(
  request: SubgraphRequest,
  { verifyIdentity, log }: Pick<SubgraphDependencies, 'verifyIdentity' | 'log'>,
): Promise<BaseContext> {
  const viewer = await verifyIdentity(request.headers[IDENTITY_HEADER])
  const traceId = traceIdOf(request.headers.traceparent)
  return {
    viewer,
    locale: viewer?.locale ?? localeOf(request.headers['accept-language']),
    traceId,
    log: log.child({ traceId }),
  }
}

function localeOf(acceptLanguage: string | undefined): Locale {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase()
  return first?.startsWith('en') ? 'en' : 'id'
}

function maskResolvers(resolvers: ResolverMap, log: Logger): ResolverMap {
  return Object.fromEntries(
    Object.entries(resolvers).map(([name, value]) => [name, maskValue(value, name, log)]),
  )
}

function maskValue(value: unknown, path: string, log: Logger): unknown {
  if (typeof value === 'function') return maskResolver(value as Resolver, path, log)
  // A scalar or an enum's values are no resolvers.
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskValue(inner, `${path}.${name}`, log)]),
  )
}

function maskResolver(resolve: Resolver, path: string, log: Logger): Resolver {
  return (parent, args, context, info) => {
    // `__resolveReference` has its context in the second place, `__resolveType` and fields in the third or second.
    const mask = (error: unknown) => maskError(error, path, contextOf(args, context)?.log ?? log)
    try {
      const result = resolve(parent, args, context, info)
      if (result instanceof Promise) {
        return result.then(
          (value: unknown) => (isAsyncIterable(value) ? maskEvents(value, mask) : value),
          (error: unknown) => {
            throw mask(error)
          },
        )
      }
      return isAsyncIterable(result) ? maskEvents(result, mask) : result
    } catch (error) {
      throw mask(error)
    }
  }
}

function contextOf(...candidates: unknown[]): BaseContext | undefined {
  return candidates.find(
    (candidate): candidate is BaseContext =>
      typeof candidate === 'object' && candidate !== null && 'log' in candidate && 'traceId' in candidate,
  )
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

function maskEvents(
  events: AsyncIterable<unknown>,
  mask: (error: unknown) => Error,
): AsyncIterableIterator<unknown> {
  const iterator = events[Symbol.asyncIterator]()
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () =>
      iterator.next().catch((error: unknown) => {
        throw mask(error)
      }),
    // Passed straight on, not queued behind a pending next(), so that a client that leaves frees its source at once.
    return: async (value) => (await iterator.return?.(value)) ?? { done: true, value },
  }
}
