import { setTimeout as pause } from 'node:timers/promises'
import { DEMO_PASSWORD } from '../../demo/accounts.ts'
import { type Door, openDoor, resultOf } from './door.ts'

const AUTHOR = 'ayu@demo.simpul.example'
const ERRORS = 'errors { ... on UserError { code message } }'

type Payload<Key extends string, Result> = { [K in Key]: Result | null } & {
  errors: { code: string; message: string }[]
}
type Exam = { id: string; code: string; questionCount: number }

/** The exam with this code, or a new one that asks a hundred published questions, or all there are, in one section of five hours. */
export async function examToSit(url: string, student: Door, code: string | undefined): Promise<Exam> {
  if (code !== undefined) {
    const { examByCode } = await student.ask<{ examByCode: Exam | null }>(
      'query ($code: String!) { examByCode(code: $code) { id code questionCount } }',
      { code },
    )
    if (!examByCode) throw new Error(`There is no published exam ${code}.`)
    return examByCode
  }
  const author = openDoor(url)
  try {
    return await publishExam(author)
  } finally {
    await author.close()
  }
}

async function publishExam(author: Door): Promise<Exam> {
  const { signIn } = await author.ask<{ signIn: Payload<'session', { accessToken: string }> }>(
    `mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } ${ERRORS} } }`,
    { input: { email: AUTHOR, password: DEMO_PASSWORD } },
  )
  author.signedInWith(resultOf(signIn, 'session').accessToken)
  const questionIds = await publishedQuestions(author)
  const { createExam } = await author.ask<{ createExam: Payload<'exam', Exam> }>(
    `mutation ($input: CreateExamInput!) { createExam(input: $input) { exam { id code questionCount } ${ERRORS} } }`,
    {
      input: {
        code: `BENCH_${Date.now().toString(36).toUpperCase()}`,
        title: { id: 'Uji beban', en: 'Load test' },
        sections: [{ code: 'BENCH', title: { id: 'Uji beban', en: 'Load test' }, minutes: 300, questionIds }],
      },
    },
  )
  const { publishExam } = await author.ask<{ publishExam: Payload<'exam', Exam> }>(
    `mutation ($input: PublishExamInput!) { publishExam(input: $input) { exam { id code questionCount } ${ERRORS} } }`,
    { input: { examId: resultOf(createExam, 'exam').id } },
  )
  return resultOf(publishExam, 'exam')
}

async function publishedQuestions(author: Door): Promise<string[]> {
  const { questions } = await author.ask<{ questions: { edges: { node: { id: string } }[] } }>(
    '{ questions(filter: { state: PUBLISHED }, first: 100) { edges { node { id } } } }',
  )
  if (questions.edges.length === 0) throw new Error('The bank has no published questions: import some first.')
  return questions.edges.map(({ node }) => node.id)
}

/** Opens an account and gives its tokens. */
export async function register(door: Door, email: string): Promise<Tokens> {
  const { register } = await door.ask<{ register: Payload<'session', Tokens> }>(
    `mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken refreshToken } ${ERRORS} } }`,
    { input: { email, name: 'Virtual Student', password: DEMO_PASSWORD } },
  )
  return resultOf(register, 'session')
}

export type Tokens = { accessToken: string; refreshToken: string }

export async function refresh(door: Door, refreshToken: string): Promise<Tokens> {
  const { refreshSession } = await door.ask<{ refreshSession: Payload<'session', Tokens> }>(
    `mutation ($input: RefreshSessionInput!) {
      refreshSession(input: $input) { session { accessToken refreshToken } ${ERRORS} }
    }`,
    { input: { refreshToken } },
  )
  return resultOf(refreshSession, 'session')
}

export type BenchItem = {
  id: string
  type: 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'SHORT_ANSWER'
  options: { id: string }[]
  statements: { id: string }[]
}
export type BenchResponse = {
  choice?: string | null
  statements?: { id: string; value: boolean }[] | null
  text?: string | null
}

/** Starts the exam. One that was published a moment ago may not have reached assessment yet. */
export async function startSession(door: Door, examId: string): Promise<{ id: string; items: BenchItem[] }> {
  type Started = { id: string; currentSection: { items: BenchItem[] } | null }
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { startExamSession } = await door.ask<{ startExamSession: Payload<'session', Started> }>(
        `mutation ($input: StartExamSessionInput!) {
          startExamSession(input: $input) {
            session { id currentSection { items { id type options { id } statements { id } } } } ${ERRORS}
          }
        }`,
        { input: { examId } },
      )
      const { id, currentSection } = resultOf(startExamSession, 'session')
      return { id, items: currentSection?.items ?? [] }
    } catch (error) {
      if (attempt === 50 || !(error instanceof Error) || !error.message.startsWith('NOT_FOUND')) throw error
      await pause(200)
    }
  }
}

export async function submitAnswer(
  door: Door,
  input: {
    sessionId: string
    itemId: string
    response: BenchResponse
    clientSequence: number
    timeSpentMs: number
  },
): Promise<{ sequence: number }> {
  const { submitAnswer } = await door.ask<{ submitAnswer: Payload<'acknowledgement', { sequence: number }> }>(
    `mutation ($input: SubmitAnswerInput!) {
      submitAnswer(input: $input) { acknowledgement { sequence } ${ERRORS} }
    }`,
    { input },
  )
  return resultOf(submitAnswer, 'acknowledgement')
}

export async function finishSession(door: Door, sessionId: string): Promise<void> {
  const { finishExamSession } = await door.ask<{ finishExamSession: Payload<'session', { id: string }> }>(
    `mutation ($input: FinishExamSessionInput!) { finishExamSession(input: $input) { session { id } ${ERRORS} } }`,
    { input: { sessionId } },
  )
  resultOf(finishExamSession, 'session')
}

/** A session as it stands: its last event's number, and the answer to each question, running or ended. */
export async function readSession(
  door: Door,
  id: string,
): Promise<{ sequence: number; responses: Map<string, BenchResponse | null> }> {
  type Row = { id: string; response: BenchResponse | null }
  const RESPONSE = 'id response { choice statements { id value } text }'
  const { examSession } = await door.ask<{
    examSession: { sequence: number; review: Row[] | null; currentSection: { items: Row[] } | null } | null
  }>(
    `query ($id: ID!) {
      examSession(id: $id) { sequence review { ${RESPONSE} } currentSection { items { ${RESPONSE} } } }
    }`,
    { id },
  )
  const rows = examSession?.review ?? examSession?.currentSection?.items ?? []
  return {
    sequence: examSession?.sequence ?? 0,
    responses: new Map(rows.map((row) => [row.id, row.response])),
  }
}

/** A drawn answer of the form that the question wants; `draw` gives numbers in [0, 1). */
export function drawResponse(item: BenchItem, draw: () => number): BenchResponse {
  if (item.type === 'MULTIPLE_CHOICE') {
    return { choice: item.options[Math.floor(draw() * item.options.length)]?.id ?? null }
  }
  if (item.type === 'TRUE_FALSE')
    return { statements: item.statements.map(({ id }) => ({ id, value: draw() < 0.5 })) }
  return { text: String(Math.floor(draw() * 1000)) }
}

/** A response as text that is equal for equal answers. */
export function asKey(response: BenchResponse | null | undefined): string {
  if (!response) return 'none'
  if (response.choice != null) return `choice ${response.choice}`
  if (response.text != null) return `text ${response.text}`
  const statements = (response.statements ?? []).map(({ id, value }) => `${id}=${value}`)
  return `statements ${statements.toSorted().join()}`
}
