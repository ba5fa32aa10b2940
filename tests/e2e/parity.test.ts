import { eventually } from '../jest/eventually.ts'
import { publishExam } from './author-operations.ts'
import { type Person, signIn, stranger } from './door.ts'
import { examIdOf, readSitting, sitThrough, startExam } from './exam-operations.ts'
import { startRunningSystem, type Topology } from './running-system.ts'

/**
 * One set of operations, errors included, asked of the same code in each topology. What differs from run to run by its
 * nature (ids, moments, tokens) is replaced by its place of first appearance, so that references must still agree.
 */
async function answersOf(topology: Topology, env?: Record<string, string | undefined>): Promise<unknown[]> {
  const system = await startRunningSystem({ topology, ...(env ? { env } : {}) })
  const [siti, budi, ayu, wayan] = await Promise.all([
    signIn(system.url, 'siti'),
    signIn(system.url, 'budi'),
    signIn(system.url, 'ayu'),
    signIn(system.url, 'wayan'),
  ])
  const nobody = stranger(system.url)
  try {
    const answers: unknown[] = []
    const note = async (person: Person, query: string, variables?: Record<string, unknown>) => {
      answers.push(await person.send(query, variables))
    }

    const examId = await examIdOf(siti, 'DEMO-5')
    // The welcome is brought by an event.
    await eventually(async () => {
      expect(await siti.ask('{ me { unreadNotificationCount } }')).toEqual({
        me: { unreadNotificationCount: 1 },
      })
    })
    await note(
      nobody,
      '{ me { id } exams { edges { node { code title status sections { code minutes count } } } } }',
    )
    await note(
      siti,
      '{ me { id name email locale roles examSessions { edges { node { id } } } mastery { probability } unreadNotificationCount } }',
    )
    const sitting = await startExam(siti, { examId })
    await sitThrough(siti, sitting)
    answers.push(await readSitting(siti, sitting.id))
    await note(
      siti,
      'query ($id: ID!) { examSession(id: $id) { student { name } exam { title } report { points maxPoints practiceScore { label score standardError } sections { code points section { title } } skills { points skill { code name } } } review { number correct points response { choice text statements { id value } } question { id } skill { name } } } }',
      { id: sitting.id },
    )

    // What a person can cause is data, what they may not do is an error, and both are the same words.
    await note(
      nobody,
      'mutation { signIn(input: { email: "siti@demo.simpul.example", password: "wrong" }) { session { accessToken } errors { __typename ... on UserError { code message field } } } }',
    )
    await note(
      nobody,
      'mutation { register(input: { email: "no address", password: "short", name: "" }) { session { accessToken } errors { __typename ... on UserError { code message field } } } }',
    )
    await note(nobody, 'query ($id: ID!) { examSession(id: $id) { id } }', { id: sitting.id })
    await note(
      nobody,
      'mutation ($input: StartExamSessionInput!) { startExamSession(input: $input) { session { id } } }',
      { input: { examId } },
    )
    await note(siti, '{ users { edges { node { id } } } }')
    await note(siti, '{ questions { edges { node { id } } } agentRuns { edges { node { id } } } }')
    await note(
      siti,
      'mutation ($input: StartExamSessionInput!) { startExamSession(input: $input) { session { id } errors { __typename ... on UserError { code message field } } } }',
      { input: { examId: 'nothing' } },
    )
    await note(
      siti,
      'mutation ($input: SubmitAnswerInput!) { submitAnswer(input: $input) { acknowledgement { sequence } errors { __typename ... on UserError { code message field } } } }',
      { input: { sessionId: sitting.id, itemId: 'none', response: { choice: 'A' }, clientSequence: 99 } },
    )
    await note(siti, '{ me { examSessions(first: 0) { edges { node { id } } } } }')
    await note(siti, '{ me { notifications(after: "nonsense") { edges { node { id } } } } }')
    await note(siti, '{ me { nonsense } }')
    await note(siti, '{ me { id }')
    await note(
      siti,
      'query ($first: Int!) { me { notifications(first: $first) { edges { node { id } } } } }',
      { first: 'many' },
    )
    await note(
      siti,
      '{ user(id: "00000000-0000-7000-8000-000000000000") { name } exam(id: "none") { title } }',
    )
    await note(budi, '{ examRooms { edges { node { id } } } }')
    await note(
      ayu,
      '{ questions(first: 3, filter: { section: "PK" }) { edges { node { state publishedVersion { type stem options { id text } } statistics { administrations } } } } }',
    )
    await note(ayu, '{ itemModels(first: 2) { edges { node { code } } } }')
    await note(
      ayu,
      'mutation { createExam(input: { sections: [] }) { exam { id } errors { __typename ... on UserError { code message field } } } }',
    )
    await note(wayan, '{ users(first: 2) { edges { node { name email roles } } pageInfo { hasNextPage } } }')
    await publishExam(ayu, 'PARITY', [{ code: 'PM', seconds: 60, count: 2 }])
    await note(
      wayan,
      '{ examByCode(code: "PARITY") { code title minutes questionCount sections { code count } } }',
    )

    for (const [person, query] of [
      [nobody, `subscription { examSessionProgress(sessionId: "${sitting.id}") { sequence } }`],
      [budi, `subscription { examSessionProgress(sessionId: "${sitting.id}") { sequence } }`],
      [
        siti,
        `subscription { examSessionProgress(sessionId: "${sitting.id}", afterSequence: 0) { sequence kind answeredCount status currentSection { title } session { student { name } exam { code } } } }`,
      ],
      [siti, 'subscription { examSessionProgress(sessionId: "none") { sequence nonsense } }'],
    ] as const) {
      const listener = person.listen(query)
      const reason = await listener.ended
      answers.push({ results: listener.results, reason })
    }
    return answers.map(comparable())
  } finally {
    await Promise.all([siti, budi, nobody].map((person) => person.leave()))
    await system.stop()
  }
}

/** Replaces ids, moments and traces by the order in which they first appear. */
function comparable(): (answer: unknown) => unknown {
  const places = new Map<string, string>()
  const place = (kind: string) => (found: string) => {
    const known = places.get(found) ?? `<${kind} ${places.size + 1}>`
    places.set(found, known)
    return known
  }
  return (answer) =>
    JSON.parse(
      JSON.stringify(answer)
        .replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, place('id'))
        .replaceAll(/"traceId":"[0-9a-f]{32}"/g, '"traceId":"<trace>"')
        .replaceAll(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<moment>')
        .replaceAll(/"remainingSeconds":\d+/g, '"remainingSeconds":"<seconds>"'),
    )
}

let inOneProcess: unknown[]
beforeAll(async () => {
  inOneProcess = await answersOf('one process')
}, 120_000)

test('seven processes give the same JSON as one, errors included', async () => {
  expect(await answersOf('seven processes')).toEqual(inOneProcess)
}, 120_000)

const { NATS_URL, REDIS_URL } = process.env
// Needs servers of its own; reported as skipped where NATS_URL and REDIS_URL do not name them.
const withServers = NATS_URL && REDIS_URL ? test : test.skip

withServers(
  'seven processes with facts over NATS and ticks over Redis give the same JSON',
  async () => {
    expect(await answersOf('seven processes', { NATS_URL, REDIS_URL })).toEqual(inOneProcess)
  },
  120_000,
)

test('the set reaches denials, refusals, invalid operations and data', () => {
  const text = JSON.stringify(inOneProcess)
  for (const code of [
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'BAD_USER_INPUT',
    'GRAPHQL_VALIDATION_FAILED',
    'GRAPHQL_PARSE_FAILED',
    'INVALID_INPUT',
    'NOT_FOUND',
    'SCORED',
  ]) {
    expect(text).toContain(`"${code}"`)
  }
  expect(text).not.toContain('INTERNAL_SERVER_ERROR')
})
