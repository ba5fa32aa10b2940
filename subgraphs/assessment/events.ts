import { randomUUIDv7 } from 'node:crypto'
import { type DomainEvent, domainEvent } from '../../kit/events.ts'
import { type EventData, type EventType, eventSchemas } from '../../schema/events.ts'
import type { Form } from './domain/form.ts'
import { itemsOf } from './domain/form.ts'
import { practiceScoreOf } from './domain/practice-scale.ts'
import { type Result, type ScoreReport, parametersOf, scoreItem } from './domain/score-report.ts'
import type { SessionEvent, SessionState } from './domain/session.ts'
import type { Store } from './store/index.ts'

const EXAM_PUBLISHED = 'simpul.catalog.exam.published.v1'
const EXAM_RETIRED = 'simpul.catalog.exam.retired.v1'
const SESSION_STARTED = 'simpul.assessment.session.started.v1'
const SECTION_SUBMITTED = 'simpul.assessment.session.section.submitted.v1'
const SESSION_SCORED = 'simpul.assessment.session.scored.v1'

export const HANDLED_TYPES = [EXAM_PUBLISHED, EXAM_RETIRED] as const

/** Keeps what the catalog publishes, so that a running exam asks it nothing. Handling an event again has no effect. */
export async function handleEvent(event: DomainEvent, { store }: { store: Store }): Promise<void> {
  switch (event.type) {
    case EXAM_PUBLISHED: {
      const { exam } = eventSchemas[EXAM_PUBLISHED].parse(event.data)
      return store.forms.publish(event.id, exam, new Date(exam.publishedAt))
    }
    case EXAM_RETIRED: {
      const { examId } = eventSchemas[EXAM_RETIRED].parse(event.data)
      return store.forms.retire(event.id, examId, new Date(event.time))
    }
  }
}

/** What the other subgraphs are told of events in a session's log; `state` and `report` are those after the last one. */
export function factsOf(
  form: Form,
  events: readonly SessionEvent[],
  state: SessionState,
  report: ScoreReport | undefined,
): DomainEvent[] {
  const common = {
    sessionId: state.sessionId,
    userId: state.studentId,
    examId: form.examId,
    examCode: form.examCode,
    examTitle: form.title,
    roomId: state.roomId,
    startedAt: moment(state.startedAt),
  }
  return events.flatMap((event) => {
    switch (event.type) {
      case 'STARTED':
        return fact(SESSION_STARTED, event, common)
      case 'SECTION_SUBMITTED': {
        const section = form.sections[event.data.section]
        if (!section) return []
        const { sectionId, code: sectionCode, count: itemCount } = section
        const answered = itemsOf(form, section).filter(({ position }) => state.items[position]?.response)
        return fact(SECTION_SUBMITTED, event, {
          ...common,
          sectionId,
          sectionCode,
          position: event.data.section + 1,
          submittedAt: moment(event.at),
          reason: event.data.reason,
          answeredCount: answered.length,
          itemCount,
        })
      }
      case 'SCORED':
        if (!report) return []
        return fact(SESSION_SCORED, event, {
          ...common,
          finishedAt: moment(event.at),
          ...scoreOf(report),
          sections: report.sections.map(({ sectionId, code, title, ...result }) => ({
            sectionId,
            code,
            title,
            ...scoreOf(result),
          })),
          responses: responsesOf(form, state),
        })
      default:
        return []
    }
  })
}

function scoreOf({ points, maxPoints, ability }: Result) {
  return { points, maxPoints, practiceScore: { ...practiceScoreOf(ability), theta: ability.theta } }
}

function responsesOf(form: Form, state: SessionState): EventData<typeof SESSION_SCORED>['responses'] {
  return form.items.map(({ itemId, section, position, question }) => {
    const { response = null, timeSpentMs = null } = state.items[position] ?? {}
    return {
      itemId,
      questionId: question.questionId,
      questionVersionId: question.questionVersionId,
      skillId: question.skill.id,
      sectionCode: form.sections[section]?.code ?? '',
      type: question.type,
      answered: response !== null,
      score: scoreItem(question, response),
      choice: response && 'choice' in response ? response.choice : null,
      timeSpentMs,
      irt: parametersOf(question),
    }
  })
}

function fact<Type extends EventType>(
  type: Type,
  { at }: SessionEvent,
  data: EventData<Type> & { sessionId: string },
): DomainEvent {
  return domainEvent({
    id: randomUUIDv7(),
    source: '/subgraphs/assessment',
    type,
    subject: data.sessionId,
    time: new Date(at),
    data: eventSchemas[type].parse(data),
  })
}

function moment(at: number): string {
  return new Date(at).toISOString()
}
