import { domainEvent, type DomainEvent } from '../../kit/events.ts'
import { type EventData, eventSchemas } from '../../schema/events.ts'
import { searchableText } from './domain/searchable-text.ts'
import type { Search } from './search/search.ts'
import type { Store } from './store/index.ts'

const RUN_FINISHED = 'simpul.agent.run.finished.v1'
const DRAFT_ACCEPTED = 'simpul.agent.draft.accepted.v1'
const QUESTION_CREATED = 'simpul.catalog.question.created.v1'
const QUESTION_PUBLISHED = 'simpul.catalog.question.published.v1'
const QUESTION_RETIRED = 'simpul.catalog.question.retired.v1'

export const HANDLED_TYPES = [QUESTION_CREATED, QUESTION_PUBLISHED, QUESTION_RETIRED] as const

/** A question as `draft.accepted` carries it. */
export type DraftedQuestion = EventData<typeof DRAFT_ACCEPTED>['question']

type Run = Omit<EventData<typeof RUN_FINISHED>, 'finishedAt'> & { finishedAt: Date }

/** A run has ended, in whatever way. */
export function runFinished({
  eventId,
  traceparent,
  ...run
}: Run & { eventId: string; traceparent?: string }): DomainEvent {
  return domainEvent({
    id: eventId,
    source: '/subgraphs/agent',
    type: RUN_FINISHED,
    subject: run.runId,
    time: run.finishedAt,
    data: eventSchemas[RUN_FINISHED].parse({ ...run, finishedAt: run.finishedAt.toISOString() }),
    traceparent,
  })
}

/** An author has accepted a draft: the catalog makes a question of it. */
export function draftAccepted({
  eventId,
  time,
  traceparent,
  ...data
}: EventData<typeof DRAFT_ACCEPTED> & { eventId: string; time: Date; traceparent: string }): DomainEvent {
  return domainEvent({
    id: eventId,
    source: '/subgraphs/agent',
    type: DRAFT_ACCEPTED,
    subject: data.draftId,
    time,
    traceparent,
    data: eventSchemas[DRAFT_ACCEPTED].parse(data),
  })
}

/** Follows the catalog: which question a draft became, and what can be searched. */
export async function handleEvent(
  event: DomainEvent,
  { store, search }: { store: Store; search: Search },
): Promise<void> {
  switch (event.type) {
    case QUESTION_CREATED: {
      const { draftId, questionId } = eventSchemas[QUESTION_CREATED].parse(event.data)
      if (draftId) await store.linkQuestion(event.id, { draftId, questionId })
      return
    }
    case QUESTION_PUBLISHED: {
      const { question } = eventSchemas[QUESTION_PUBLISHED].parse(event.data)
      const embedded = await search.embed(searchableText(question))
      const { questionId, version } = question
      await store.indexQuestion(event.id, { ...embedded, questionId, version })
      return
    }
    case QUESTION_RETIRED: {
      const { questionId } = eventSchemas[QUESTION_RETIRED].parse(event.data)
      await store.removeQuestion(event.id, questionId)
    }
  }
}
