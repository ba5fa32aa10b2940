import fc from 'fast-check'
import { itemModels, itemModelsOf } from '../../../subgraphs/agent/domain/models/index.ts'
import { firstOrdinals, planRun } from '../../../subgraphs/agent/domain/plan-run.ts'
import { createRandom } from '../../../subgraphs/agent/domain/random.ts'

test('a plan shares the questions out evenly, and the seed decides who writes one more', () => {
  const models = itemModelsOf('PU.QUANTITATIVE')
  expect(planRun(models, 6, 'x').map((line) => line.count)).toEqual([2, 2, 2])
  expect(planRun(models, 1, 'x')).toEqual(planRun(models, 1, 'x'))
  const writers = new Set(Array.from({ length: 30 }, (_, i) => planRun(models, 1, `${i}`)[0]?.modelCode))
  expect(writers.size).toBe(3)
  expect(() => planRun([], 1, 'x')).toThrow(RangeError)
})

test('every plan has exactly as many questions as were asked for, numbered without gaps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.string(), (count, seed) => {
      const plan = planRun(itemModels, count, seed)
      const ordinals = firstOrdinals(plan).flatMap((first, line) =>
        Array.from({ length: plan[line]?.count ?? 0 }, (_, i) => first + i),
      )
      expect(ordinals).toEqual(Array.from({ length: count }, (_, i) => i))
    }),
  )
})

test('the same seed gives the same stream on every machine', () => {
  const random = createRandom('simpul')
  expect(Array.from({ length: 8 }, () => random.below(100))).toEqual([91, 33, 11, 23, 5, 99, 2, 81])
  expect(createRandom('simpul').shuffle([1, 2, 3, 4, 5])).toEqual([4, 3, 1, 2, 5])
})

test('numbers are spread evenly', () => {
  const random = createRandom('even')
  const counts = new Array<number>(10).fill(0)
  for (let i = 0; i < 10_000; i++) {
    const place = random.below(10)
    counts[place] = (counts[place] ?? 0) + 1
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  // The 99.9th percentile of χ² with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.9)
})
