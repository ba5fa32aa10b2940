import { Pool, errors } from 'undici'
import type { Logger } from '../../kit/log.ts'
import { type Exchanged, TooLarge, TooSlow, exchange } from './exchange.ts'
import { type Attempt, type GuardOptions, createGuard, failed, tookTooLong } from './guard.ts'
import type { Metrics } from '../metrics.ts'
import type { Headers, HttpReachOptions, SubgraphOperation, SubgraphReach } from './reach.ts'
import { readResult } from './read-result.ts'
import { reachWebSocket } from './websocket.ts'

const KEEP_ALIVE_MS = 30_000
const CONNECT_WITHIN_MS = 10_000
const PROBE_WITHIN_MS = 2_000
/** Those of a server in front of one that is down or too busy: it has not done what was asked. */
const PASSING_STATUS: readonly number[] = [502, 503, 504]

/** A subgraph at an address: kept-alive connections for queries and mutations, one WebSocket for subscriptions. */
export function reachHttp(
  options: {
    name: string
    url: string
    guard: GuardOptions
    metrics: Metrics
    log: Logger
  } & HttpReachOptions,
): SubgraphReach {
  const { name, url, log, metrics, timeoutMs, maxResponseBytes } = options
  const address = new URL(url)
  const path = address.pathname + address.search
  const pool = new Pool(address.origin, {
    // One more than may be busy at a time: the one that tries whether the subgraph is back.
    connections: options.guard.atOnce + 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: { timeout: Math.min(timeoutMs, CONNECT_WITHIN_MS) },
    // An exchange has a time for all of it, and timers for its parts cost a fifth of a small one.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const guard = createGuard({ name, timeoutMs, metrics, log, ...options.guard })
  const webSocket = reachWebSocket(options)
  let seen = false

  async function attempt(body: string, headers: Headers, withinMs: number): Promise<Attempt> {
    let ended: Attempt
    let reason: unknown
    try {
      const answer = await exchange(pool, {
        path,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body,
        timeoutMs: withinMs,
        maxBytes: maxResponseBytes,
      })
      const result = mayBeResult(answer) ? readResult(parse(answer.body)) : undefined
      // GraphQL errors too are an answer, also with a status that says so: the subgraph is up.
      if (result) {
        seen = true
        return { result }
      }
      ended = withoutResult(answer)
      reason = `status ${answer.statusCode}, ${answer.contentType ?? 'no content type'}`
    } catch (error) {
      ended = withoutAnswer(error)
      reason = error
    }
    // The reason is for the log alone: it may name addresses, which are no client's business.
    const [told] = ended.result.errors ?? []
    log.warn(
      { subgraph: name, url, code: told?.extensions?.code, traceparent: headers.traceparent, err: reason },
      told?.message,
    )
    return ended
  }

  function withoutResult({ statusCode }: Exchanged): Attempt {
    if (statusCode >= 200 && statusCode < 300) {
      const message = `The subgraph "${name}" answered with what is no GraphQL response.`
      return { result: failed('SUBREQUEST_MALFORMED_RESPONSE', message) }
    }
    return {
      result: failed('SUBREQUEST_FAILED', `The subgraph "${name}" answered with the status ${statusCode}.`),
      fault: statusCode >= 500,
      passing: PASSING_STATUS.includes(statusCode),
    }
  }

  function withoutAnswer(error: unknown): Attempt {
    if (error instanceof TooLarge) {
      const message = `The subgraph "${name}" answered with more than ${maxResponseBytes} bytes.`
      return { result: failed('SUBREQUEST_TOO_LARGE', message) }
    }
    // What was asked cannot be sent: no fault of the subgraph's.
    if (error instanceof errors.InvalidArgumentError) {
      return { result: failed('SUBREQUEST_FAILED', `The subgraph "${name}" cannot be asked this.`) }
    }
    if (error instanceof TooSlow) return { result: tookTooLong(name, timeoutMs), fault: true }
    const message = `The subgraph "${name}" could not be reached.`
    return { result: failed('SUBREQUEST_FAILED', message), fault: true, passing: true }
  }

  return {
    execute(operation, headers) {
      const body = bodyOf(operation)
      const repeatable = !operation.query.startsWith('mutation')
      return guard.run(repeatable, (withinMs) => attempt(body, headers, withinMs))
    },

    subscribe: webSocket.subscribe,

    /** A subgraph counts as up once it has answered; what it does later must not take the gateway down with it. */
    async waitingFor() {
      if (seen) return []
      try {
        const answer = await exchange(pool, {
          path,
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: '{"query":"{__typename}"}',
          timeoutMs: PROBE_WITHIN_MS,
          maxBytes: maxResponseBytes,
        })
        seen = readResult(parse(answer.body)) !== undefined
      } catch {
        seen = false
      }
      return seen ? [] : [`the subgraph ${name} to answer`]
    },

    async stop() {
      webSocket.stop()
      await pool.destroy()
    },
  }
}

function bodyOf({ query, operationName, variables, text }: SubgraphOperation): string {
  return text
    ? `${text.operation.slice(0, -1)},"variables":${text.variables}}`
    : JSON.stringify({ query, operationName, variables })
}

/** Servers that name no type are taken at their word; those that name another, or send one elsewhere, mean something else. */
function mayBeResult({ statusCode, contentType = 'application/json' }: Exchanged): boolean {
  return (
    (statusCode < 300 || statusCode >= 400) &&
    /^\s*application\/(graphql-response\+)?json\s*(;|$)/i.test(contentType)
  )
}

/** Undefined for what is no JSON: HTML, or text that breaks off. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
