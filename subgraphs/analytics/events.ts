import { type EventData, eventSchemas } from '../../schema/events.ts'
import type { DomainEvent } from '../../kit/events.ts'
import { contributions } from './domain/item-statistics.ts'
import { type Observation, observe } from './domain/mastery.ts'
import type { Store } from './store/index.ts'

const SESSION_SCORED = 'simpul.assessment.session.scored.v1'

export const HANDLED_TYPES = [SESSION_SCORED] as const

/** Counts a scored session into its student's mastery and its questions' statistics, once for each event. */
export async function handleEvent(event: DomainEvent, { store }: { store: Store }): Promise<void> {
  const session = eventSchemas[SESSION_SCORED].parse(event.data)
  const observations = observationsOf(session)
  await store.recordSession(event.id, {
    userId: session.userId,
    skillIds: [...new Set(observations.map((observation) => observation.skillId))],
    observe: (standing) => observe(standing, observations),
    items: contributions(session.responses),
    finishedAt: new Date(session.finishedAt),
  })
}

/** A question left open says nothing about the skill: the clock may have run out before it was reached. */
function observationsOf({ responses, finishedAt }: EventData<typeof SESSION_SCORED>): Observation[] {
  return responses
    .filter((response) => response.answered)
    .map(({ skillId, sectionCode, score }) => ({ skillId, sectionCode, score, at: new Date(finishedAt) }))
}
