import { eventually } from '../jest/eventually.ts'
import { type Person, signIn } from './door.ts'
import { type Item, examIdOf, readSitting, sitThrough, startExam } from './exam-operations.ts'
import { type RunningSystem, startRunningSystem, topologies } from './running-system.ts'

const PROGRESS = /* GraphQL */ `
  subscription ($sessionId: ID!, $afterSequence: Int) {
    examSessionProgress(sessionId: $sessionId, afterSequence: $afterSequence) {
      sequence
      kind
      answeredCount
      itemCount
      status
      currentSection {
        title
        exam {
          code
        }
      }
      session {
        student {
          name
        }
      }
    }
  }
`
const HOME = /* GraphQL */ `
  query ($id: ID!) {
    me {
      name
      examSessions(first: 10) {
        edges {
          node {
            id
            exam {
              code
            }
            report {
              points
              maxPoints
              practiceScore {
                label
                standardError
              }
              sections {
                code
                points
                section {
                  exam {
                    code
                  }
                }
              }
              skills {
                skill {
                  code
                }
                points
              }
            }
          }
        }
      }
      mastery {
        skill {
          code
        }
        probability
        evidenceCount
      }
      unreadNotificationCount
    }
    examSession(id: $id) {
      review {
        correct
        explanation
        key {
          choice
          text
        }
      }
    }
  }
`
const NOTIFIED = /* GraphQL */ `
  subscription ($afterSequence: Int) {
    notificationReceived(afterSequence: $afterSequence) {
      sequence
      kind
      title
    }
  }
`

type Progress = {
  examSessionProgress: {
    sequence: number
    kind: string
    answeredCount: number
    itemCount: number
    status: string
    currentSection: { title: string; exam: { code: string } } | null
    session: { student: { name: string } }
  }
}

describe.each(topologies)('in %s', (topology) => {
  let system: RunningSystem
  let siti: Person

  beforeAll(async () => {
    system = await startRunningSystem({ topology })
    siti = await signIn(system.url, 'siti')
  }, 60_000)
  afterAll(async () => {
    await siti.leave()
    await system.stop()
  })

  test('a student sits an exam from start to report, and everything about it arrives live', async () => {
    const notified = siti.listen<{ notificationReceived: { kind: string } }>(NOTIFIED)
    const sitting = await startExam(siti, { examId: await examIdOf(siti, 'DEMO-5') })
    expect(sitting.sections.map(({ status }) => status)).toEqual(['OPEN', 'LOCKED', 'LOCKED'])
    expect(sitting.sections.slice(1).flatMap(({ items }): Item[] => items)).toEqual([])

    const progress = siti.listen<Progress>(PROGRESS, { sessionId: sitting.id })
    const first = await progress.until(() => true)
    expect(first.examSessionProgress).toMatchObject({
      kind: 'SNAPSHOT',
      answeredCount: 0,
      itemCount: 10,
      currentSection: { exam: { code: 'DEMO-5' } },
      session: { student: { name: 'Siti Rahma' } },
    })
    expect(await sitThrough(siti, sitting)).toBe(10)
    await progress.ended

    const events = progress.results.map(({ data }) => data?.examSessionProgress)
    expect(progress.results.flatMap(({ errors }) => errors ?? [])).toEqual([])
    expect(events.filter((event) => event?.kind === 'ANSWERED')).toHaveLength(10)
    expect(events.at(-1)).toMatchObject({ kind: 'SCORED', answeredCount: 10, status: 'FINISHED' })
    const sequences = events.map((event) => event?.sequence ?? 0)
    expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) + index))

    await notified.until(({ notificationReceived: { kind } }) => kind === 'SCORE_REPORT_READY')
    await eventually(async () => {
      expect((await siti.ask<Home>(HOME, { id: sitting.id })).me.mastery.length).toBeGreaterThan(0)
    })
    const { me, examSession } = await siti.ask<Home>(HOME, { id: sitting.id })
    const session = me.examSessions.edges.map(({ node }) => node).find(({ id }) => id === sitting.id)
    expect(session?.exam.code).toBe('DEMO-5')
    expect(session?.report?.maxPoints).toBe(10)
    expect(session?.report?.practiceScore.label).toMatch(/latihan/i)
    expect(session?.report?.sections.map(({ code }) => code)).toEqual(['PU', 'PK', 'LBE'])
    const points = session?.report?.skills.reduce((sum, skill) => sum + skill.points, 0) ?? NaN
    expect(points).toBeCloseTo(session?.report?.points ?? NaN, 9)
    expect(
      me.mastery.every(
        ({ probability, evidenceCount }) => probability > 0 && probability < 1 && evidenceCount > 0,
      ),
    ).toBe(true)
    expect(examSession.review).toHaveLength(10)
    expect(examSession.review.every(({ explanation }) => explanation.length > 0)).toBe(true)
  })

  test('who was away asks for what they missed, and gets exactly that', async () => {
    const sitting = await startExam(siti, { examId: await examIdOf(siti, 'DEMO-5') })
    await sitThrough(siti, sitting)
    const whole = siti.listen<Progress>(PROGRESS, { sessionId: sitting.id, afterSequence: 0 })
    await whole.ended
    const all = whole.results.map(({ data }) => data?.examSessionProgress.sequence)
    const missed = siti.listen<Progress>(PROGRESS, { sessionId: sitting.id, afterSequence: 7 })
    await missed.ended
    expect(missed.results.map(({ data }) => data?.examSessionProgress.sequence)).toEqual(all.slice(7))
  })

  test('nothing in a running session holds a key, and the review is closed until its end', async () => {
    const sitting = await startExam(siti, { examId: await examIdOf(siti, 'DEMO-5') })
    const { data, errors } = await siti.send<Home>(HOME, { id: sitting.id })
    expect(data?.examSession.review).toBeNull()
    expect(data?.me.examSessions.edges[0]?.node.report).toBeNull()
    expect(errors).toBeUndefined()
    for (const field of ['key { choice }', 'explanation', 'stem']) {
      const answer = await siti.send(
        `query ($id: ID!) { examSession(id: $id) { sections { items { id ${field === 'stem' ? 'question { stem }' : field} } } } }`,
        { id: sitting.id },
      )
      expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    }
    expect((await readSitting(siti, sitting.id)).answeredCount).toBe(0)
  })
})

type Home = {
  me: {
    examSessions: {
      edges: {
        node: {
          id: string
          exam: { code: string }
          report: {
            points: number
            maxPoints: number
            practiceScore: { label: string }
            sections: { code: string }[]
            skills: { points: number }[]
          } | null
        }
      }[]
    }
    mastery: { probability: number; evidenceCount: number }[]
  }
  examSession: { review: { explanation: string }[] }
}
