import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  type JsMsg,
  RetentionPolicy,
  StorageType,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream'
import { connect, nanos } from '@nats-io/transport-node'
import { type Broker, type BrokerSubscription, RETRY_DELAYS } from './broker.ts'
import { isConnectionFailure } from './connection-failure.ts'
import { messageOf } from './errors.ts'
import type { DomainEvent } from './events.ts'
import type { Logger } from './log.ts'

const STREAM = 'simpul'
const DEAD_LETTERS = 'simpul-dead-letters'
const ACK_WAIT_MS = 60_000

/**
 * The broker on NATS JetStream: one stream of all facts, one durable consumer for each subgraph that builds on them.
 * The event's id is the message id, so that JetStream drops what a repeated publication brings again. One message is
 * in flight for each consumer at a time: order is promised, and a failing event holds up what follows it.
 * Consumers pass over the types they do not handle themselves, so that servers before 2.10 serve too.
 */
export async function openNatsBroker(options: { url: string; log: Logger }): Promise<Broker> {
  const { log } = options
  const connection = await connect({ servers: options.url, name: 'simpul', maxReconnectAttempts: -1 })
  const manager = await jetstreamManager(connection)
  const stream = { retention: RetentionPolicy.Limits, storage: StorageType.File }
  await manager.streams.add({
    ...stream,
    name: STREAM,
    subjects: [`${STREAM}.>`],
    duplicate_window: nanos(3_600_000),
  })
  await manager.streams.add({ ...stream, name: DEAD_LETTERS, subjects: [`${DEAD_LETTERS}.>`] })
  const js = jetstream(connection)
  const running = new Set<ConsumerMessages>()

  async function handleMessage(
    message: JsMsg,
    consumer: string,
    handle: (event: DomainEvent) => Promise<void>,
  ): Promise<void> {
    const event = message.json<DomainEvent>()
    try {
      await handle(event)
      await message.ackAck()
    } catch (error) {
      const attempt = message.info.deliveryCount
      const delay = RETRY_DELAYS[Math.min(attempt, RETRY_DELAYS.length) - 1] ?? 0
      if (attempt <= RETRY_DELAYS.length || isConnectionFailure(error)) {
        log.warn({ consumer, eventId: event.id, type: event.type, err: error }, 'An event is tried again')
        message.nak(delay)
        return
      }
      log.error({ consumer, eventId: event.id, type: event.type, err: error }, 'An event is a dead letter')
      await js.publish(`${DEAD_LETTERS}.${consumer}`, JSON.stringify({ error: messageOf(error), event }), {
        msgID: `${consumer}:${event.id}`,
      })
      message.term(messageOf(error))
    }
  }

  return {
    async publish(events) {
      // One after another: JetStream keeps the order in which it acknowledges.
      for (const event of events) {
        await js.publish(event.type, JSON.stringify(event), { msgID: event.id })
      }
    },

    async subscribe({ consumer, types, handle }): Promise<BrokerSubscription> {
      await manager.consumers.add(STREAM, {
        durable_name: consumer,
        ack_policy: AckPolicy.Explicit,
        deliver_policy: DeliverPolicy.All,
        ack_wait: nanos(ACK_WAIT_MS),
        max_ack_pending: 1,
      })
      const messages = await (await js.consumers.get(STREAM, consumer)).consume({ max_messages: 100 })
      running.add(messages)
      const done = (async () => {
        for await (const message of messages) {
          try {
            if (types.includes(message.subject)) await handleMessage(message, consumer, handle)
            else message.ack()
          } catch (error) {
            log.warn({ consumer, error: messageOf(error) }, 'NATS does not answer; the event will come again')
          }
        }
      })()
      return {
        async stop() {
          running.delete(messages)
          messages.stop()
          await done
        },
      }
    },

    async close() {
      for (const messages of running) messages.stop()
      await connection.drain()
    },
  }
}
