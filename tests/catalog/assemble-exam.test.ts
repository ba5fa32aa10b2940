import fc from 'fast-check'
import { assembleExam, type Candidate } from '../../subgraphs/catalog/domain/assemble-exam.ts'

/** Candidates of section PU: `a1 a2` share the stimulus a, `x` stands alone. */
function bank(ids: string, source = 'bank'): Candidate[] {
  return ids.split(' ').map((id) => ({
    questionId: `question ${id}`,
    versionId: id,
    bankSection: 'PU',
    stimulusId: id.length > 1 ? (id[0] ?? null) : null,
    source,
  }))
}

const pu = (questionCount: number, code = 'PU') => ({ code, bankSection: 'PU', questionCount })

function chosen(...args: Parameters<typeof assembleExam>): string[] {
  const result = assembleExam(...args)
  if ('shortages' in result) throw new Error(JSON.stringify(result))
  return result.chosen.map((ids) => ids.join(' '))
}

test('takes questions in the order of the bank, the sets of a stimulus whole', () => {
  expect(chosen([pu(4)], bank('a1 x a2 y'))).toEqual(['a1 a2 x y'])
  expect(chosen([pu(3)], bank('a1 a2 b1 b2 x'))).toEqual(['a1 a2 x'])
})

test('skips a set that would not fit, when others make up the number', () => {
  expect(chosen([pu(4)], bank('a1 a2 a3 b1 b2 c1 c2'))).toEqual(['b1 b2 c1 c2'])
})

test('takes a part of a set only where no whole sets make up the number', () => {
  expect(chosen([pu(5)], bank('a1 a2 a3 b1 b2 b3'))).toEqual(['a1 a2 a3 b1 b2'])
})

test('prefers a source and takes others where it does not suffice', () => {
  const candidates = [...bank('x y z', 'bank'), ...bank('u v', 'ours')]
  expect(chosen([pu(3)], candidates, { preferSource: 'ours' })).toEqual(['u v x'])
})

test('asks no question twice: two modules of one section share the bank', () => {
  expect(chosen([pu(2, 'M1'), pu(2, 'M2')], bank('v w x y'))).toEqual(['v w', 'x y'])
  expect(chosen([pu(2)], bank('v w x y'), { taken: ['question v'] })).toEqual(['w x'])
})

test('says of each section what it needs and what there is', () => {
  expect(assembleExam([pu(2, 'M1'), pu(3, 'M2'), { ...pu(1), bankSection: 'PK' }], bank('a b c'))).toEqual({
    shortages: [
      { section: 'M2', needed: 3, available: 1 },
      { section: 'PU', needed: 1, available: 0 },
    ],
  })
})

test('always gives the exact number, without repeats, and breaks at most one set', () => {
  const sets = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(sets, fc.integer({ min: 1, max: 40 }), (sizes, needed) => {
      const candidates = sizes.flatMap((size, set) =>
        Array.from({ length: size }, (_value, index) => ({
          questionId: `${set}.${index}`,
          versionId: `${set}.${index}`,
          bankSection: 'PU',
          stimulusId: String(set),
          source: null,
        })),
      )
      fc.pre(candidates.length >= needed)
      const ids = chosen([pu(needed)], candidates)[0]?.split(' ') ?? []
      expect(new Set(ids).size).toBe(needed)
      const taken = sizes.map((_size, set) => ids.filter((id) => id.startsWith(`${set}.`)).length)
      expect(taken.filter((count, set) => count > 0 && count < (sizes[set] ?? 0)).length).toBeLessThanOrEqual(
        1,
      )
    }),
  )
})
