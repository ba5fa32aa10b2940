import { type Person, signIn } from './door.ts'
import { examIdOf, finishExam, startExam } from './exam-operations.ts'
import { type RunningSystem, startRunningSystem } from './running-system.ts'

const HOME = /* GraphQL */ `
  query Home($first: Int!) {
    me {
      id
      name
      email
      examSessions(first: $first) {
        edges {
          node {
            id
            status
            exam {
              title
              sections {
                title
              }
            }
            student {
              name
            }
            report {
              points
              sections {
                section {
                  title
                }
              }
              skills {
                skill {
                  name
                }
              }
            }
          }
        }
      }
      mastery {
        probability
        skill {
          name
        }
      }
      unreadNotificationCount
      notifications(first: $first) {
        edges {
          node {
            title
          }
        }
      }
    }
  }
`
const SESSIONS = 50

let system: RunningSystem
let siti: Person

beforeAll(async () => {
  system = await startRunningSystem({ topology: 'one process' })
  siti = await signIn(system.url, 'siti')
  const examId = await examIdOf(siti, 'DEMO-5')
  for (let session = 0; session < SESSIONS; session += 1) {
    await finishExam(siti, (await startExam(siti, { examId })).id)
  }
}, 120_000)
afterAll(() => system.stop())

test('a page of 50 costs as many SQL statements and subgraph fetches as a page of one', async () => {
  const one = await costOf(1)
  const fifty = await costOf(SESSIONS)
  expect(fifty).toEqual(one)
  expect(fifty.statements).toBeLessThanOrEqual(30)
})

/** The least of several tries, since what runs in the background asks the database too. */
async function costOf(first: number): Promise<{ statements: number; fetches: number }> {
  const costs: { statements: number; fetches: number }[] = []
  for (let round = 0; round < 10; round += 1) {
    const before = await counts()
    const { me } = await siti.ask<{ me: { examSessions: { edges: unknown[] } } }>(HOME, { first })
    expect(me.examSessions.edges).toHaveLength(first)
    const after = await counts()
    costs.push({ statements: after.statements - before.statements, fetches: after.fetches - before.fetches })
  }
  return {
    statements: Math.min(...costs.map(({ statements }) => statements)),
    fetches: Math.min(...costs.map(({ fetches }) => fetches)),
  }
}

async function counts(): Promise<{ statements: number; fetches: number }> {
  const text = await (await fetch(new URL('/metrics', system.url))).text()
  const sum = (metric: RegExp) =>
    [...text.matchAll(metric)].reduce((total, [, value]) => total + Number(value), 0)
  return {
    statements: sum(/^simpul_sql_statements_total\{[^}]*\} (\d+)$/gm),
    fetches: sum(/^gateway_subgraph_fetch_duration_seconds_count\{[^}]*\} (\d+)$/gm),
  }
}
