/**
 * A fact: something that became true in one subgraph and that others may build on.
 * The envelope is CloudEvents 1.0 in its JSON form (https://github.com/cloudevents/spec), with the distributed
 * tracing extension. `type` carries the version of the payload, for example `simpul.users.user.registered.v1`.
 */
export type DomainEvent<Data = unknown> = {
  specversion: '1.0'
  /** A UUID; what makes handling the event twice without effect. */
  id: string
  /** The subgraph that says so, for example `/subgraphs/users`. */
  source: string
  type: string
  /** The id of the entity that the fact is about; facts about one entity stay in order. */
  subject: string
  /** RFC 3339 in UTC. */
  time: string
  datacontenttype: 'application/json'
  traceparent?: string
  data: Data
}

/** A fact in its envelope. `id` is a UUID that no other fact has; `data` has been parsed by the type's schema. */
export function domainEvent<Data>(event: {
  id: string
  source: string
  type: string
  subject: string
  time: Date
  data: Data
  traceparent?: string
}): DomainEvent<Data> {
  const { id, source, type, subject, time, data, traceparent } = event
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    ...(traceparent ? { traceparent } : {}),
    data,
  }
}
