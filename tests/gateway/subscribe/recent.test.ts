import { createRecent } from '../../../gateway/subscribe/recent.ts'

const event = (text: string) => ({ json: Buffer.from(text) })

test('keeps what came last, of all streams together, and says what it forgets', () => {
  const recent = createRecent({ bytes: 100, events: 4 })
  const forgotten: string[] = []
  const quiet = recent.open((number) => forgotten.push(`quiet ${number}`))
  const busy = recent.open((number) => forgotten.push(`busy ${number}`))
  quiet.add(1, event('a'))
  for (const number of [1, 2, 3]) busy.add(number, event(String(number)))
  expect(quiet.after(0)).toHaveLength(1)
  busy.add(4, event('4'))
  busy.add(5, event('5'))
  expect(forgotten).toEqual(['quiet 1', 'busy 1'])
  expect(quiet.after(0)).toEqual([])
  expect(busy.after(3).map(({ json }) => String(json))).toEqual(['4', '5'])
})

test('is bounded in bytes, and has none left when its streams are gone', () => {
  const recent = createRecent({ bytes: 10, events: 1_000 })
  const stream = recent.open(() => {})
  for (let number = 1; number <= 5; number++) stream.add(number, event('1234'))
  expect(stream.after(0)).toHaveLength(2)
  stream.add(6, event('x'.repeat(11)))
  expect(stream.after(0)).toEqual([])
  stream.clear()
  for (let number = 7; number <= 10; number++) stream.add(number, event('1234'))
  expect(stream.after(0)).toHaveLength(2)
})
