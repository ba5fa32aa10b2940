import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  execute,
  parse,
  validate,
} from 'graphql'
import { internalError, isCoded } from '../../kit/errors.ts'
import type { Logger } from '../../kit/log.ts'
import { createLru } from '../../kit/lru.ts'
import type { Subgraph } from '../../kit/subgraph.ts'
import type { Headers, SubgraphOperation, SubgraphReach, SubgraphResult } from './reach.ts'
import { asJson } from './as-json.ts'
import { InProcessSubscription } from './in-process-subscription.ts'
import { tookTooLong } from './guard.ts'
import { withCode } from './read-result.ts'

type Prepared = { document: DocumentNode; errors?: undefined } | { errors: GraphQLFormattedError[] }

const KEPT_DOCUMENTS = 2_000

/** A subgraph in this process: called directly, with no socket and no JSON text between. */
export function reachInProcess(subgraph: Subgraph, log: Logger, timeoutMs: number): SubgraphReach {
  const documents = createLru<Prepared>({ entries: KEPT_DOCUMENTS })

  function prepare(query: string): Prepared {
    const known = documents.get(query)
    if (known) return known
    const prepared = parseAndValidate(query, subgraph)
    documents.set(query, prepared)
    return prepared
  }

  async function argumentsFor(operation: SubgraphOperation, headers: Headers) {
    const prepared = prepare(operation.query)
    if (prepared.errors) return prepared
    return {
      schema: subgraph.schema,
      document: prepared.document,
      contextValue: await subgraph.context({ headers }),
      variableValues: asJson(operation.variables ?? {}) as Record<string, unknown>,
      operationName: operation.operationName,
    }
  }

  /** What went wrong outside any resolver; made for the caller when it has a code, else a bug. */
  function failed(error: unknown): SubgraphResult & { errors: GraphQLFormattedError[] } {
    if (!isCoded(error)) {
      log.error({ err: error, subgraph: subgraph.name }, 'A subgraph failed outside its resolvers')
    }
    const { message, extensions } = isCoded(error) ? error : internalError()
    return { errors: [{ message, extensions: { ...extensions } }] }
  }

  async function answer(operation: SubgraphOperation, headers: Headers): Promise<SubgraphResult> {
    try {
      const args = await argumentsFor(operation, headers)
      return 'errors' in args ? args : asResult(await execute(args))
    } catch (error) {
      return failed(error)
    }
  }

  return {
    execute(operation, headers) {
      return within(timeoutMs, answer(operation, headers), () => {
        log.warn({ subgraph: subgraph.name, traceparent: headers.traceparent }, 'A subgraph took too long')
        return tookTooLong(subgraph.name, timeoutMs)
      })
    },

    subscribe(follower) {
      const subscription = new InProcessSubscription(follower, failed, asResult)
      void subscription.begin(async () => argumentsFor(follower.operation(), await follower.headers()))
      return () => subscription.leave()
    },

    waitingFor: () => subgraph.waitingFor(),

    // Whoever opened the subgraph stops it.
    async stop() {},
  }
}

/** What takes too long goes on, since resolvers cannot be stopped, but nobody waits for it any more. */
function within<Value>(ms: number, work: Promise<Value>, late: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late()), ms)
    void work.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}

function parseAndValidate(query: string, subgraph: Subgraph): Prepared {
  let document: DocumentNode
  try {
    document = parse(query)
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [withCode(error.toJSON(), 'GRAPHQL_PARSE_FAILED')] }
    throw error
  }
  const errors = validate(subgraph.schema, document)
  if (errors.length === 0) return { document }
  return { errors: errors.map((error) => withCode(error.toJSON(), 'GRAPHQL_VALIDATION_FAILED')) }
}

/** The same codes as a server in front of the subgraph gives to what graphql-js itself reports. */
function asResult({ data, errors }: ExecutionResult): SubgraphResult {
  const code = data === undefined ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR'
  return {
    ...(data === undefined ? {} : { data: asJson(data) as Record<string, unknown> | null }),
    ...(errors
      ? {
          errors: errors.map((error) => asJson(withCode(error.toJSON(), code)) as GraphQLFormattedError),
        }
      : {}),
  }
}
