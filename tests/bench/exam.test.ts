import { asKey, drawResponse } from '../../bench/exam/bench-exam.ts'
import { latencyOf, median } from '../../bench/exam/messages.ts'
import { readOptions } from '../../bench/exam/options.ts'

test('percentiles are measured values, by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, place) => 100 - place)

  expect(latencyOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 })
  expect(latencyOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 })
  expect(latencyOf([])).toEqual({ p50: 0, p95: 0, p99: 0, max: 0 })
})

test('the median of an even number of rounds lies between the middle two', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, 0])
})

test('an answer that was sent and one that is read back compare by what they say', () => {
  expect(asKey({ choice: 'B' })).toBe(asKey({ choice: 'B', statements: null, text: null }))
  expect(
    asKey({
      statements: [
        { id: '2', value: false },
        { id: '1', value: true },
      ],
    }),
  ).toBe('statements 1=true,2=false')
  expect(asKey(null)).toBe('none')
})

test('each kind of question is answered in its form', () => {
  const draw = () => 0.6
  const item = { id: 'i', options: [{ id: 'A' }, { id: 'B' }], statements: [{ id: '1' }] }

  expect(drawResponse({ ...item, type: 'MULTIPLE_CHOICE' }, draw)).toEqual({ choice: 'B' })
  expect(drawResponse({ ...item, type: 'TRUE_FALSE' }, draw)).toEqual({
    statements: [{ id: '1', value: false }],
  })
  expect(drawResponse({ ...item, type: 'SHORT_ANSWER' }, draw)).toEqual({ text: '600' })
})

test('a wrong option is named', () => {
  expect(() => readOptions(['--students', '0'])).toThrow(
    '--students must be a whole number from 1 to 2000, not 0',
  )
  expect(readOptions(['--seconds', '5'])).toMatchObject({
    students: 64,
    seconds: 5,
    rounds: 3,
    url: undefined,
  })
})
