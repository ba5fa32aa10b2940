import { randomUUIDv7 } from 'node:crypto'
import { type DomainEvent, domainEvent } from '../../kit/events.ts'
import type { Logger } from '../../kit/log.ts'
import { type EventData, type EventType, eventSchemas } from '../../schema/events.ts'
import { readQuestion } from './domain/read-question.ts'
import type { Store } from './store/index.ts'

/** When, by whom and within which trace something is written. */
export type Occasion = { now: Date; authorId: string | null; traceparent?: string }

export const questionCreated = publisher('simpul.catalog.question.created.v1', (data) => data.questionId)
export const questionPublished = publisher(
  'simpul.catalog.question.published.v1',
  (data) => data.question.questionId,
)
export const questionRetired = publisher('simpul.catalog.question.retired.v1', (data) => data.questionId)
export const examPublished = publisher('simpul.catalog.exam.published.v1', (data) => data.exam.examId)
export const examRetired = publisher('simpul.catalog.exam.retired.v1', (data) => data.examId)

const DRAFT_ACCEPTED = 'simpul.agent.draft.accepted.v1'
export const HANDLED_TYPES = [DRAFT_ACCEPTED] as const

/** Makes a question of a draft of the agent's that an author has accepted, once for each draft. */
export async function handleEvent(
  event: DomainEvent,
  { store, now, log }: { store: Store; now: Date; log: Logger },
): Promise<void> {
  const { draftId, authorId, question } = eventSchemas[DRAFT_ACCEPTED].parse(event.data)
  const { value: content, issues } = readQuestion(question, null)
  // The agent has checked its draft, so this is a bug of ours: to try again would not mend it.
  if (!content) log.error({ draftId, issues }, 'A draft that was accepted is no valid question')
  const { traceparent } = event
  const occasion = { now, authorId, ...(traceparent ? { traceparent } : {}) }
  const identity = { draftId, source: question.source, externalId: question.id }
  await store.createQuestionFromDraft(event.id, identity, content, occasion)
}

function publisher<Type extends EventType>(type: Type, subjectOf: (data: EventData<Type>) => string) {
  return (data: EventData<Type>, { now, traceparent }: Occasion): DomainEvent =>
    domainEvent({
      id: randomUUIDv7(),
      source: '/subgraphs/catalog',
      type,
      subject: subjectOf(data),
      time: now,
      data: eventSchemas[type].parse(data),
      ...(traceparent ? { traceparent } : {}),
    })
}
