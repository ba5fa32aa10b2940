import { createBookshop } from '../support/bookshop.ts'
import { type Door, openDoor } from '../support/door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor(createBookshop().parts, 'in process')
})
afterAll(() => door.stop())

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

/** Everything that a page asks for, and what that asks for in turn, by path. */
async function readWhole(path: string, read = new Map<string, string>()): Promise<Map<string, string>> {
  if (read.has(path)) return read
  const response = await fetch(door.origin + path, { headers: browser })
  expect([path, response.status]).toEqual([path, 200])
  const text = await response.text()
  read.set(path, text)
  const named = [
    ...text.matchAll(/(?:src|href)="(\/[^"]+)"/g),
    ...text.matchAll(/^import .*? from '(\.[^']+)'/gm),
  ]
  for (const [, name = ''] of named) await readWhole(new URL(name, door.origin + path).pathname, read)
  return read
}

test('GraphiQL comes whole from this server', async () => {
  const page = await readWhole('/graphiql')
  expect([...page.keys()].sort()).toEqual([
    '/graphiql',
    '/graphiql/examples.js',
    '/graphiql/explorer.css',
    '/graphiql/graphiql.css',
    '/graphiql/graphiql.js',
    '/graphiql/graphql-ws.js',
    '/graphiql/page.js',
    '/graphiql/plan-view.js',
    '/graphiql/react-dom.js',
    '/graphiql/react.js',
    '/graphiql/root-fields.js',
    '/graphiql/session.js',
    '/graphiql/sign-in-bar.js',
    '/graphiql/tab-storage.js',
    '/graphiql/words.js',
  ])
  expect(page.get('/graphiql')).not.toMatch(/https?:/)
  expect((await fetch(`${door.origin}/graphiql/../../package.json`)).status).toBe(404)
})

test('no page runs what stands in it, or sends anything elsewhere', async () => {
  for (const path of ['/graphiql', '/graphql']) {
    const response = await fetch(door.origin + path, { headers: browser })
    const policy = Object.fromEntries(
      (response.headers.get('content-security-policy') ?? '').split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ')
        return [name, sources]
      }),
    )
    expect(policy).toMatchObject({
      'default-src': ["'none'"],
      'connect-src': ["'self'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    })
    expect(policy['script-src']).toEqual(
      path === '/graphiql' ? ["'self'"] : ["'self'", 'https://embeddable-sandbox.cdn.apollographql.com'],
    )
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|\son\w+=/)
  }
})

test('a browser at the address of the API finds Apollo Sandbox, and from the root is sent there', async () => {
  const page = await fetch(door.origin, { headers: browser })
  expect([page.status, page.url]).toEqual([200, door.url])
  expect(await page.text()).toContain('<title>Sandbox</title>')
  expect([...(await readWhole('/graphql')).keys()]).toContain('/graphiql/sandbox.js')
})
