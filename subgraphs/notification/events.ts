import type { DomainEvent } from '../../kit/events.ts'
import type { Fanout } from '../../kit/fanout.ts'
import { type EventData, type EventType, eventSchemas } from '../../schema/events.ts'
import { announce } from './follow-notifications.ts'
import type { Consequence, Store } from './store/index.ts'

/** What each fact that notification listens to means for it. */
const consequences: { [Type in EventType]?: (data: EventData<Type>) => Consequence } = {
  'simpul.users.user.registered.v1': ({ userId, name, locale }) => ({
    userId,
    locale,
    content: { kind: 'WELCOME', data: { name } },
  }),
  'simpul.users.user.updated.v1': ({ userId, locale }) => ({ userId, locale }),
  'simpul.assessment.session.scored.v1': ({
    userId,
    sessionId,
    examTitle,
    practiceScore,
    points,
    maxPoints,
  }) => ({
    userId,
    content: {
      kind: 'SCORE_REPORT_READY',
      data: { sessionId, examTitle, score: practiceScore.score, points, maxPoints },
    },
  }),
  'simpul.agent.run.finished.v1': ({ ownerId, runId, status, requested, proposed }) => ({
    userId: ownerId,
    content: { kind: 'AGENT_RUN_FINISHED', data: { runId, status, requested, proposed } },
  }),
}

export const HANDLED_TYPES = Object.keys(consequences) as EventType[]

/** Draws the consequence of a fact, once however often it is delivered, and tells those who are listening. */
export async function handleEvent(
  event: DomainEvent,
  { store, fanout, now }: { store: Store; fanout: Fanout; now: Date },
): Promise<void> {
  const consequence = consequenceOf(event.type as EventType, event.data)
  if (!consequence) return
  const written = await store.record({ eventId: event.id, now, ...consequence })
  if (written) announce(fanout, consequence.userId, written.sequence)
}

function consequenceOf<Type extends EventType>(type: Type, data: unknown): Consequence | undefined {
  return consequences[type]?.(eventSchemas[type].parse(data) as EventData<Type>)
}
