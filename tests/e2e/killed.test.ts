import { rm } from 'node:fs/promises'
import { eventually } from '../jest/eventually.ts'
import { publishExam } from './author-operations.ts'
import { signIn } from './door.ts'
import { readSitting, someResponse, startExam, submitAnswer } from './exam-operations.ts'
import { startRunningSystem, topologies } from './running-system.ts'

const STATE = /* GraphQL */ `
  query ($id: ID!) {
    examSession(id: $id) {
      status
      finishedAt
      sections {
        submittedAt
        deadlineAt
        submissionReason
      }
      report {
        answeredCount
      }
    }
    me {
      mastery {
        evidenceCount
      }
      notifications(first: 50) {
        edges {
          node {
            kind
          }
        }
      }
    }
  }
`
type State = {
  examSession: {
    status: string
    finishedAt: string | null
    sections: { submittedAt: string | null; deadlineAt: string | null; submissionReason: string | null }[]
    report: { answeredCount: number } | null
  }
  me: { mastery: { evidenceCount: number }[]; notifications: { edges: { node: { kind: string } }[] } }
}

test.each(topologies)(
  'in %s: killed in the middle of an exam, it comes back with every acknowledged answer and the same clock',
  async (topology) => {
    const before = await startRunningSystem({ topology })
    const author = await signIn(before.url, 'ayu')
    const student = await signIn(before.url, 'siti')
    const shortExam = await publishExam(author, 'SHORT', [{ code: 'PU', seconds: 6, count: 5 }])
    const longExam = await publishExam(author, 'LONG', [
      { code: 'PU', seconds: 600, count: 20 },
      { code: 'PM', seconds: 600, count: 5 },
    ])
    // Assessment learns of a published exam by an event.
    const [short, long] = await Promise.all([
      eventually(() => startExam(student, { examId: shortExam })),
      eventually(() => startExam(student, { examId: longExam })),
    ])
    await submitAnswer(student, {
      sessionId: short.id,
      itemId: short.sections[0]?.items[0]?.id ?? '',
      response: someResponse(short.sections[0]?.items[0] ?? fail()),
      clientSequence: 1,
    })

    // Answers go in one after another until the process is gone; what was acknowledged is what must be there.
    const items = long.sections[0]?.items ?? []
    const acknowledged = new Map<string, unknown>()
    const answering = (async () => {
      for (let clientSequence = 1; ; clientSequence += 1) {
        const item = items[clientSequence % items.length] ?? fail()
        const response = someResponse(item)
        const { submitAnswer: answered } = await submitAnswer(student, {
          sessionId: long.id,
          itemId: item.id,
          response,
          clientSequence,
        })
        if (answered.acknowledgement) acknowledged.set(item.id, response)
      }
    })().catch(() => {})
    await eventually(() => expect(acknowledged.size).toBeGreaterThan(12))
    await before.kill()
    await answering
    // The short exam's time ends while nothing runs.
    await new Promise((resolve) => setTimeout(resolve, 4_000))

    const after = await startRunningSystem({ topology, home: before.home })
    try {
      const again = await signIn(after.url, 'siti')
      const resumed = await readSitting(again, long.id)
      const kept = new Map(resumed.sections[0]?.items.map(({ id, response }) => [id, response]))
      for (const [itemId, response] of acknowledged)
        expect(kept.get(itemId)).toMatchObject(response as object)
      expect(resumed.deadlineAt).toBe(long.deadlineAt)
      expect(resumed.status).toBe('IN_PROGRESS')

      await eventually(async () => {
        const { examSession, me } = await again.ask<State>(STATE, { id: short.id })
        expect(examSession.status).toBe('FINISHED')
        expect(examSession.sections[0]?.submissionReason).toBe('DEADLINE')
        expect(examSession.finishedAt).toBe(short.deadlineAt)
        expect(examSession.report?.answeredCount).toBe(1)
        // Delivered once: the skills of the five items were learnt from, and the reader was told, one time.
        expect(me.mastery.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0)).toBeGreaterThan(0)
        expect(me.notifications.edges.filter(({ node }) => node.kind === 'SCORE_REPORT_READY')).toHaveLength(
          1,
        )
      })
    } finally {
      await after.stop()
      await rm(before.home, { recursive: true, force: true })
    }
  },
  120_000,
)

function fail(): never {
  throw new Error('The exam has no such item')
}
