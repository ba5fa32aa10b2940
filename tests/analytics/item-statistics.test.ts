import { type Analytics, MONDAY, response, scored, startAnalytics, viewer } from './analytics-under-test.ts'

const siti = viewer('siti', 'STUDENT')
const ayu = viewer('ayu', 'AUTHOR')

const OF_QUESTION = `query ($questions: [_Any!]!) {
  _entities(representations: $questions) {
    ... on Question {
      id
      statistics {
        version { id } administrations answeredCount pValue meanTimeSeconds pointBiserial
        choices { optionId count share } updatedAt
      }
    }
  }
}`
const questions = (...ids: string[]) => ({ questions: ids.map((id) => ({ __typename: 'Question', id })) })
const wrong = (choice: string) => ({ score: 0, choice })
const open = { answered: false, score: 0, choice: null, timeSpentMs: null }

let analytics: Analytics
beforeAll(async () => {
  analytics = await startAnalytics()
})
afterAll(() => analytics.stop())

test('an author sees how a question behaves', async () => {
  await analytics.publish(
    scored('s1', [response('q1'), response('q2'), response('q3')]),
    scored('s2', [response('q1', { timeSpentMs: 20_000 }), response('q2'), response('q3', wrong('D'))]),
    scored('s3', [response('q1', wrong('C')), response('q2', wrong('B')), response('q3')]),
    scored('s4', [response('q1', wrong('C')), response('q2', wrong('B')), response('q3', open)]),
    scored('s5', [response('q1', open), response('q2'), response('q3')]),
  )

  const { data, errors } = await analytics.ask(ayu, OF_QUESTION, questions('q1', 'never asked'))

  expect(errors).toBeUndefined()
  expect(data).toEqual({
    _entities: [
      {
        id: 'q1',
        statistics: {
          version: { id: 'q1.1' },
          administrations: 5,
          answeredCount: 4,
          pValue: 0.5,
          meanTimeSeconds: 35,
          // q1 with the mean of q2 and q3: (1, 1), (1, .5), (0, .5), (0, 0).
          pointBiserial: expect.closeTo(Math.SQRT1_2, 12),
          choices: [
            { optionId: 'A', count: 2, share: 0.5 },
            { optionId: 'C', count: 2, share: 0.5 },
          ],
          updatedAt: '2027-03-01T08:00:00.000Z',
        },
      },
      { id: 'never asked', statistics: null },
    ],
  })
})

test('a revised question begins anew: the version administered last is shown', async () => {
  const tuesday = new Date(MONDAY.getTime() + 86_400_000)
  await analytics.publish(
    scored('s1', [response('revised')]),
    scored('s2', [response('revised', { questionVersionId: 'revised.2', ...wrong('E') })], tuesday),
  )

  const { data } = await analytics.ask(ayu, OF_QUESTION, questions('revised'))

  expect(data).toMatchObject({
    _entities: [
      {
        statistics: {
          version: { id: 'revised.2' },
          administrations: 1,
          pValue: 0,
          choices: [{ optionId: 'E', count: 1, share: 1 }],
        },
      },
    ],
  })
})

test.each([
  ['a student', siti, 'FORBIDDEN'],
  ['someone who has not signed in', null, 'UNAUTHENTICATED'],
])('%s does not see it', async (_who, who, code) => {
  const { data, errors } = await analytics.ask(who, OF_QUESTION, questions('q1'))

  expect(data).toEqual({ _entities: [{ id: 'q1', statistics: null }] })
  expect(errors?.map((error) => error.extensions?.['code'])).toEqual([code])
})

test('a page of fifty questions costs two statements: the sums and the choices', async () => {
  const ids = Array.from({ length: 50 }, (_, place) => `question ${place}`)
  await analytics.publish(
    scored(
      's1',
      ids.map((id) => response(id)),
    ),
  )
  await analytics.ask(ayu, OF_QUESTION, questions('q1'))

  const before = analytics.database.statements()
  const { data } = await analytics.ask(ayu, OF_QUESTION, questions(...ids))

  expect(data?.['_entities']).toHaveLength(50)
  expect(analytics.database.statements() - before).toBe(2)
})
