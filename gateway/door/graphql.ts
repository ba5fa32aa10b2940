import { GraphQLError, OperationTypeNode } from 'graphql'
import type { Authenticate, Caller } from '../caller/authenticate.ts'
import { type PresentedError, refuse, statusOf } from '../errors.ts'
import { toJson } from '../execute/share-results.ts'
import { readPlanRequest } from '../explain/plan-request.ts'
import { SANDBOX_PAGE } from '../explorer/sandbox.ts'
import type { Gateway } from '../gateway.ts'
import type { PlannedDeferred } from '../plan/create-deferred-plan.ts'
import type { GatewayResult, PreparedRequest } from '../request.ts'
import { toEvent } from '../subscribe/subscriber.ts'
import { EVENTS_TYPE, RESPONSE_TYPE, negotiate, notAcceptable } from './accept.ts'
import { createBodyReader } from './body.ts'
import { refuseForgery } from './csrf.ts'
import { EVENT_STREAM } from './event-stream.ts'
import { type Exchange, headerOf, send, sendCacheable, sendJson } from './exchange.ts'
import { DEFERRED_PARTS, SUBSCRIPTION_PARTS } from './multipart.ts'
import { type Parameters, readBody, readSearch } from './parameters.ts'
import { Refusal, malformed, methodNotAllowed } from './refusal.ts'
import type { Streams } from './stream.ts'

/**
 * GraphQL over HTTP: what is asked, by whom, and how the answer is to come.
 * https://graphql.github.io/graphql-over-http/draft/
 *
 * Statuses are those that the reference audits of the specification check. A request that is no GraphQL request is
 * answered 400; an operation that is refused, 400 as well, but 200 where the client named `application/json`, since
 * such clients take any other status for a fault of the network. What was executed is 200, whatever its errors.
 */
export function createGraphqlOverHttp(options: {
  gateway: Gateway
  authenticate: Authenticate
  streams: Streams
  /** Shows Apollo Sandbox to browsers. */
  sandbox: boolean
  maxBodyBytes: number
  /** How many operations one request may bring. */
  maxBatch: number
}) {
  const { gateway, authenticate, streams, sandbox, maxBodyBytes, maxBatch } = options

  const readJsonBody = createBodyReader(maxBodyBytes)

  /** @throws Refusal */
  async function answer(exchange: Exchange, search: string, trusted: boolean): Promise<void> {
    const { request } = exchange
    const accepted = (exchange.accepted = negotiate(request.headers.accept))
    switch (request.method) {
      case 'POST': {
        const body = await readJsonBody(request)
        if (Array.isArray(body)) return answerBatch(exchange, body)
        return answerOne(exchange, readBody(body))
      }
      case 'GET':
      case 'HEAD':
        if (accepted.page && sandbox && search === '') return sendPage(exchange)
        refuseForgery(request, trusted)
        return answerOne(exchange, readSearch(search))
      default:
        throw methodNotAllowed('GraphQL is served by GET and POST.', 'GET, POST')
    }
  }

  async function answerOne(exchange: Exchange, parameters: Parameters): Promise<void> {
    const { request, traceId, accepted } = exchange
    const caller = await identifyCaller(exchange)
    let prepared: PreparedRequest
    try {
      const incremental = accepted?.incremental !== undefined && request.method !== 'HEAD'
      prepared = await prepare(exchange, parameters, caller, incremental)
      if (request.method !== 'POST' && prepared.operation.type === OperationTypeNode.MUTATION) {
        exchange.headers.allow = 'POST'
        throw refuse('METHOD_NOT_ALLOWED', 'A mutation is sent by POST.')
      }
    } catch (error) {
      return refuseOperation(exchange, caller, gateway.refusal(error, traceId))
    }
    if (prepared.operation.type === OperationTypeNode.SUBSCRIPTION && !prepared.plan?.dryRun) {
      return follow(exchange, prepared)
    }
    if (prepared.deferred) return deliver(exchange, prepared, prepared.deferred)
    if (accepted?.eventsOnly) return sendAsEvents(exchange, caller, await gateway.execute(prepared))
    if (!accepted?.whole) throw notAcceptable(`A ${prepared.operation.type} is answered as ${RESPONSE_TYPE}.`)
    const result = await gateway.execute(prepared)
    const { cacheControl } = prepared.operation
    if (result.errors || result.extensions || cacheControl === undefined) {
      return sendJson(exchange, statusFor(exchange, result), toJson(result))
    }
    if (request.method === 'POST') return sendJson(exchange, 200, toJson(result), cacheControl)
    sendCacheable(exchange, toJson(result), cacheControl)
  }

  /** Executes the operations at the same time, and answers them in their order, each with its own errors. */
  async function answerBatch(exchange: Exchange, bodies: readonly unknown[]): Promise<void> {
    if (bodies.length === 0) throw malformed('The batch has no operation.')
    if (bodies.length > maxBatch) {
      throw new Refusal(400, 'BATCH_TOO_LARGE', `A batch may have at most ${maxBatch} operations.`)
    }
    if (!exchange.accepted?.whole) throw notAcceptable('A batch is answered as application/json.')
    const batch = bodies.map(readBody)
    const caller = await identifyCaller(exchange)
    const prepared = await Promise.all(
      batch.map((parameters) =>
        prepare(exchange, parameters, caller).catch((error: unknown) => ({
          errors: gateway.refusal(error, exchange.traceId),
        })),
      ),
    )
    if (prepared.some((one) => 'operation' in one && one.operation.type === OperationTypeNode.SUBSCRIPTION)) {
      throw malformed('A subscription cannot be part of a batch.')
    }
    const results = await Promise.all(
      prepared.map((one) => ('operation' in one ? gateway.execute(one) : one)),
    )
    sendJson(exchange, 200, JSON.stringify(results))
  }

  function prepare(
    exchange: Exchange,
    parameters: Parameters,
    caller: Caller,
    incremental = false,
  ): Promise<PreparedRequest> {
    const { traceId } = exchange
    const { query, documentId, operationName, variables, extensions } = parameters
    const plan = readPlanRequest((name) => headerOf(exchange.request, name), extensions)
    return gateway.prepare({
      query,
      documentId,
      operationName,
      variables,
      plan,
      incremental,
      caller,
      traceId,
    })
  }

  function follow(exchange: Exchange, prepared: PreparedRequest): void {
    const { accepted, request } = exchange
    if (!accepted?.live || request.method === 'HEAD') {
      throw malformed(
        'A subscription is followed over WebSocket, or with Accept: text/event-stream or multipart/mixed;subscriptionSpec=1.0.',
      )
    }
    const format = accepted.live === EVENTS_TYPE ? EVENT_STREAM : SUBSCRIPTION_PARTS
    let leave: (() => void) | undefined = undefined
    const stream = streams.open(exchange, format, prepared.caller, () => leave?.())
    leave = gateway.subscribe(prepared, stream)
  }

  function deliver(exchange: Exchange, prepared: PreparedRequest, deferred: PlannedDeferred): void {
    const format = exchange.accepted?.incremental === EVENTS_TYPE ? EVENT_STREAM : DEFERRED_PARTS
    let leave: (() => void) | undefined = undefined
    const stream = streams.open(exchange, format, prepared.caller, () => leave?.())
    leave = gateway.deliver(prepared, deferred, stream)
  }

  function refuseOperation(exchange: Exchange, caller: Caller, errors: readonly PresentedError[]): void {
    const { accepted } = exchange
    const result = { errors }
    if (accepted?.eventsOnly) return sendAsEvents(exchange, caller, result)
    // Also to a client that takes parts of a subscription alone: there is none.
    sendJson(exchange, statusFor(exchange, result), JSON.stringify(result))
  }

  function sendAsEvents(exchange: Exchange, caller: Caller, result: GatewayResult): void {
    const stream = streams.open(exchange, EVENT_STREAM, caller, () => {})
    void stream.next(toEvent(result))
    stream.end()
  }

  async function identifyCaller({ request }: Exchange): Promise<Caller> {
    const { headers } = request
    try {
      return await authenticate({
        authorization: headers.authorization,
        acceptLanguage: headers['accept-language'],
        apiKey: headerOf(request, 'x-api-key'),
        header: (name) => headerOf(request, name),
      })
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      if (error.extensions.code === 'SERVICE_UNAVAILABLE') {
        throw new Refusal(503, 'SERVICE_UNAVAILABLE', error.message)
      }
      throw new Refusal(401, 'UNAUTHENTICATED', error.message, { 'www-authenticate': 'Bearer' })
    }
  }

  return answer
}

function statusFor({ accepted }: Exchange, { data, errors }: GatewayResult): number {
  const code = errors?.[0]?.extensions.code
  if (!errors || data !== undefined) return 200
  const status = statusOf(errors)
  // Only the older type may say that all is well without data, as automatic persisted queries expect it.
  if (status === 200 && accepted?.whole === RESPONSE_TYPE) return 400
  return status === 400 && code !== 'BAD_REQUEST' && accepted?.legacy ? 200 : status
}

function sendPage(exchange: Exchange): void {
  exchange.headers['content-type'] = 'text/html; charset=utf-8'
  exchange.headers['cache-control'] = 'no-store'
  Object.assign(exchange.headers, SANDBOX_PAGE.headers)
  send(exchange, 200, SANDBOX_PAGE.html)
}
