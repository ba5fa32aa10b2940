import type { GraphQLError } from 'graphql'
import type { Logger } from '../../kit/log.ts'
import { type PresentedError, RequestErrors, codesOf, failure } from '../errors.ts'
import { type PreparedRequest, inLog } from '../request.ts'
import type { Metrics } from '../metrics.ts'
import { textOf } from '../operation/operations.ts'
import type { Headers, SubgraphResult } from '../reach/reach.ts'
import { Member, SLOW_LIMITS, type SlowLimits } from './member.ts'
import { createRecent } from './recent.ts'
import { sharingKey } from './sharing-key.ts'
import { Stream, type StreamHost } from './stream.ts'
import type { LiveEvent, Subscriber } from './subscriber.ts'
import { numberedOf } from './upstream.ts'

/**
 * All live subscriptions of one gateway. Identical ones of one viewer share a stream where their field allows it, and
 * miss nothing by it.
 */
export function createSubscriptions(options: {
  headers(prepared: PreparedRequest): Promise<Headers>
  /** Executes one event. */
  execute(prepared: PreparedRequest, event: SubgraphResult): Promise<LiveEvent>
  present(errors: readonly unknown[], traceId: string): PresentedError[]
  limits: Partial<SlowLimits> | undefined
  metrics: Metrics
  log: Logger
}) {
  const { headers, execute, present, metrics, log } = options
  const limits = { ...SLOW_LIMITS, ...options.limits }
  const streams = new Set<Stream>()
  /** Those that may be shared, by what they have in common, the oldest first. */
  const shared = new Map<string, Stream[]>()
  let replanned: Promise<unknown> = Promise.resolve()

  const host: StreamHost = {
    headers,
    execute,
    present,
    recent: createRecent(),
    waiting: limits.waiting,
    delivered(stream, number, count) {
      metrics.events.inc(count)
      if (number !== undefined && stream.key !== undefined) fold(stream, number)
    },
    closed(stream, members, errors) {
      streams.delete(stream)
      unshare(stream)
      for (const member of members) tellEnd(stream, member, errors)
    },
  }

  function share(stream: Stream): void {
    if (stream.key === undefined) return
    const alike = shared.get(stream.key)
    if (alike) alike.push(stream)
    else shared.set(stream.key, [stream])
  }

  function unshare(stream: Stream): void {
    const alike = stream.key !== undefined && shared.get(stream.key)
    const index = alike ? alike.indexOf(stream) : -1
    if (!alike || index === -1) return
    alike.splice(index, 1)
    if (alike.length === 0) shared.delete(stream.key as string)
  }

  /** Where two streams of the same have come to the same number, one of them is enough. */
  function fold(stream: Stream, number: number): void {
    const alike = shared.get(stream.key as string)
    if (!alike || alike.length < 2) return
    for (const other of alike) {
      if (other !== stream && other.continues(stream, number)) return stream.moveTo(other, number)
    }
  }

  function tooSlow(member: Member): void {
    const { stream } = member
    if (!stream || member.over) return
    const error = failure(
      'SUBSCRIPTION_TOO_SLOW',
      'Too many events were waiting for too long. Subscribe again.',
    )
    const errors = present([error], member.traceId)
    member.cut(errors)
    stream.leave(member)
    tellEnd(stream, member, errors)
  }

  function tellBegin(stream: Stream, member: Member): void {
    metrics.subscriptions.inc()
    log.info(
      {
        ...inLog({ ...stream.prepared, traceId: member.traceId }),
        ...(stream.members.size > 1 ? { shares: stream.prepared.traceId } : {}),
      },
      'subscription began',
    )
  }

  function tellEnd(stream: Stream, member: Member, errors?: readonly PresentedError[]): void {
    if (member.toldEnd) return
    member.toldEnd = true
    const { operation } = stream.prepared
    const outcome = errors ? 'failed' : 'ok'
    metrics.subscriptions.dec()
    metrics.operation(operation.name, operation.type, outcome, 0)
    const codes = codesOf(errors ?? [])
    log.info(
      { ...inLog({ ...stream.prepared, traceId: member.traceId }), outcome, codes },
      'subscription ended',
    )
  }

  async function replanOne(
    stream: Stream,
    again: (prepared: PreparedRequest) => Promise<PreparedRequest>,
  ): Promise<void> {
    try {
      const prepared = await again(stream.prepared)
      if (stream.closed || prepared === stream.prepared) return
      unshare(stream)
      const replanned = stream.replan(prepared, sharingKey(prepared))
      share(stream)
      await replanned
    } catch (error) {
      if (!(error instanceof RequestErrors))
        log.error({ err: error }, 'A subscription could not be planned again')
      const { traceId } = stream.prepared
      stream.cut(present(error instanceof RequestErrors ? error.errors.map(bySchema) : [error], traceId))
    }
  }

  function endWhere(holds: (prepared: PreparedRequest) => boolean, error: GraphQLError): void {
    for (const stream of [...streams]) {
      if (holds(stream.prepared)) stream.cut(present([error], stream.prepared.traceId))
    }
  }

  return {
    /**
     * Follows a subscription from now on. Gives what leaves it; nothing of the subscriber is called before.
     * @throws RequestErrors when the plan has nothing to subscribe to
     */
    subscribe(prepared: PreparedRequest, subscriber: Subscriber): () => void {
      const key = sharingKey(prepared)
      const after = numberedOf(prepared)?.afterOf(prepared.coerced)
      let stream = key === undefined ? undefined : shared.get(key)?.find((one) => one.takes(after))
      if (!stream) {
        stream = new Stream(host, prepared, key)
        stream.start()
        streams.add(stream)
        share(stream)
      }
      const member = new Member({ subscriber, traceId: prepared.traceId, limits, tooSlow })
      stream.join(member, after)
      tellBegin(stream, member)
      return () => {
        if (member.over || !member.stream) return
        member.stream.leave(member)
        tellEnd(member.stream, member)
      }
    },

    /**
     * Every live subscription is planned anew for another supergraph, and goes on; one that is no longer part of the graph
     * ends with SUBSCRIPTION_ENDED_BY_SCHEMA. Resolves when no old plan is in use any more.
     * @param again prepares the same request for the new supergraph; gives it back as it is when it already is for that
     */
    replan(again: (prepared: PreparedRequest) => Promise<PreparedRequest>): Promise<unknown> {
      return (replanned = replanned.then(() =>
        Promise.all([...streams].map((stream) => replanOne(stream, again))),
      ))
    },

    /** Ends those of one session. */
    endSession(sessionId: string): void {
      endWhere(
        ({ caller }) => caller.viewer?.sessionId === sessionId,
        failure('SESSION_REVOKED', 'The session has ended: sign in again.'),
      )
    },

    /** Ends those of partner clients to documents that are no longer `registered` for them. */
    endUnregistered(registered: (client: string, document: string) => boolean): void {
      endWhere(
        ({ caller: { client }, operation }) => client !== undefined && !registered(client, textOf(operation)),
        failure('OPERATION_NOT_REGISTERED', 'This document has been withdrawn, or its client been disabled.'),
      )
    },
  }
}

export type Subscriptions = ReturnType<typeof createSubscriptions>

function bySchema(error: RequestErrors['errors'][number]): RequestErrors['errors'][number] {
  return error.extensions?.code === 'GRAPHQL_VALIDATION_FAILED'
    ? failure(
        'SUBSCRIPTION_ENDED_BY_SCHEMA',
        `The graph has changed, and this is no longer part of it: ${error.message}`,
      )
    : error
}
