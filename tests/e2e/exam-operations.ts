import type { Person } from './door.ts'

const ITEMS = /* GraphQL */ `
  fragment Sitting on ExamSession {
    id
    status
    sequence
    answeredCount
    itemCount
    deadlineAt
    remainingSeconds
    sections {
      id
      code
      status
      items {
        id
        type
        options {
          id
        }
        statements {
          id
        }
        response {
          choice
          text
          statements {
            id
            value
          }
        }
      }
    }
  }
`

const START = /* GraphQL */ `
  mutation Start($input: StartExamSessionInput!) {
    startExamSession(input: $input) {
      session {
        ...Sitting
      }
      errors {
        ... on UserError {
          code
          message
        }
      }
    }
  }
  ${ITEMS}
`
const READ = /* GraphQL */ `
  query Read($id: ID!) {
    examSession(id: $id) {
      ...Sitting
    }
  }
  ${ITEMS}
`
const ANSWER = /* GraphQL */ `
  mutation Answer($input: SubmitAnswerInput!) {
    submitAnswer(input: $input) {
      acknowledgement {
        clientSequence
        sequence
      }
      errors {
        ... on UserError {
          code
          field
        }
      }
    }
  }
`
const SUBMIT_SECTION = /* GraphQL */ `
  mutation SubmitSection($input: SubmitSectionInput!) {
    submitSection(input: $input) {
      session {
        ...Sitting
      }
      errors {
        ... on UserError {
          code
        }
      }
    }
  }
  ${ITEMS}
`
const FINISH = /* GraphQL */ `
  mutation Finish($input: FinishExamSessionInput!) {
    finishExamSession(input: $input) {
      session {
        id
        status
      }
      errors {
        ... on UserError {
          code
        }
      }
    }
  }
`

export type Item = {
  id: string
  type: 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'SHORT_ANSWER'
  options: { id: string }[]
  statements: { id: string }[]
  response: {
    choice: string | null
    text: string | null
    statements: { id: string; value: boolean }[] | null
  } | null
}
export type Sitting = {
  id: string
  status: 'IN_PROGRESS' | 'FINISHED'
  sequence: number
  answeredCount: number
  itemCount: number
  deadlineAt: string | null
  remainingSeconds: number
  sections: { id: string; code: string; status: 'LOCKED' | 'OPEN' | 'SUBMITTED'; items: Item[] }[]
}
export type Acknowledged = {
  submitAnswer: {
    acknowledgement: { clientSequence: number; sequence: number } | null
    errors: { code: string; field: string | null }[]
  }
}

export async function examIdOf(person: Person, code: string): Promise<string> {
  const { examByCode } = await person.ask<{ examByCode: { id: string } }>(
    'query ($code: String!) { examByCode(code: $code) { id } }',
    { code },
  )
  return examByCode.id
}

export async function startExam(
  person: Person,
  input: { examId?: string; roomCode?: string },
): Promise<Sitting> {
  const { startExamSession } = await person.ask<{
    startExamSession: { session: Sitting | null; errors: unknown[] }
  }>(START, { input })
  if (!startExamSession.session) throw new Error(JSON.stringify(startExamSession.errors))
  return startExamSession.session
}

export async function readSitting(person: Person, id: string): Promise<Sitting> {
  return (await person.ask<{ examSession: Sitting }>(READ, { id })).examSession
}

/** Something that an item of its type accepts; the same for the same item. */
export function someResponse(item: Item) {
  if (item.type === 'MULTIPLE_CHOICE') return { choice: item.options[0]?.id }
  if (item.type === 'SHORT_ANSWER') return { text: '3/4' }
  return { statements: item.statements.map(({ id }, index) => ({ id, value: index % 2 === 0 })) }
}

export function submitAnswer(
  person: Person,
  input: { sessionId: string; itemId: string; response: unknown; clientSequence: number },
): Promise<Acknowledged> {
  return person.ask<Acknowledged>(ANSWER, { input })
}

export async function submitSection(person: Person, sessionId: string, sectionId: string): Promise<Sitting> {
  const { submitSection } = await person.ask<{ submitSection: { session: Sitting } }>(SUBMIT_SECTION, {
    input: { sessionId, sectionId },
  })
  return submitSection.session
}

export async function finishExam(person: Person, sessionId: string): Promise<void> {
  await person.ask(FINISH, { input: { sessionId } })
}

/** Answers every item of every section in order, and moves on after each section; returns how many were acknowledged. */
export async function sitThrough(person: Person, sitting: Sitting): Promise<number> {
  let clientSequence = 0
  let current = sitting
  for (;;) {
    const open = current.sections.find((section) => section.status === 'OPEN')
    if (!open) return clientSequence
    for (const item of open.items) {
      clientSequence += 1
      const { submitAnswer: answered } = await submitAnswer(person, {
        sessionId: sitting.id,
        itemId: item.id,
        response: someResponse(item),
        clientSequence,
      })
      if (answered.acknowledgement?.clientSequence !== clientSequence)
        throw new Error(JSON.stringify(answered.errors))
    }
    current = await submitSection(person, sitting.id, open.id)
  }
}
