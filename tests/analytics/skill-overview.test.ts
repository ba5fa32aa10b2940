import { masteryAt } from '../../subgraphs/analytics/domain/mastery.ts'
import { type Analytics, MONDAY, response, scored, startAnalytics, viewer } from './analytics-under-test.ts'

const budi = viewer('budi', 'TUTOR')
const OVERVIEW = `query ($skillIds: [ID!], $sectionCode: String) {
  skillOverview(skillIds: $skillIds, sectionCode: $sectionCode) {
    skill { id } sectionCode studentCount meanProbability standardDeviation suppressed
  }
}`
const students = (count: number) => Array.from({ length: count }, (_, place) => `student ${place}`)

let analytics: Analytics
beforeAll(async () => {
  analytics = await startAnalytics()
  await analytics.publish(
    ...students(10).map((student, place) =>
      scored(
        student,
        [
          response('q1', { skillId: 'PU.DEDUCTIVE', score: place < 7 ? 1 : 0 }),
          response('q2', { skillId: 'PU.DEDUCTIVE', score: place < 3 ? 1 : 0 }),
          ...(place < 9 ? [response('q3', { skillId: 'PK.ALGEBRA', sectionCode: 'PK' })] : []),
        ],
        new Date(MONDAY.getTime() - place * 86_400_000 * 10),
      ),
    ),
  )
})
afterAll(() => analytics.stop())

test('ten students are described, nine are not, and the mean is that of the model', async () => {
  const probabilities = students(10).map((_, place) => {
    const successes = Number(place < 7) + Number(place < 3)
    const evidence = {
      skillId: 'PU.DEDUCTIVE',
      sectionCode: 'PU',
      successes,
      failures: 2 - successes,
      evidenceCount: 2,
      updatedAt: new Date(MONDAY.getTime() - place * 86_400_000 * 10),
    }
    return masteryAt(evidence, MONDAY).probability
  })
  const mean = probabilities.reduce((sum, value) => sum + value, 0) / 10
  const deviation = Math.sqrt(probabilities.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 10)

  const { data } = await analytics.ask(budi, OVERVIEW)

  expect(data).toEqual({
    skillOverview: [
      {
        skill: { id: 'PK.ALGEBRA' },
        sectionCode: 'PK',
        studentCount: null,
        meanProbability: null,
        standardDeviation: null,
        suppressed: true,
      },
      {
        skill: { id: 'PU.DEDUCTIVE' },
        sectionCode: 'PU',
        studentCount: 10,
        meanProbability: expect.closeTo(mean, 12),
        standardDeviation: expect.closeTo(deviation, 12),
        suppressed: false,
      },
    ],
  })
})

test('it can be narrowed to skills or to a section', async () => {
  const ids = async (variables: object) => {
    const { data } = await analytics.ask(budi, OVERVIEW, { ...variables })
    return (data?.['skillOverview'] as { skill: { id: string } }[]).map(({ skill }) => skill.id)
  }

  expect(await ids({ sectionCode: 'PK' })).toEqual(['PK.ALGEBRA'])
  expect(await ids({ skillIds: ['PU.DEDUCTIVE', 'unknown'] })).toEqual(['PU.DEDUCTIVE'])
  expect(await ids({ skillIds: [] })).toEqual([])
  expect(await ids({ skillIds: ['PU.DEDUCTIVE\0', '\ud800'] })).toEqual([])
  expect(await ids({ sectionCode: 'PK\0' })).toEqual([])
})

test('more than two hundred skills at once are refused', async () => {
  const { errors } = await analytics.ask(budi, OVERVIEW, { skillIds: students(201) })

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'skillIds' } }])
})
