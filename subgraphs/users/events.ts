import { domainEvent, type DomainEvent } from '../../kit/events.ts'
import { type EventData, type EventType, eventSchemas } from '../../schema/events.ts'

const REGISTERED = 'simpul.users.user.registered.v1'
const UPDATED = 'simpul.users.user.updated.v1'

/** Where and when a fact came about: what its envelope says besides the fact. */
export type Occasion = { eventId: string; time: Date; traceparent: string }

type Person = { id: string; name: string; locale: 'id' | 'en'; roles: readonly string[] }

/** A person has opened an account. */
export function userRegistered(
  person: Person,
  occasion: Occasion,
): DomainEvent<EventData<typeof REGISTERED>> {
  return aboutPerson(REGISTERED, person, occasion)
}

/** A person's name, language or roles are now these. */
export function userUpdated(person: Person, occasion: Occasion): DomainEvent<EventData<typeof UPDATED>> {
  return aboutPerson(UPDATED, person, occasion)
}

function aboutPerson<Type extends typeof REGISTERED | (typeof UPDATED & EventType)>(
  type: Type,
  { id, name, locale, roles }: Person,
  { eventId, time, traceparent }: Occasion,
) {
  return domainEvent({
    id: eventId,
    source: '/subgraphs/users',
    type,
    subject: id,
    time,
    traceparent,
    data: eventSchemas[type].parse({ userId: id, name, locale, roles }),
  })
}
