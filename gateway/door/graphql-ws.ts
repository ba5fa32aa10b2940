import { GraphQLError, OperationTypeNode } from 'graphql'
import { CloseCode, type Message, MessageType, type SubscribePayload, parseMessage } from 'graphql-ws'
import type { Logger } from '../../kit/log.ts'
import { traceIdOf } from '../../kit/trace.ts'
import type { Authenticate, Caller } from '../caller/authenticate.ts'
import { type PresentedError, refuse } from '../errors.ts'
import { readPlanRequest } from '../explain/plan-request.ts'
import type { Gateway } from '../gateway.ts'
import { type LiveEvent, type Subscriber, toEvent } from '../subscribe/subscriber.ts'
import { readBody } from './parameters.ts'

/** The codes with which the gateway closes a socket, beside those of the protocol. */
export const CLOSE = {
  /** The gateway stops; stock clients connect again. */
  GOING_AWAY: 1001,
  /** More events waited than may: the client did not read. Stock clients connect again. */
  TOO_SLOW: 1013,
  SOMETHING_WENT_WRONG: 1011,
  /** The access token is not valid, has expired, or its session has ended: stock clients connect again with a fresh one. */
  FORBIDDEN: CloseCode.Forbidden,
} as const

const OPERATIONS_PER_SOCKET = 100
/** It comes back with each event. */
const LONGEST_ID = 256
/** What the protocol of WebSockets has room for, in bytes. */
const LONGEST_REASON = 123

/** What carries messages to one client. */
export type Wire = {
  send(message: string): void
  /** The message `next` of an operation. A promise asks to be given no more until it is resolved. */
  next(id: string, event: LiveEvent): Promise<void> | undefined
  close(code: number, reason: string): void
}

/** A header of the upgrade request. */
export type Said = (name: string) => string | undefined

/**
 * The server's side of graphql-transport-ws, without a socket. It does what the stock server of graphql-ws does, but keeps
 * next to nothing for each client, and passes on events that are written already.
 * https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 *
 * `connection_init` may bring `{ authorization: 'Bearer …', 'accept-language'?, 'x-api-key'?, traceparent? }`, also within
 * `headers`; what it does not bring is taken from the upgrade request.
 */
export function createGraphqlWs(options: { gateway: Gateway; authenticate: Authenticate; log: Logger }) {
  const { gateway, authenticate, log } = options

  return {
    open: (wire: Wire, upgrade: Said): Session => new Session(wire, upgrade),

    receive(session: Session, text: string): void {
      let message: Message
      try {
        message = parseMessage(text)
      } catch {
        return session.wire.close(CloseCode.BadRequest, 'Invalid message received')
      }
      handle(session, message).catch((error: unknown) => {
        log.error({ err: error }, 'A message could not be handled')
        session.wire.close(CLOSE.SOMETHING_WENT_WRONG, 'Something went wrong on our side')
      })
    },
  }

  async function handle(session: Session, message: Message): Promise<void> {
    const { wire } = session
    switch (message.type) {
      case MessageType.ConnectionInit:
        return initialise(session, message.payload ?? {})
      case MessageType.Ping:
        return wire.send(JSON.stringify({ type: MessageType.Pong, payload: message.payload }))
      case MessageType.Pong:
        return
      case MessageType.Subscribe:
        return start(session, message.id, message.payload)
      case MessageType.Complete:
        return session.leave(message.id)
      default:
        return wire.close(CloseCode.BadRequest, 'Invalid message received')
    }
  }

  async function initialise(session: Session, params: Record<string, unknown>): Promise<void> {
    const { upgrade, wire } = session
    if (!upgrade) {
      return wire.close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests')
    }
    session.upgrade = undefined
    const said = (name: string) => headerIn(params, name) ?? upgrade(name)
    session.traceparent = said('traceparent')
    const asksForPlan = said('apollo-query-plan-experimental') ?? said('apollo-expose-query-plan')
    session.asksForPlan = asksForPlan
    try {
      session.caller = await authenticate({
        authorization: said('authorization'),
        acceptLanguage: said('accept-language'),
        apiKey: said('x-api-key'),
        header: said,
      })
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      return wire.close(CLOSE.FORBIDDEN, fitting(error.message, 'Forbidden'))
    }
    wire.send(JSON.stringify({ type: MessageType.ConnectionAck }))
  }

  async function start(session: Session, id: string, payload: SubscribePayload): Promise<void> {
    const { wire, caller, operations, traceparent, asksForPlan } = session
    if (!caller) return wire.close(CloseCode.Unauthorized, 'Unauthorized')
    if (id.length > LONGEST_ID) return wire.close(CloseCode.BadRequest, 'The id of an operation is too long')
    if (operations.has(id)) {
      return wire.close(
        CloseCode.SubscriberAlreadyExists,
        fitting(`Subscriber for ${id} already exists`, 'Subscriber already exists'),
      )
    }
    const operation = new Running(session, id)
    operations.set(id, operation)
    const traceId = traceIdOf(traceparent)
    try {
      if (operations.size > OPERATIONS_PER_SOCKET) {
        throw refuse('TOO_MANY_OPERATIONS', `A socket may run ${OPERATIONS_PER_SOCKET} operations at a time.`)
      }
      const { extensions, ...asked } = readBody(payload)
      const plan = readPlanRequest(() => asksForPlan, extensions)
      const prepared = await gateway.prepare({ ...asked, plan, incremental: true, caller, traceId })
      if (!operation.live) return
      if (prepared.operation.type === OperationTypeNode.SUBSCRIPTION && !prepared.plan?.dryRun) {
        operation.leave = gateway.subscribe(prepared, operation)
        return
      }
      if (prepared.deferred) {
        operation.leave = gateway.deliver(prepared, prepared.deferred, operation)
        return
      }
      const result = await gateway.execute(prepared)
      void operation.next(toEvent(result))
      operation.end()
    } catch (error) {
      operation.end(gateway.refusal(error, traceId))
    }
  }
}

/** One client. There may be many thousands, so it is a class, and holds nothing that it does not need. */
export class Session {
  readonly wire: Wire
  /** Until the client has said who it is. */
  upgrade: Said | undefined
  caller: Caller | undefined
  traceparent: string | undefined
  asksForPlan: string | undefined
  readonly operations = new Map<string, Running>()

  constructor(wire: Wire, upgrade: Said) {
    this.wire = wire
    this.upgrade = upgrade
  }

  leave(id: string): void {
    const operation = this.operations.get(id)
    if (!operation) return
    this.operations.delete(id)
    operation.leave?.()
  }

  /** The socket is gone. */
  closed(): void {
    for (const id of this.operations.keys()) this.leave(id)
  }
}

/** An operation under way. After its end, or the client's leave, nothing more of it is sent. */
class Running implements Subscriber {
  readonly session: Session
  readonly id: string
  leave: (() => void) | undefined

  constructor(session: Session, id: string) {
    this.session = session
    this.id = id
  }

  get live(): boolean {
    return this.session.operations.get(this.id) === this
  }

  next(event: LiveEvent): Promise<void> | undefined {
    return this.live ? this.session.wire.next(this.id, event) : undefined
  }

  end(errors?: readonly PresentedError[]): void {
    if (!this.live) return
    const { id } = this
    const { operations, wire } = this.session
    operations.delete(id)
    switch (errors?.[0]?.extensions.code) {
      case 'SUBSCRIPTION_TOO_SLOW':
        // What it does not read holds up whatever else goes over its socket.
        return wire.close(CLOSE.TOO_SLOW, 'Too many events were waiting')
      case 'SESSION_REVOKED':
        return wire.close(CLOSE.FORBIDDEN, 'The session has ended')
    }
    wire.send(
      JSON.stringify(
        errors ? { id, type: MessageType.Error, payload: errors } : { id, type: MessageType.Complete },
      ),
    )
  }
}

function fitting(reason: string, otherwise: string): string {
  return Buffer.byteLength(reason) <= LONGEST_REASON ? reason : otherwise
}

/** A header by its name in any case, at the top or, as some explorers send it, within `headers`. */
function headerIn(params: object, name: string): string | undefined {
  return [params, valueIn(params, 'headers')]
    .map((headers) => valueIn(headers, name))
    .find((value) => typeof value === 'string')
}

function valueIn(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1] as unknown
}
