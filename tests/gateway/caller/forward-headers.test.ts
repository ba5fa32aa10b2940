import { readConfig } from '../../../kit/config.ts'
import { createPart } from '../support/bookshop.ts'
import { TOPOLOGIES, openDoor, until } from '../support/door.ts'

type Context = { headers: Record<string, string | undefined> }

/** A subgraph that says what it was told, once it may. */
function createTold() {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const told = (name: string) => (_: unknown, __: unknown, context: Context) => context.headers[name]
  const part = createPart({
    name: 'told',
    sdl: 'type Query { tenant: String  identity: String  language: String  heldTenant: String }',
    resolvers: {
      Query: {
        tenant: told('x-tenant'),
        identity: told('x-simpul-identity'),
        language: told('accept-language'),
        heldTenant: async (...call: [unknown, unknown, Context]) => {
          await held
          return told('x-tenant')(...call)
        },
      },
    },
  })
  return { part, release: () => release() }
}

const FORWARD = { forwardHeaders: ['x-tenant'] }

describe.each(TOPOLOGIES)('headers that go on to the subgraphs, %s', (topology) => {
  test('are those that are named, and no other', async () => {
    const { part } = createTold()
    const door = await openDoor([part], topology, FORWARD)
    try {
      const { body } = await door.ask(
        '{ tenant identity }',
        {},
        { 'x-tenant': 'north', 'x-simpul-identity': 'forged' },
      )
      expect(body).toEqual({ data: { tenant: 'north', identity: null } })
      expect((await door.ask('{ tenant }')).body).toEqual({ data: { tenant: null } })
    } finally {
      await door.stop()
    }
  })

  test('keep the answers of those apart who ask the same at the same time', async () => {
    const { part, release } = createTold()
    const door = await openDoor([part], topology, FORWARD)
    try {
      const tenants = ['north', 'south', 'north']
      const asked = tenants.map((tenant) => door.ask('{ heldTenant }', {}, { 'x-tenant': tenant }))
      await until(() => part.requests.length === 2 && door.gateway.running === 3)
      release()
      const answers = await Promise.all(asked)
      expect(answers.map(({ body }) => body.data?.heldTenant)).toEqual(tenants)
      expect(part.requests.length).toBe(2)
    } finally {
      await door.stop()
    }
  })

  test('come over a WebSocket too, and what no header can hold goes no further', async () => {
    const { part } = createTold()
    const door = await openDoor([part], topology, FORWARD)
    const ask = (params: Record<string, string>, query: string) =>
      new Promise((resolve, reject) =>
        door.client(params).subscribe({ query }, { next: resolve, error: reject, complete: () => {} }),
      )
    try {
      expect(await ask({ 'x-tenant': 'north' }, '{ tenant }')).toEqual({ data: { tenant: 'north' } })
      const bad = { 'x-tenant': 'a\r\nx-simpul-identity: forged', 'accept-language': '日本' }
      expect(await ask(bad, '{ tenant language identity }')).toEqual({
        data: { tenant: null, language: null, identity: null },
      })
    } finally {
      await door.stop()
    }
  })
})

test('caches and pages of other origins are told of them', async () => {
  const { part } = createTold()
  const door = await openDoor([part], 'in process', { ...FORWARD, corsOrigins: ['https://a.example'] })
  try {
    const { headers } = await fetch(door.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
    })
    expect(headers.get('access-control-allow-headers')).toContain('x-tenant')
    expect(headers.get('vary')).toBe('origin, x-tenant')
  } finally {
    await door.stop()
  }
})

test('must be names, and none that HTTP or the gateway itself says', () => {
  expect(readConfig([], { FORWARD_HEADERS: 'X-Tenant, tracestate' }).FORWARD_HEADERS).toEqual([
    'x-tenant',
    'tracestate',
  ])
  const refused = (text: string) => () => readConfig([], { FORWARD_HEADERS: text })
  expect(refused('x tenant')).toThrow('FORWARD_HEADERS: must be names of headers.')
  expect(refused('x-simpul-identity')).toThrow(
    'FORWARD_HEADERS: must not name what HTTP or the gateway itself says to a subgraph.',
  )
})
