import { buildSchema, parse, validate } from 'graphql'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
    '/graphiql/true-to-text.js',
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

test('the first operations that a reader sees are valid, whatever the graph', async () => {
  const module = join(import.meta.dirname, '../../../gateway/explorer/pages/examples.js')
  const { examplesFor } = (await import(module)) as { examplesFor(rootFields: string[]): string[] }
  const api = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema/api.graphql'), 'utf8'))
  const rootFields = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  )
  const simpul = examplesFor(rootFields)
  expect(simpul).toHaveLength(3)
  for (const example of [...simpul, ...examplesFor(['books'])]) {
    expect(validate(api, parse(example)).map(({ message }) => message)).toEqual([])
  }
})

test('what is sent is true to the text, though the editor still names what stood there before', async () => {
  const module = join(import.meta.dirname, '../../../gateway/explorer/pages/true-to-text.js')
  const { trueToText, isSubscription } = (await import(module)) as {
    trueToText(parameters: object): { operationName?: string }
    isSubscription(parameters: object): boolean
  }
  const text =
    '# subscription\nfragment F on A { query { b } }\nsubscription Live { a(words: "query {") { ...F } } query Now { a }'
  expect(trueToText({ query: text, operationName: 'Now' }).operationName).toBe('Now')
  expect(trueToText({ query: text, operationName: 'Gone' }).operationName).toBeUndefined()
  expect(isSubscription({ query: text, operationName: 'Live' })).toBe(true)
  expect(isSubscription({ query: text, operationName: 'Now' })).toBe(false)
  expect(isSubscription({ query: 'subscription { a }' })).toBe(true)
  expect(isSubscription({ query: '{ subscription { a } }', operationName: 'Gone' })).toBe(false)
})
