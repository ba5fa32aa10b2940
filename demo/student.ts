import { type GraphQLClient, DemoError } from './client.ts'
import { guess, inWords } from './guess.ts'
import * as operations from './operations.ts'
import type { Options } from './options.ts'
import { DEMO_PASSWORD } from './accounts.ts'

/** How long all pauses for thought take together, in milliseconds, however many questions there are. */
const THINKING_MS = 32_000

/** What the student does, step by step; each function asks the public door and nothing else. */
export function createStudent(client: GraphQLClient, options: Options) {
  return {
    /** Signs in; an address without an account gets one, so that anybody can play. */
    async enter(): Promise<'signed in' | 'registered'> {
      const { email } = options
      const { signIn } = await client.ask<{ signIn: operations.Entrance }>(operations.SIGN_IN, {
        input: { email, password: DEMO_PASSWORD },
      })
      if (signIn.session) {
        client.signedInWith(signIn.session.accessToken)
        return 'signed in'
      }
      if (signIn.errors[0]?.code !== 'INVALID_CREDENTIALS') throw refusal(signIn.errors)
      const { register } = await client.ask<{ register: operations.Entrance }>(operations.REGISTER, {
        input: { email, password: DEMO_PASSWORD, name: nameFrom(email) },
      })
      if (!register.session) throw refusal(register.errors)
      client.signedInWith(register.session.accessToken)
      return 'registered'
    },

    async home() {
      const { me, examByCode } = await client.ask<operations.Home>(operations.HOME, { exam: options.exam })
      if (!me) throw new DemoError('The system did not recognise the student it had just signed in.')
      if (!examByCode) {
        throw new DemoError(
          `There is no published exam ${options.exam} here. \`npm start\` brings DEMO-5; --exam CODE names another.`,
        )
      }
      return { me, exam: examByCode }
    },

    async start(examId: string): Promise<operations.Sitting> {
      const { startExamSession } = await client.ask<{ startExamSession: operations.SessionPayload }>(
        operations.START,
        { input: { examId } },
      )
      if (!startExamSession.session) throw refusal(startExamSession.errors)
      return startExamSession.session
    },

    async sitting(id: string): Promise<operations.Sitting> {
      const { examSession } = await client.ask<{ examSession: operations.Sitting | null }>(
        operations.SITTING,
        { id },
      )
      if (!examSession) throw new DemoError('The session that was being sat is gone.')
      return examSession
    },

    /** @returns false when the section closed meanwhile: read the sitting again and go on from there */
    async answer(
      sessionId: string,
      item: operations.Item,
      response: operations.Response,
      counted: { clientSequence: number; timeSpentMs: number },
    ): Promise<boolean> {
      const { submitAnswer } = await client.ask<{ submitAnswer: operations.AnswerPayload }>(
        operations.ANSWER,
        {
          input: { sessionId, itemId: item.id, response, ...counted },
        },
      )
      return accepted(submitAnswer.errors)
    },

    /** Hands in the open section; the session as it then is. */
    async moveOn(sessionId: string, sectionId: string): Promise<operations.Sitting> {
      const { submitSection } = await client.ask<{ submitSection: operations.SessionPayload }>(
        operations.MOVE_ON,
        {
          input: { sessionId, sectionId },
        },
      )
      return submitSection.session && accepted(submitSection.errors)
        ? submitSection.session
        : this.sitting(sessionId)
    },

    async finish(sessionId: string): Promise<void> {
      const { finishExamSession } = await client.ask<{
        finishExamSession: { errors: operations.UserError[] }
      }>(operations.FINISH, { input: { sessionId } })
      accepted(finishExamSession.errors)
    },

    async report(sessionId: string) {
      const { examSession } = await client.ask<operations.ReportAnswer>(operations.REPORT, { id: sessionId })
      if (!examSession?.report) throw new DemoError('The session has ended, but it has no score report.')
      return { ...examSession, report: examSession.report }
    },

    async mastery({ sections }: operations.Exam): Promise<operations.Mastery[]> {
      const { me } = await client.ask<{ me: { mastery: operations.Mastery[] | null } | null }>(
        operations.MASTERY,
        { sectionCodes: sections.map(({ code }) => code) },
      )
      return me?.mastery ?? []
    },

    /** The next answer and how long the student thinks about it, in milliseconds. */
    think(item: operations.Item, { id, itemCount }: operations.Sitting) {
      const response = guess(item, options.seed ?? id)
      const evenly = THINKING_MS / Math.max(1, itemCount)
      // Longer questions take longer, between half and one and a half of the mean.
      const effort = 0.5 + Math.min(1, item.stem.length / 300)
      return { response, words: inWords(item, response), pauseMs: options.fast ? 0 : evenly * effort }
    },
  }
}

export type Student = ReturnType<typeof createStudent>

/** A rule of the session's state is no failure here: time ran out, and the session says where it stands. */
function accepted(errors: readonly operations.UserError[]): boolean {
  if (errors.length === 0) return true
  const [error] = errors
  if (error && ['SECTION_CLOSED', 'SECTION_LOCKED'].includes(error.code)) return false
  throw refusal(errors)
}

function refusal(errors: readonly operations.UserError[]): DemoError {
  return new DemoError(
    errors.map(({ code, message }) => `${message} [${code}]`).join(' ') || 'The system refused.',
  )
}

function nameFrom(email: string): string {
  const [local = 'Siswa'] = email.split('@')
  return local
    .split(/[._+-]+/)
    .filter(Boolean)
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join(' ')
}
