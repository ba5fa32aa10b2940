import { createEventQueue } from '../../../gateway/subscribe/event-queue.ts'

const createQueue = (waiting: number, patienceMs: number) =>
  createEventQueue<number>({ waiting, patienceMs, overflow: () => new Error('too slow') })

test('keeps the order, whether taken before or after', async () => {
  const queue = createQueue(10, 1_000)
  const early = queue.take()
  void queue.push(1)
  void queue.push(2)
  void queue.push(3)
  queue.finish()
  void queue.push(4)
  expect(await early).toEqual({ done: false, value: 1 })
  expect(await queue.take()).toEqual({ done: false, value: 2 })
  expect(await queue.take()).toEqual({ done: false, value: 3 })
  expect(await queue.take()).toEqual({ done: true, value: undefined })
})

test('an error comes after what waited, once', async () => {
  const queue = createQueue(10, 1_000)
  void queue.push(1)
  queue.finish(new Error('lost'))
  expect(await queue.take()).toEqual({ done: false, value: 1 })
  await expect(queue.take()).rejects.toThrow('lost')
  expect(await queue.take()).toEqual({ done: true, value: undefined })
})

test('a source that can wait is asked to, until there is room', async () => {
  const queue = createQueue(2, 1_000)
  expect(queue.push(1)).toBeUndefined()
  const room = queue.push(2)
  expect(room).toBeInstanceOf(Promise)
  await queue.take()
  await room
  queue.close()
})

test('a burst that is taken in time is no overflow; one that is not taken is', async () => {
  const queue = createQueue(2, 30)
  for (const event of [1, 2, 3, 4, 5]) void queue.push(event)
  for (const event of [1, 2, 3, 4]) expect(await queue.take()).toEqual({ done: false, value: event })
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(await queue.take()).toEqual({ done: false, value: 5 })
  for (const event of [6, 7, 8]) void queue.push(event)
  await new Promise((resolve) => setTimeout(resolve, 60))
  await expect(queue.take()).rejects.toThrow('too slow')
})

test('far more than may wait is an overflow at once', async () => {
  const queue = createQueue(2, 60_000)
  for (let event = 0; event < 20; event++) void queue.push(event)
  await expect(queue.take()).rejects.toThrow('too slow')
})
