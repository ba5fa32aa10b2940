import { Pool, errors } from 'undici'
import type { Logger } from '../../kit/log.ts'
import type { GatewayErrorCode } from '../errors.ts'
import type { HttpReachOptions, SubgraphOperation, SubgraphReach, SubgraphResult } from './reach.ts'
import { TooLarge, TooSlow, exchange } from './exchange.ts'
import { readResult } from './read-result.ts'
import { reachWebSocket } from './websocket.ts'

const CONNECTIONS = 128
const KEEP_ALIVE_MS = 30_000

/** A subgraph at an address: kept-alive connections for queries and mutations, one WebSocket for subscriptions. */
export function reachHttp(
  options: { name: string; url: string; log: Logger } & HttpReachOptions,
): SubgraphReach {
  const { name, url, log, timeoutMs, maxResponseBytes } = options
  const address = new URL(url)
  const path = address.pathname + address.search
  const pool = new Pool(address.origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: { timeout: Math.min(timeoutMs, 10_000) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  const webSocket = reachWebSocket(options)
  let seen = false

  /** The reason is for the log: it may name addresses, which are no client's business. */
  function fail(code: GatewayErrorCode, message: string, reason: unknown): SubgraphResult {
    log.warn({ subgraph: name, url, code, err: reason }, message)
    return { errors: [{ message, extensions: { code } }] }
  }

  async function post(body: string, headers: Record<string, string>): Promise<SubgraphResult> {
    const { statusCode, body: text } = await exchange(pool, {
      path,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
      timeoutMs,
      maxBytes: maxResponseBytes,
    })
    seen = true
    const result = readResult(parse(text))
    if (result) return result
    if (statusCode >= 400) {
      return fail(
        'SUBREQUEST_FAILED',
        `The subgraph "${name}" answered with the status ${statusCode}.`,
        undefined,
      )
    }
    return fail(
      'SUBREQUEST_MALFORMED_RESPONSE',
      `The subgraph "${name}" answered with what is no GraphQL response.`,
      undefined,
    )
  }

  return {
    async execute(operation, headers) {
      const body = bodyOf(operation)
      try {
        try {
          return await post(body, headers)
        } catch (error) {
          // A kept connection may have been closed at the other end just now. A mutation could have begun there.
          if (!isReset(error) || operation.query.startsWith('mutation')) throw error
          return await post(body, headers)
        }
      } catch (error) {
        if (error instanceof TooLarge) {
          return fail(
            'SUBREQUEST_TOO_LARGE',
            `The subgraph "${name}" answered with more than ${maxResponseBytes} bytes.`,
            undefined,
          )
        }
        return isTimeout(error)
          ? fail('SUBREQUEST_TIMEOUT', `The subgraph "${name}" did not answer within ${timeoutMs} ms.`, error)
          : fail('SUBREQUEST_FAILED', `The subgraph "${name}" could not be reached.`, error)
      }
    },

    subscribe: webSocket.subscribe,

    /** A subgraph counts as up once it has answered anything; what it does later must not take the gateway down with it. */
    async waitingFor() {
      if (seen) return []
      try {
        const response = await pool.request({
          method: 'POST',
          path,
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: '{"query":"{__typename}"}',
          signal: AbortSignal.timeout(2_000),
        })
        seen = readResult(parse(await response.body.text())) !== undefined
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

/** Undefined for what is no JSON: HTML, or text that breaks off. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isReset(error: unknown): boolean {
  return error instanceof errors.SocketError || (error as { code?: unknown }).code === 'ECONNRESET'
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof TooSlow
  )
}
