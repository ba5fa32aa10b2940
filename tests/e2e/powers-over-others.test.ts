import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql'
import { type Viewer, IDENTITY_HEADER, createIdentitySigner } from '../../kit/identity.ts'
import { type Answer, type Person, signIn } from './door.ts'
import { examIdOf, finishExam, startExam } from './exam-operations.ts'
import { type RunningSystem, startRunningSystem } from './running-system.ts'

const SECRET = 'what the gateway and the subgraphs of this test share'

/**
 * What somebody sees of another's things, who asks a subgraph for the entity itself, as nothing but the gateway can: the
 * fields that are answered for nobody, for a student, and for a tutor who has nothing to do with them. All others are
 * denied, and so is a new field until it stands here.
 */
const SEEN: Record<string, { nobody: string; student: string; tutor: string }> = {
  'users.User': {
    nobody: '',
    student: 'id name locale roles createdAt',
    tutor: 'id name email locale roles createdAt',
  },
  'catalog.Skill': {
    nobody: '',
    student: 'id code name exam section parent children',
    tutor: 'id code name exam section parent children',
  },
  'catalog.Stimulus': { nobody: '', student: '', tutor: 'id externalId title language text source' },
  'catalog.Question': {
    nobody: 'id',
    student: 'id',
    tutor: 'id source externalId state latestVersion publishedVersion createdAt',
  },
  'catalog.QuestionVersion': {
    nobody: '',
    student: '',
    tutor:
      'id version state question exam section skill language type stimulus stem figure options key statements ' +
      'answer explanation irt license author createdAt publishedAt',
  },
  'catalog.Exam': {
    nobody: '',
    student: 'id code title titles format status sections minutes questionCount createdAt publishedAt',
    tutor: 'id code title titles format status sections minutes questionCount createdAt publishedAt',
  },
  'catalog.ExamSection': {
    nobody: '',
    student: 'id code title titles minutes count position exam',
    tutor: 'id code title titles minutes count position exam questions',
  },
  'assessment.User': { nobody: '', student: 'id', tutor: 'id examSessions' },
  'assessment.ExamSession': { nobody: '', student: '', tutor: '' },
  'assessment.ScoreReport': { nobody: '', student: '', tutor: '' },
  'assessment.ExamRoom': { nobody: '', student: '', tutor: '' },
  'agent.AgentRun': { nobody: '', student: '', tutor: '' },
  'agent.QuestionDraft': { nobody: '', student: '', tutor: '' },
  'agent.Question': { nobody: '', student: 'id', tutor: 'id' },
  'analytics.User': { nobody: 'id', student: 'id', tutor: 'id mastery' },
  'analytics.Question': { nobody: 'id', student: 'id', tutor: 'id statistics' },
  'notification.User': { nobody: '', student: 'id', tutor: 'id' },
}

const SUBGRAPHS = ['users', 'catalog', 'assessment', 'agent', 'analytics', 'notification']
const entities = SUBGRAPHS.flatMap(entitiesOf)

test('every entity that a subgraph resolves has a line in the table, and every line an entity', () => {
  expect(Object.keys(SEEN).toSorted()).toEqual(entities.map(({ coordinate }) => coordinate).toSorted())
})

describe('at the subgraphs', () => {
  let system: RunningSystem
  let things: Awaited<ReturnType<typeof thingsOfOthers>>
  const signer = createIdentitySigner(SECRET)
  const strangerWith = (role: Viewer['roles'][number]): Viewer => ({
    userId: '01990000-0000-7000-8000-000000000000',
    roles: [role],
    locale: 'en',
    sessionId: 'test',
  })

  beforeAll(async () => {
    system = await startRunningSystem({ topology: 'seven processes', env: { IDENTITY_SECRET: SECRET } })
    things = await thingsOfOthers(system.url)
  }, 60_000)
  afterAll(() => system.stop())

  async function askSubgraph(
    subgraph: string,
    query: string,
    variables: object,
    headers: Record<string, string>,
  ): Promise<{ status: number; answer: Answer<Record<string, unknown>> }> {
    const response = await fetch(system.subgraphs[subgraph] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, answer: (await response.json()) as Answer<Record<string, unknown>> }
  }

  const askAs = async (viewer: Viewer | null, subgraph: string, query: string, variables: object = {}) =>
    (await askSubgraph(subgraph, query, variables, { [IDENTITY_HEADER]: await signer.sign(viewer) })).answer

  test.each(entities)('$coordinate', async ({ coordinate, subgraph, type, fields }) => {
    const id = things.ids[type]
    async function seenBy(viewer: Viewer | null): Promise<string> {
      const seen = await Promise.all(
        fields.map(async ({ name, selection }) => {
          const { data, errors } = await askAs(
            viewer,
            subgraph,
            `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${name} ${selection} } } }`,
            { of: [{ __typename: type, id }] },
          )
          if (!errors) {
            // An entity that is not there at all would show nothing, and prove nothing.
            expect(data).toEqual({ _entities: [expect.any(Object)] })
            return [name]
          }
          expect(errors.map(({ extensions }) => extensions['code'])).toEqual([
            viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED',
          ])
          return []
        }),
      )
      return seen.flat().join(' ')
    }
    expect({
      nobody: await seenBy(null),
      student: await seenBy(strangerWith('STUDENT')),
      tutor: await seenBy(strangerWith('TUTOR')),
    }).toEqual(SEEN[coordinate])
  })

  test.each(SUBGRAPHS)('%s answers the gateway alone, whatever is asked', async (subgraph) => {
    const forged = await createIdentitySigner('a secret that the forger made up for the purpose').sign(
      strangerWith('ADMIN'),
    )
    for (const query of ['{ _service { sdl } }', '{ __schema { types { name } } }', '{ nonsense }', '{']) {
      for (const headers of [
        {} as Record<string, string>,
        { [IDENTITY_HEADER]: forged },
        { [IDENTITY_HEADER]: 'e30.e30.' },
      ]) {
        const { status, answer } = await askSubgraph(subgraph, query, {}, headers)
        expect([status, answer]).toEqual([
          401,
          { errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] },
        ])
      }
    }
  })

  test('a tutor of no relation finds none of a student’s sessions', async () => {
    const answer = await askAs(
      strangerWith('TUTOR'),
      'assessment',
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { examSessions { edges { node { id } } } } } }',
      { of: [{ __typename: 'User', id: things.ids['User'] }] },
    )
    expect(answer).toEqual({ data: { _entities: [{ examSessions: { edges: [] } }] } })
  })

  test.each([
    [
      'assessment',
      'STUDENT',
      'submitAnswer',
      { sessionId: 'ExamSession', itemId: 'Item', clientSequence: 9 },
    ],
    ['assessment', 'STUDENT', 'flagItem', { sessionId: 'ExamSession', itemId: 'Item', flagged: true }],
    ['assessment', 'STUDENT', 'submitSection', { sessionId: 'ExamSession', sectionId: 'ExamSection' }],
    ['assessment', 'STUDENT', 'finishExamSession', { sessionId: 'ExamSession' }],
    ['assessment', 'TUTOR', 'closeExamRoom', { roomId: 'ExamRoom' }],
    ['agent', 'AUTHOR', 'cancelAgentRun', { runId: 'AgentRun' }],
  ] as const)('in %s, a stranger with the role %s may not %s', async (subgraph, role, mutation, input) => {
    const named = Object.entries(input).map(([name, value]) => [name, things.ids[String(value)] ?? value])
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`
    const before = await things.state()
    const { data, errors } = await askAs(
      strangerWith(role),
      subgraph,
      `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename } }`,
      { input: Object.fromEntries(named) as unknown },
    )
    expect([data, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN'])
    expect(await things.state()).toEqual(before)
  })
})

/** The entities that a subgraph resolves, with their fields as far as they can be asked for without arguments. */
function entitiesOf(subgraph: string) {
  const read = (name: string) =>
    readFileSync(join(import.meta.dirname, `../../schema/${name}.graphql`), 'utf8')
  const schema = buildSubgraphSchema({ typeDefs: parse(`${read('shared')}\n${read(subgraph)}`) })
  const referable = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && isResolvable(type),
  )
  return referable.map((type) => ({
    coordinate: `${subgraph}.${type.name}`,
    subgraph,
    type: type.name,
    fields: Object.values(type.getFields())
      .filter(({ args }) => !args.some(isRequiredArgument))
      .map((field) => ({
        name: field.name,
        selection: isLeafType(getNamedType(field.type)) ? '' : '{ __typename }',
      })),
  }))
}

function isResolvable({ astNode, extensionASTNodes }: GraphQLObjectType): boolean {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .some(
      (key) =>
        !key.arguments?.some(
          ({ name, value }) => name.value === 'resolvable' && value.kind === 'BooleanValue' && !value.value,
        ),
    )
}

/** One of each: of Siti, who has ended an exam and sits it again in Budi's room, and of Ayu, for whom the agent wrote. */
async function thingsOfOthers(url: string) {
  const [siti, budi, ayu] = await Promise.all([signIn(url, 'siti'), signIn(url, 'budi'), signIn(url, 'ayu')])
  const examId = await examIdOf(siti, 'DEMO-5')
  const ended = await startExam(siti, { examId })
  await finishExam(siti, ended.id)
  const { createExamRoom } = await budi.ask<{ createExamRoom: { room: { id: string; code: string } } }>(
    'mutation ($input: CreateExamRoomInput!) { createExamRoom(input: $input) { room { id code } } }',
    { input: { examId, name: 'Kelas 12' } },
  )
  const sitting = await startExam(siti, { roomCode: createExamRoom.room.code })
  const draft = await draftFor(ayu)
  const { me } = await siti.ask<{ me: { id: string } }>('{ me { id } }')
  const { questions, skills } = await ayu.ask<{
    questions: {
      edges: { node: { id: string; publishedVersion: Record<'id', string> & { stimulus: { id: string } } } }[]
    }
    skills: { id: string }[]
  }>(
    `{ questions(filter: { state: PUBLISHED, exam: UTBK_SNBT, section: "LBI" }, first: 1) {
         edges { node { id publishedVersion { id stimulus { id } } } } }
       skills { id } }`,
  )
  const [question] = questions.edges.map(({ node }) => node)
  const ids: Record<string, string | undefined> = {
    User: me.id,
    Skill: skills[0]?.id,
    Question: question?.id,
    QuestionVersion: question?.publishedVersion.id,
    Stimulus: question?.publishedVersion.stimulus.id,
    Exam: examId,
    ExamSection: sitting.sections[0]?.id,
    ExamSession: sitting.id,
    Item: sitting.sections[0]?.items[0]?.id,
    ScoreReport: ended.id,
    ExamRoom: createExamRoom.room.id,
    AgentRun: draft.run.id,
    QuestionDraft: draft.id,
  }
  const state = async () => [
    await siti.ask('query ($id: ID!) { examSession(id: $id) { status sequence answeredCount } }', {
      id: sitting.id,
    }),
    await budi.ask('query ($id: ID!) { examRoom(id: $id) { status sequence } }', {
      id: createExamRoom.room.id,
    }),
    await ayu.ask('query ($id: ID!) { agentRun(id: $id) { status lastSequence } }', { id: draft.run.id }),
  ]
  return { ids, state }
}

async function draftFor(author: Person): Promise<{ id: string; run: { id: string } }> {
  const { startAgentRun } = await author.ask<{ startAgentRun: { run: { id: string } } }>(
    'mutation ($input: StartAgentRunInput!) { startAgentRun(input: $input) { run { id } } }',
    { input: { skillCode: 'PK', count: 1, seed: 'of another' } },
  )
  const progress = author.listen<{ agentRunProgress: { kind: string } }>(
    'subscription ($runId: ID!) { agentRunProgress(runId: $runId) { kind run { status } } }',
    { runId: startAgentRun.run.id },
  )
  await progress.ended
  await author.leave()
  const { questionDrafts } = await author.ask<{
    questionDrafts: { edges: { node: { id: string; run: { id: string } } }[] }
  }>('{ questionDrafts(first: 1) { edges { node { id run { id } } } } }')
  const [draft] = questionDrafts.edges.map(({ node }) => node)
  if (!draft) throw new Error('The agent wrote no draft')
  return draft
}
