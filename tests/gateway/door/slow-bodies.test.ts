import { request } from 'node:http'
import { createBookshop } from '../support/bookshop.ts'
import { openDoor } from '../support/door.ts'

const MEGABYTE = 1_000_000

test('who sends much and does not finish is refused when many do; who sends little is served meanwhile', async () => {
  const door = await openDoor(createBookshop().parts, 'in process', { maxBodyBytes: 10 * MEGABYTE })
  // 72 megabytes, of which the last byte never comes.
  const slow = Array.from({ length: 8 }, () => {
    const headers = { 'content-type': 'application/json', 'content-length': 9 * MEGABYTE + 1 }
    const one = request(door.url, { method: 'POST', headers })
    // What is refused is not taken to its end.
    one.on('error', () => {})
    one.write(Buffer.alloc(9 * MEGABYTE, ' '))
    return one
  })
  const answered = slow.map(
    (one) =>
      new Promise<unknown>((resolve) => {
        one.on('response', (response) => resolve([response.statusCode, response.headers['retry-after']]))
      }),
  )
  try {
    expect(await Promise.race(answered)).toEqual([503, '1'])
    const { body } = await door.ask('{ me { name } }')
    expect(body).toEqual({ data: { me: { name: 'Siti' } } })
  } finally {
    for (const one of slow) one.destroy()
    await door.stop()
  }
})
