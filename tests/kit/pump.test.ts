import { createPump } from '../../kit/pump.ts'

test('work runs one at a time, and once more for any number of wake-ups meanwhile', async () => {
  let runs = 0
  let finish = () => {}
  const pump = createPump(
    () => {
      runs += 1
      return new Promise((resolve) => (finish = resolve))
    },
    () => {},
  )
  pump.wake()
  pump.wake()
  pump.wake()
  expect(runs).toBe(1)
  finish()
  await new Promise(setImmediate)
  expect(runs).toBe(2)
  finish()
  await pump.stop()
  pump.wake()
  expect(runs).toBe(2)
})

test('a failure is told and does not end the pump', async () => {
  const told: unknown[] = []
  const pump = createPump(
    () => Promise.reject(new Error('no database')),
    (error) => told.push(error),
  )
  pump.wake()
  await new Promise(setImmediate)
  pump.wake()
  await pump.stop()
  expect(told).toEqual([new Error('no database'), new Error('no database')])
})
