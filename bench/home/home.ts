/**
 * `npm run bench:home`: what a student's home page costs: SQL statements, subgraph fetches, bytes and milliseconds, for a
 * page of one session and for a page of fifty, beside an operation that asks one subgraph for one field.
 */
import { DEMO_PASSWORD } from '../../demo/accounts.ts'
import { examToSit, startSession } from '../exam/bench-exam.ts'
import { type Door, openDoor } from '../exam/door.ts'
import { median } from '../exam/messages.ts'
import { startScratchSystem } from '../exam/system-under-test.ts'

const SESSIONS = 50
const ROUNDS = 30

/** The home query of the README: six subgraphs, entities crossing in both directions. */
const HOME = `query Home($first: Int!) { me {
  id name locale
  examSessions(first: $first) { edges { node {
    id status startedAt exam { title sections { title } } report { points maxPoints skills { skill { name } points } }
  } } }
  mastery { skill { name } probability standardError }
  unreadNotificationCount
  notifications(first: 10) { edges { node { title body createdAt } } }
} }`
const SMALLEST = '{ me { id } }'

type Cost = { statements: number; fetches: number; bytes: number; ms: number }

const system = await startScratchSystem((name) => console.error(`starting: ${name}`))
const student = openDoor(system.url)
try {
  await prepare(student)
  const costs = {
    'one field': await costOf(SMALLEST, {}),
    'home, 1 session': await costOf(HOME, { first: 1 }),
    [`home, ${SESSIONS} sessions`]: await costOf(HOME, { first: SESSIONS }),
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(costs, null, 2))
  else show(costs)
} finally {
  await student.close()
  await system.stop()
}

async function prepare(door: Door): Promise<void> {
  const { signIn } = await door.ask<{ signIn: { session: { accessToken: string } | null } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }',
    { input: { email: 'siti@demo.simpul.example', password: DEMO_PASSWORD } },
  )
  if (!signIn.session) throw new Error('The demo account of the student cannot sign in.')
  door.signedInWith(signIn.session.accessToken)
  const { id: examId } = await examToSit(system.url, door, 'DEMO-5')
  for (let session = 1; session <= SESSIONS; session += 1) {
    const { id: sessionId } = await startSession(door, examId)
    await door.ask(
      'mutation ($input: FinishExamSessionInput!) { finishExamSession(input: $input) { session { id } } }',
      {
        input: { sessionId },
      },
    )
  }
}

/** Counts are the least of the rounds, since background work asks the database too; times are medians. */
async function costOf(query: string, variables: Record<string, unknown>): Promise<Cost> {
  const rounds: Cost[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await counts()
    const began = performance.now()
    const data = await student.ask<unknown>(query, variables)
    const ms = performance.now() - began
    const after = await counts()
    rounds.push({
      statements: after.statements - before.statements,
      fetches: after.fetches - before.fetches,
      bytes: Buffer.byteLength(JSON.stringify({ data })),
      ms,
    })
  }
  const least = (name: keyof Cost) => Math.min(...rounds.map((round) => round[name]))
  return {
    statements: least('statements'),
    fetches: least('fetches'),
    bytes: least('bytes'),
    ms: median(rounds.map((round) => round.ms)),
  }
}

async function counts(): Promise<{ statements: number; fetches: number }> {
  const text = await (await fetch(new URL('/metrics', system.url))).text()
  const sum = (metric: RegExp) =>
    [...text.matchAll(metric)].reduce((total, [, value]) => total + Number(value), 0)
  return {
    statements: sum(/^simpul_sql_statements_total\{[^}]*\} (\d+)$/gm),
    fetches: sum(/^gateway_subgraph_fetches_total\{[^}]*\} (\d+)$/gm),
  }
}

function show(costs: Record<string, Cost>): void {
  const base = costs['one field']?.ms ?? NaN
  console.log('operation            SQL statements   subgraph fetches      bytes   median ms      ×')
  for (const [name, { statements, fetches, bytes, ms }] of Object.entries(costs)) {
    console.log(
      [
        name.padEnd(21),
        String(statements).padStart(14),
        String(fetches).padStart(19),
        String(bytes).padStart(11),
        ms.toFixed(1).padStart(12),
        (ms / base).toFixed(1).padStart(7),
      ].join(''),
    )
  }
}
