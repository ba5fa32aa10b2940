import { type GraphQLFormattedError, GraphQLError } from 'graphql'
import { type Client, createClient } from 'graphql-ws'
import { setTimeout as delay } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { Logger } from '../../kit/log.ts'
import { BoundedWebSocket } from './bounded-websocket.ts'
import type { Headers, HttpReachOptions, SubgraphReach } from './reach.ts'
import { readResult, withCode } from './read-result.ts'

const PING_MS = 10_000
const PONG_WITHIN_MS = 5_000
const LONGEST_DELAY_MS = 5_000

/**
 * Subscriptions to one subgraph over one WebSocket (graphql-ws), opened when first needed and shared by all viewers:
 * each operation brings its own headers in `extensions.headers`. Where the client's own `authorization` is passed on,
 * there is a socket for each of those, with `{ authorization }` as its connection_init payload.
 */
export function reachWebSocket(
  options: { name: string; url: string; log: Logger } & HttpReachOptions,
): Pick<SubgraphReach, 'subscribe'> & { stop(): void } {
  const { name, log, retry, maxResponseBytes, timeoutMs } = options
  const url = options.url.replace(/^http/, 'ws')
  const clients = new Map<string, Client>()
  const sockets = new Set<WebSocket>()
  const stopping = new AbortController()

  class OwnWebSocket extends BoundedWebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super({ address, protocols, name, maxBytes: maxResponseBytes, handshakeMs: timeoutMs })
      sockets.add(this)
      this.once('close', () => sockets.delete(this))
    }
  }

  function clientFor(authorization = ''): Client {
    const known = clients.get(authorization)
    if (known) return known
    let pongDue: NodeJS.Timeout | undefined
    const client = createClient({
      url,
      webSocketImpl: OwnWebSocket,
      lazy: true,
      connectionAckWaitTimeout: timeoutMs,
      // Tried again by each subscription itself, below, since what it signs may have expired meanwhile.
      retryAttempts: 0,
      keepAlive: PING_MS,
      ...(authorization ? { connectionParams: { authorization } } : {}),
      on: {
        ping(received) {
          if (!received) pongDue = setTimeout(() => client.terminate(), PONG_WITHIN_MS)
        },
        pong(received) {
          if (received) clearTimeout(pongDue)
        },
        closed() {
          clearTimeout(pongDue)
          if (clients.get(authorization) === client) clients.delete(authorization)
        },
      },
    })
    clients.set(authorization, client)
    return client
  }

  return {
    subscribe(follower) {
      let cancelled = false
      let unsubscribe: (() => void) | undefined
      let attempt = 0
      let over = false

      async function attach(): Promise<void> {
        const sent: Headers = await follower.headers()
        if (cancelled) return
        const { query, operationName, variables } = follower.operation()
        unsubscribe = clientFor(sent.authorization).subscribe(
          {
            query,
            operationName: operationName ?? null,
            variables: variables ?? null,
            extensions: { headers: sent },
          },
          {
            next(event) {
              attempt = 0
              if (cancelled || over) return
              const result = readResult(event)
              // A refusal comes as a result without data, and then the end.
              if (result?.data !== undefined) return void follower.next(result)
              over = true
              unsubscribe?.()
              follower.error(result?.errors ?? [malformed(name)])
            },
            error(error) {
              if (cancelled) return
              if (isGraphQLErrors(error)) return follower.error(error.map((one) => withCode(one)))
              log.warn({ subgraph: name, err: reasonOf(error), attempt }, 'A subscription was lost')
              void again()
            },
            complete() {
              if (!cancelled && !over) follower.complete()
            },
          },
        )
      }

      async function again(): Promise<void> {
        if (attempt >= retry.attempts) return follower.error([lost(name)])
        const longest = Math.min(retry.firstDelayMs * 2 ** attempt, LONGEST_DELAY_MS)
        attempt += 1
        try {
          await delay(longest * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal })
          if (!cancelled) await attach()
        } catch {
          if (!cancelled) follower.error([lost(name)])
        }
      }

      attach().catch((error: unknown) => {
        log.error({ subgraph: name, err: error }, 'A subscription could not start')
        if (!cancelled) follower.error([lost(name)])
      })
      return () => {
        cancelled = true
        unsubscribe?.()
      }
    },

    stop() {
      stopping.abort()
      for (const client of clients.values()) void client.dispose()
      for (const socket of sockets) socket.terminate()
    },
  }
}

function malformed(name: string): GraphQLFormattedError {
  return {
    message: `The subgraph "${name}" sent an event that is no GraphQL response.`,
    extensions: { code: 'SUBREQUEST_MALFORMED_RESPONSE' },
  }
}

function lost(name: string): GraphQLFormattedError {
  return {
    message: `The subgraph "${name}" was lost and did not come back. Subscribe again.`,
    extensions: { code: 'SUBSCRIPTION_LOST' },
  }
}

function isGraphQLErrors(error: unknown): error is GraphQLFormattedError[] {
  return (
    Array.isArray(error) &&
    error.every(
      (one) => one instanceof GraphQLError || typeof (one as { message?: unknown }).message === 'string',
    )
  )
}

function reasonOf(error: unknown): unknown {
  if (error instanceof Error) return error
  const { code, reason } = error as { code?: unknown; reason?: unknown }
  return code === undefined ? String(error) : { code, reason }
}
