import { type Analytics, MONDAY, response, scored, startAnalytics, viewer } from './analytics-under-test.ts'

const siti = viewer('siti', 'STUDENT')
const rahmat = viewer('rahmat', 'STUDENT')
const budi = viewer('budi', 'TUTOR')
const ayu = viewer('ayu', 'AUTHOR')

const wrong = { score: 0, choice: 'B' }
const algebra = { skillId: 'PK.ALGEBRA', sectionCode: 'PK' }

const OF_USER = `query ($people: [_Any!]!) {
  _entities(representations: $people) {
    ... on User { id mastery { skill { id } sectionCode probability standardError evidenceCount updatedAt } }
  }
}`
const people = (...ids: string[]) => ({ people: ids.map((id) => ({ __typename: 'User', id })) })

let analytics: Analytics
beforeAll(async () => {
  analytics = await startAnalytics()
  await analytics.publish(
    scored('siti', [
      response('q1'),
      response('q2'),
      response('q3', wrong),
      response('q4'),
      response('q5', { ...algebra, ...wrong }),
      response('q6', { ...algebra, answered: false, score: 0, choice: null }),
    ]),
  )
})
afterAll(() => analytics.stop())
beforeEach(() => {
  analytics.clock.now = MONDAY
})

test('a student sees what their answers show, the weakest skill first', async () => {
  const answer = await analytics.ask(siti, OF_USER, people('siti'))

  expect(answer).toEqual({
    data: {
      _entities: [
        {
          id: 'siti',
          mastery: [
            {
              skill: { id: 'PK.ALGEBRA' },
              sectionCode: 'PK',
              probability: 1 / 3,
              standardError: Math.sqrt(2 / (9 * 4)),
              evidenceCount: 1,
              updatedAt: '2027-03-01T08:00:00.000Z',
            },
            {
              skill: { id: 'PU.DEDUCTIVE' },
              sectionCode: 'PU',
              probability: 4 / 6,
              standardError: Math.sqrt(8 / (36 * 7)),
              evidenceCount: 4,
              updatedAt: '2027-03-01T08:00:00.000Z',
            },
          ],
        },
      ],
    },
  })
})

test('sixty days later the same answers weigh half', async () => {
  analytics.clock.now = new Date(MONDAY.getTime() + 60 * 86_400_000)

  const { data } = await analytics.ask(
    budi,
    '{ studentMastery(userId: "siti", sectionCodes: ["PU"]) { probability } }',
  )

  expect(data).toEqual({ studentMastery: [{ probability: 2.5 / 4 }] })
})

test('a tutor reads any student; one who has answered nothing has no skills', async () => {
  const { data, errors } = await analytics.ask(
    budi,
    `{ siti: studentMastery(userId: "siti", first: 1) { skill { id } }
       nobody: studentMastery(userId: "nobody\\u0000") { skill { id } } }`,
  )

  expect(errors).toBeUndefined()
  expect(data).toEqual({ siti: [{ skill: { id: 'PK.ALGEBRA' } }], nobody: [] })
})

test.each([
  ['another student', rahmat, 'FORBIDDEN'],
  ['an author', ayu, 'FORBIDDEN'],
  ['someone who has not signed in', null, 'UNAUTHENTICATED'],
])('%s does not see it', async (_who, who, code) => {
  const { data, errors } = await analytics.ask(who, OF_USER, people('siti'))

  expect(data).toEqual({ _entities: [{ id: 'siti', mastery: null }] })
  expect(errors?.map((error) => error.extensions?.['code'])).toEqual([code])
})

test('a student may ask for their own page and another’s in one operation and gets only their own', async () => {
  const { data, errors } = await analytics.ask(siti, OF_USER, people('siti', 'rahmat'))

  expect(data).toMatchObject({ _entities: [{ mastery: [{}, {}] }, { mastery: null }] })
  expect(errors).toHaveLength(1)
})

test.each([
  ['a student', siti, 'FORBIDDEN'],
  ['an author', ayu, 'FORBIDDEN'],
  ['someone who has not signed in', null, 'UNAUTHENTICATED'],
])('%s cannot ask for a student by id, nor for the overview', async (_who, who, code) => {
  const { data, errors } = await analytics.ask(
    who,
    '{ studentMastery(userId: "siti") { probability } skillOverview { studentCount } }',
  )

  expect(data).toEqual({ studentMastery: null, skillOverview: null })
  expect(errors?.map((error) => error.extensions?.['code'])).toEqual([code, code])
})

test('a page of fifty students costs one statement', async () => {
  const students = Array.from({ length: 50 }, (_, place) => `student ${place}`)
  await analytics.publish(...students.map((student) => scored(student, [response('q1')])))
  await analytics.ask(budi, OF_USER, people('siti'))

  const before = analytics.database.statements()
  const { data } = await analytics.ask(budi, OF_USER, people(...students))

  expect((data?.['_entities'] as { mastery: unknown[] }[]).map(({ mastery }) => mastery.length)).toEqual(
    students.map(() => 1),
  )
  expect(analytics.database.statements() - before).toBe(1)
})

test.each([0, 201])('`first: %i` is refused', async (first) => {
  const { errors } = await analytics.ask(
    budi,
    `{ studentMastery(userId: "siti", first: ${first}) { probability } }`,
  )

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'first' } }])
})
