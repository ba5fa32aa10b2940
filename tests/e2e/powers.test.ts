import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GraphQLInputType,
  type GraphQLObjectType,
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql'
import { type Answer, type Person, signIn, stranger } from './door.ts'
import { type RunningSystem, startRunningSystem } from './running-system.ts'

const ROLES = ['nobody', 'student', 'tutor', 'author', 'admin'] as const

/**
 * Who may use which root field, in the order of `ROLES`: `+` may, `-` may not. What belongs to somebody is asked for by
 * an id that names nothing here, so this is what a role allows; what is another's is in powers-over-others.test.ts.
 */
const POWERS: Record<string, string> = {
  'Query.me': '+++++',
  'Query.user': '--+-+',
  'Query.users': '----+',
  'Query.question': '--+++',
  'Query.questions': '--+++',
  'Query.stimulus': '--+++',
  'Query.skill': '-++++',
  'Query.skills': '-++++',
  'Query.exam': '-++++',
  'Query.examByCode': '-++++',
  'Query.exams': '-++++',
  'Query.examSession': '-++++',
  'Query.examRoom': '--+-+',
  'Query.examRooms': '--+-+',
  'Query.itemModels': '---++',
  'Query.agentRun': '---++',
  'Query.agentRuns': '---++',
  'Query.questionDraft': '---++',
  'Query.questionDrafts': '---++',
  'Query.studentMastery': '--+-+',
  'Query.skillOverview': '--+-+',
  'Query.notificationPreferences': '-++++',
  'Query.apiClients': '----+',
  'Query.persistedOperations': '----+',
  'Mutation.createApiClient': '----+',
  'Mutation.setApiClientActive': '----+',
  'Mutation.registerOperations': '----+',
  'Mutation.withdrawOperations': '----+',
  'Mutation.register': '+++++',
  'Mutation.signIn': '+++++',
  'Mutation.refreshSession': '+++++',
  'Mutation.signOut': '+++++',
  'Mutation.updateProfile': '-++++',
  'Mutation.assignRole': '----+',
  'Mutation.createQuestion': '---++',
  'Mutation.reviseQuestion': '---++',
  'Mutation.submitQuestionForReview': '---++',
  'Mutation.publishQuestion': '---++',
  'Mutation.retireQuestion': '---++',
  'Mutation.importQuestions': '---++',
  'Mutation.createExam': '---++',
  'Mutation.fillExam': '---++',
  'Mutation.publishExam': '---++',
  'Mutation.retireExam': '---++',
  'Mutation.startExamSession': '-+---',
  'Mutation.submitAnswer': '-+---',
  'Mutation.flagItem': '-+---',
  'Mutation.submitSection': '-+---',
  'Mutation.finishExamSession': '-+---',
  'Mutation.createExamRoom': '--+-+',
  'Mutation.closeExamRoom': '--+-+',
  'Mutation.startAgentRun': '---++',
  'Mutation.cancelAgentRun': '---++',
  'Mutation.acceptDraft': '---++',
  'Mutation.rejectDraft': '---++',
  'Mutation.markNotificationRead': '-++++',
  'Mutation.markAllNotificationsRead': '-++++',
  'Mutation.updateNotificationPreferences': '-++++',
  'Subscription.examSessionProgress': '-++++',
  'Subscription.examRoomActivity': '--+-+',
  'Subscription.agentRunProgress': '---++',
  'Subscription.notificationReceived': '-++++',
}

const api = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/api.graphql'), 'utf8'))
const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()].filter(
  (type): type is GraphQLObjectType => type != null,
)
const rootFields = roots.flatMap((type) =>
  Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
)

test('every root field of the API has a line in the table, and every line a root field', () => {
  expect(Object.keys(POWERS).toSorted()).toEqual(rootFields.toSorted())
})

describe('at the public door', () => {
  let system: RunningSystem
  let people: Record<(typeof ROLES)[number], Person>

  beforeAll(async () => {
    system = await startRunningSystem({ topology: 'one process' })
    const [student, tutor, author, admin] = await Promise.all(
      (['siti', 'budi', 'ayu', 'wayan'] as const).map((name) => signIn(system.url, name)),
    )
    if (!student || !tutor || !author || !admin) throw new Error('Not everybody could sign in')
    people = { nobody: stranger(system.url), student, tutor, author, admin }
  }, 60_000)
  afterAll(async () => {
    await Promise.all(Object.values(people).map((person) => person.leave()))
    await system.stop()
  })

  test.each(rootFields)('%s', async (coordinate) => {
    const found = await Promise.all(ROLES.map((role) => refusalOf(people[role], coordinate)))
    const expected = ROLES.map((role, index) => {
      if (POWERS[coordinate]?.[index] === '+') return [role, 'may']
      return [role, role === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN']
    })
    expect(ROLES.map((role, index) => [role, found[index]])).toEqual(expected)
  })
})

/** The code with which a person is refused a root field, or `may`. What a payload or a value says is no refusal. */
async function refusalOf(person: Person, coordinate: string): Promise<string> {
  const { operation, variables } = operationFor(coordinate)
  const { data, errors } = coordinate.startsWith('Subscription.')
    ? await firstOf(person, operation, variables)
    : await person.send<Record<string, unknown>>(operation, variables)
  const code = String(errors?.[0]?.extensions['code'])
  if (!['FORBIDDEN', 'UNAUTHENTICATED'].includes(code)) return 'may'
  // Refused is refused as a whole: nothing of the field came with the refusal.
  expect(Object.values(data ?? {})).toEqual(data ? [null] : [])
  return code
}

async function firstOf(
  person: Person,
  operation: string,
  variables: Record<string, unknown>,
): Promise<Answer<Record<string, unknown>>> {
  const listener = person.listen<Record<string, unknown>>(operation, variables)
  const refused = listener.ended.then((errors) => ({ errors }) as Answer<Record<string, unknown>>)
  const first = listener.until(() => true).then((data) => ({ data }))
  try {
    return await Promise.race([refused, first.catch(() => refused)])
  } finally {
    listener.leave()
  }
}

/** Asks for a field with the least that it takes: ids that name nothing, words that say nothing. */
function operationFor(coordinate: string): { operation: string; variables: Record<string, unknown> } {
  const [typeName = '', fieldName = ''] = coordinate.split('.')
  const field = (api.getType(typeName) as GraphQLObjectType).getFields()[fieldName]
  if (!field) throw new Error(`There is no ${coordinate}`)
  const args = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === 'afterSequence')
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  return {
    operation:
      `${typeName.toLowerCase()} ${declared && `(${declared})`} ` +
      `{ ${fieldName} ${passed && `(${passed})`} ${isLeafType(getNamedType(field.type)) ? '' : '{ __typename }'} }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, leastOf(arg.type)])),
  }
}

function leastOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type)
  if (isListType(nullable)) return []
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(isRequiredInputField)
    return Object.fromEntries(required.map((field) => [field.name, leastOf(field.type)]))
  }
  switch (getNamedType(nullable).name) {
    case 'ID':
      return '01990000-0000-7000-8000-000000000000'
    case 'Int':
    case 'Float':
      return 0
    case 'Boolean':
      return false
    default:
      return 'nothing'
  }
}
