import { serverAudits } from 'graphql-http'
import { createBookshop } from '../support/bookshop.ts'
import { type Door, openDoor } from '../support/door.ts'

/** The reference audits of GraphQL over HTTP: https://github.com/graphql/graphql-http */
const audits = serverAudits({ url: () => door.url })
/** Optional audits ask by GET as a page of any site could, and that is refused as a forgery. */
const FORGERIES = ['5A70', 'D6D5', '6A70']

let door: Door
beforeAll(async () => {
  door = await openDoor(createBookshop().parts, 'in process')
})
afterAll(() => door.stop())

test('nothing that is audited got lost', () => {
  expect(audits.length).toBeGreaterThan(55)
  expect(audits.filter(({ id }) => FORGERIES.includes(id)).every(({ name }) => name.startsWith('MAY'))).toBe(
    true,
  )
})

test.each(audits.filter(({ id }) => !FORGERIES.includes(id)).map(({ id, name, fn }) => ({ id, name, fn })))(
  '$id $name',
  async ({ fn }) => {
    const result = await fn()
    if (result.status !== 'ok') throw new Error(result.reason)
  },
)

test.each(FORGERIES)(
  '%s is refused without, and passes with a header that no other site can send',
  async (id) => {
    const refused = await audits.find((audit) => audit.id === id)?.fn()
    expect(refused).toMatchObject({ status: 'notice', response: { status: 400 } })
    const asOwn = serverAudits({
      url: door.url,
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...(init.headers as object), 'apollo-require-preflight': '1' } }),
    })
    const passed = await asOwn.find((audit) => audit.id === id)?.fn()
    expect(passed?.status).toBe('ok')
  },
)
